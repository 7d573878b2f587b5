import HTTP
import Market
import Pages
import Store

// What pages and programs ask at the door, with whatever they make of the answer. Each password is
// looked at outside of any transaction.
extension Visit {
  func signIn(
    _ contact: Contact, _ password: String, _ arrival: Arrival,
    then next: @escaping @Sendable (Entrance) throws -> Step
  ) -> Step {
    var chance = chance
    let key = PublicID<Challenge>(using: &chance)
    let (device, place, now) = (device, place, now)
    return .write { tx in
      try tx.knock(contact, device: device, at: now)
    } then: { knock in
      .hash {
        let isRight = Self.opens(knock.hash, password)
        let better =
          isRight && knock.hash?.isWeak == true ? try PasswordHash.make(password) : nil
        return .write { tx -> Entrance? in
          guard isRight, let account = knock.account else {
            try tx.stayOut(knock, contact, place, at: now)
            return nil
          }
          let entrance = try tx.enter(knock, contact, arrival, key, at: now)
          if let better { try tx.strengthen(better, of: account) }
          return entrance
        } then: { entrance in
          guard let entrance else { throw SignInError.wrong }
          return try next(entrance)
        }
      }
    }
  }

  /// As long for nobody as for somebody.
  private static func opens(_ hash: PasswordHash?, _ password: String) -> Bool {
    guard let hash else {
      PasswordHash.waste(password)
      return false
    }
    return hash.matches(password)
  }

  func signUp(
    _ asked: SignUpAsked, then next: @escaping @Sendable (PublicID<Challenge>) throws -> Step
  ) -> Step {
    var chance = chance
    let key = PublicID<Challenge>(using: &chance)
    let code = Challenge.code(using: &chance)
    let (locale, now) = (locale, now)
    return .hash {
      let applicant = Applicant(
        name: asked.name, contact: asked.contact, hash: try PasswordHash.make(asked.password),
        locale: locale, consents: asked.consents)
      return .write { tx in
        try tx.beginSignUp(applicant, key, code: code, at: now)
      } then: {
        try next(key)
      }
    }
  }

  /// The present password once more, before something that matters is changed. `change` is one
  /// transaction, in which the try is forgiven.
  func present<Value: Sendable>(
    _ password: String, isBoth: Bool = false,
    _ change: @escaping @Sendable (borrowing Transaction, Session) throws -> Value,
    then next: @escaping @Sendable (Value) throws -> Step
  ) throws -> Step {
    guard let session else { throw Trouble(.signInNeeded) }
    let now = now
    return .write { tx in
      try tx.present(session, isBoth: isBoth, at: now)
    } then: { hash in
      .hash {
        guard Self.opens(hash, password) else { throw SignInError.wrongPassword }
        return .write { tx in
          let value = try change(tx, session)
          try tx.isPresent(session)
          return value
        } then: {
          try next($0)
        }
      }
    }
  }

  /// One change of what belongs to the session, which only routes for members make.
  func change<Value: Sendable>(
    _ body: @escaping @Sendable (borrowing Transaction, Session) throws -> Value,
    then next: @escaping @Sendable (Value) throws -> Step
  ) -> Step {
    guard let session else { return signInNeeded }
    return .write { tx in
      try body(tx, session)
    } then: {
      try next($0)
    }
  }

  /// What comes of a code: the next step, or what is wrong with it.
  static func value<Value>(of outcome: CodeOutcome<Value>) throws(SignInError) -> Value {
    switch outcome {
    case .right(let value): return value
    case .wrong(let left) where left > 0: throw .wrongCode(triesLeft: left)
    case .wrong, .over: throw .challengeOver
    }
  }

  /// Where somebody has to go first. Afterwards he comes back to where he was.
  var signInNeeded: Step {
    guard !route.isAPI else { return .answer(answer(to: Trouble(.signInNeeded))) }
    let path = route.method.writes ? "" : request.target
    return .answer(
      redirect(
        to: PageAddress.gate(.signIn).path(in: locale) + PageAddress.nextQuery(Return(path).path)))
  }
}

/// Where somebody goes back to: a path of this site and nothing else, else a link to us would lead
/// people elsewhere.
struct Return: Sendable {
  static let bytesMax = 500

  let path: String?

  init(_ text: String) {
    let bytes = Array(text.utf8)
    let isOurs =
      bytes.count <= Self.bytesMax && bytes.first == UInt8(ascii: "/")
      && bytes.dropFirst().first.map { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "\\") } ?? true
      && bytes.allSatisfy { (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\\") }
    path = isOurs ? text : nil
  }
}
