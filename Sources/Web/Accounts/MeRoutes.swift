import HTTP
import Market
import Pages
import Store

/// Who somebody is, for himself and for others.
enum MeRoutes {
  static let all = [me, user]

  /// Asked by pages that are the same for everybody.
  private static let me = WebRoute.api(
    .get, "/api/v1/me", "Who is signed in.", takes: Nothing.self, gives: meShape
  ) { visit, _ in
    guard case .member(let standing) = visit.actor, let session = visit.session else {
      return .answer(visit.json(Self.visitor))
    }
    return .read { rows in
      .answer(visit.json(try rows.me(standing, session, visit)))
    }
  }

  private static let visitor: JSON = [
    "signedIn": .flag(false), "account": .null, "name": .null, "language": .null,
    "currency": .null, "link": .null, "roles": .list([]), "acting": .null, "signOut": .null,
  ]

  private static let user = WebRoute.api(
    .get, "/api/v1/users/{id}", "A member, as everybody may see him.", takes: UserAsked.self,
    gives: .object([
      .init("id", .integer, "The number of the account."),
      .init("name", .text, "As others see it."),
      .init("since", .integer, "When the account was opened, in milliseconds since 1970."),
      .init("seller", .optional(.integer), "The number of the public profile."),
    ])
  ) { visit, asked in
    .read { rows in
      guard let user = try rows.user(asked.id) else { throw Trouble(.notFound) }
      return .answer(visit.json(user))
    }
  }

  private static let meShape = Shape.object([
    .init("signedIn", .flag, "Whether somebody is; all else is missing for visitors."),
    .init("account", .optional(.integer), "The number of the account."),
    .init("name", .optional(.text), "As others see it."),
    .init("language", .optional(.text), "The language that he has chosen."),
    .init("currency", .optional(.text), "The one in which he wants to read prices."),
    .init("link", .optional(.text), "Where he finds what is his."),
    .init("roles", .list(.text), "What he is in the house."),
    .init(
      "acting",
      .optional(
        .object([
          .init("id", .integer, "The number of its party."),
          .init("name", .text, "What it is called."),
        ])), "The organisation in whose name he acts; missing in his own."),
    .init(
      "signOut",
      .optional(
        .object([
          .init("action", .text, "Where the form that ends his session is sent."),
          .init("token", .text, "What it has to carry."),
        ])), "For a page that shows him as signed in."),
  ])
}

private struct UserAsked: Input {
  let id: ID<Account>

  init(_ fields: inout Fields) { id = fields.id("id", "The number of the account.") }
}

extension Reading where Self: ~Copyable {
  fileprivate func me(
    _ standing: Actor.Standing, _ session: Session, _ visit: Visit
  ) throws -> JSON {
    let account = try self.account(standing.account)
    let acting = try party(standing.acts(for: session.acting))
    return [
      "signedIn": .flag(true), "account": .integer(account.id.number),
      "name": .text(try party(account.party).name),
      "language": .text(account.locale.tag),
      "currency": .text(try preferences(of: account.id).currency.code),
      "link": .text(PageAddress.settings(.overview).path(in: visit.locale)),
      "roles": .list(standing.roles.map(\.rawValue).sorted().map { .text($0) }),
      "acting": acting.id == standing.party
        ? .null : ["id": .integer(acting.id.number), "name": .text(acting.name)],
      "signOut": [
        "action": .text(PageAddress.gate(.signOut).path(in: visit.locale)),
        "token": .text(visit.formToken()),
      ],
    ]
  }

  fileprivate func user(_ id: ID<Account>) throws -> JSON? {
    let account: Account
    do { account = try self.account(id) } catch AccountError.unknownAccount { return nil }
    let party = try party(account.party)
    guard account.state == .active, party.isActive else { return nil }
    return [
      "id": .integer(id.number), "name": .text(party.name),
      "since": .integer(account.openedAt.milliseconds),
      "seller": try isShown(.seller(party.id)) ? .integer(party.id.number) : .null,
    ]
  }
}
