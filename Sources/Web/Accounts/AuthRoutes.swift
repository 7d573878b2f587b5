import HTTP
import Market
import Pages
import Store

/// How programs come in. Who has a second factor shows it with the challenge that a right password gives.
enum AuthRoutes {
  static let all = [register, verify, login, second, refresh, logout]

  private static let register = WebRoute.api(
    .post, "/api/v1/auth/register",
    "Asks for an account. A code is sent; the answer is the same for a contact that has one.",
    takes: SignUpAsked.self, gives: challengeShape, limits: .hashing
  ) { visit, asked in
    visit.signUp(asked) { .answer(visit.json(["challenge": .text($0.text)], status: .accepted)) }
  }

  private static let verify = WebRoute.api(
    .post, "/api/v1/auth/verify", "Opens the account with the code that was sent.",
    takes: CodeAsked.self, gives: tokensShape, limits: .entering
  ) { visit, asked in
    let (arrival, now) = (visit.arrival(.api), visit.now)
    return visit.tokens(arrival) { tx in
      try tx.finishSignUp(asked.challenge, code: asked.code, arrival, at: now)
    }
  }

  private static let login = WebRoute.api(
    .post, "/api/v1/auth/login",
    "Signs in by password: gives tokens, or a challenge for the second factor.",
    takes: LoginAsked.self, gives: loginShape, limits: .hashing
  ) { visit, asked in
    let arrival = visit.arrival(.api)
    return visit.signIn(asked.contact, asked.password, arrival) { entrance in
      switch entrance {
      case .second(let key):
        return .answer(visit.json(["challenge": .text(key.text), "tokens": .null]))
      case .session(let session):
        return visit.firstTokens(arrival, session) { ["challenge": .null, "tokens": $0] }
      }
    }
  }

  private static let second = WebRoute.api(
    .post, "/api/v1/auth/second",
    "The second step of a sign-in: a code of the app, or a backup code.",
    takes: CodeAsked.self, gives: tokensShape, limits: .entering
  ) { visit, asked in
    let (arrival, now) = (visit.arrival(.api), visit.now)
    return visit.tokens(arrival) { tx in
      try tx.enter(asked.challenge, second: asked.code, arrival, at: now)
    }
  }

  private static let refresh = WebRoute.api(
    .post, "/api/v1/auth/refresh-token",
    "Gives new tokens for a refresh token, which is used up. Used twice, it ends the session.",
    takes: RefreshAsked.self, gives: tokensShape, limits: .entering
  ) { visit, asked in
    var chance = visit.chance
    let tokens = Tokens(using: &chance)
    let (place, now) = (visit.place, visit.now)
    return .write { tx in
      try asked.refresh.flatMap { try tx.refresh($0, tokens, place, at: now) }
    } then: { session in
      guard session != nil else { throw Trouble(.signInNeeded) }
      return .answer(visit.json(tokens.json))
    }
  }

  private static let logout = WebRoute.api(
    .post, "/api/v1/auth/logout", "Ends the session of the token that is shown.", for: .member,
    takes: Nothing.self, gives: .object([])
  ) { visit, _ in
    let (place, now) = (visit.place, visit.now)
    return visit.change { tx, session in
      try tx.signOut(session, place, at: now)
    } then: { _ in
      .answer(visit.json([:]))
    }
  }

  private static let challengeShape = Shape.object([
    .init("challenge", .text, "To be shown with the code.")
  ])

  private static let tokensShape = Shape.object([
    .init("access", .text, "For `Authorization: Bearer`."),
    .init("refresh", .text, "For the next two tokens; good once."),
    .init("expiresIn", .integer, "For how many seconds the access token is good."),
  ])

  private static let loginShape = Shape.object([
    .init("challenge", .optional(.text), "For the second factor, where there is one."),
    .init("tokens", .optional(tokensShape), "Missing while a second factor is wanted."),
  ])
}

extension RouteLimits {
  /// What leads to the door: each costs a good while of work.
  static let entering = RouteLimits(rate: Allowance(20, each: .seconds(60)))
  /// The same, where a password is looked at.
  static let hashing = RouteLimits(rate: entering.rate, hashes: true)
}

extension Tokens {
  fileprivate var json: JSON {
    [
      "access": .text(access.text), "refresh": .text(refresh.text),
      "expiresIn": .integer(Self.accessLife.components.seconds),
    ]
  }
}

extension Visit {
  /// Begins a session with a code, and gives its first tokens.
  fileprivate func tokens(
    _ arrival: Arrival,
    _ enter: @escaping @Sendable (borrowing Transaction) throws -> CodeOutcome<Session>
  ) -> Step {
    .write { tx in
      try enter(tx)
    } then: { outcome in
      firstTokens(arrival, try Self.value(of: outcome)) { $0 }
    }
  }

  fileprivate func firstTokens(
    _ arrival: Arrival, _ session: Session, _ shape: @escaping @Sendable (JSON) -> JSON
  ) -> Step {
    var chance = chance
    let tokens = Tokens(access: arrival.secret, refresh: Secret(using: &chance))
    let now = now
    return .write { tx in
      try tx.give(tokens.refresh, to: session, at: now)
    } then: {
      .answer(json(shape(tokens.json)))
    }
  }
}

struct LoginAsked: Input {
  let contact: Contact
  let password: String
  let next: Return

  init(_ fields: inout Fields) {
    fields.locale()
    contact = fields.reachable("contact", "The e-mail address or the telephone number.")
    password = fields.password("password", "The password.")
    next = fields.next()
  }
}

/// The code of a challenge.
struct CodeAsked: Input {
  let challenge: PublicID<Challenge>
  let code: String
  let next: Return

  init(_ fields: inout Fields) {
    fields.locale()
    challenge = fields.challenge()
    code = fields.code("code", "The code.")
    next = fields.next()
  }
}

private struct RefreshAsked: Input {
  let refresh: Secret?

  init(_ fields: inout Fields) {
    refresh = Secret(
      fields.text("refresh", "A refresh token that was not used yet.", characters: 1...64))
  }
}
