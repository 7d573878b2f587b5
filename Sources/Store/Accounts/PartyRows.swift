package import Market

extension Reading where Self: ~Copyable {
  package func party(_ id: ID<Party>) throws -> Party {
    let found = try row(
      "select id, kind, name, language, state, state_at, opened_at from party where id = $1", id
    ) { try Party(row: $0) }
    guard let found else { throw AccountError.unknownParty(id) }
    return found
  }

  package func account(_ id: ID<Account>) throws -> Account {
    let found = try row(
      """
      select id, party, email, phone, locale, state, state_at, opened_at from account
      where id = $1
      """, id, as: Account.init(row:))
    guard let found else { throw AccountError.unknownAccount(id) }
    return found
  }

  /// By e-mail address or telephone number, as they are kept.
  package func account(reachedAt contact: Contact) throws -> Account? {
    try row(
      """
      select id, party, email, phone, locale, state, state_at, opened_at from account
      where email = $1 or phone = $2 order by id limit 1
      """, contact.email, contact.phone, as: Account.init(row:))
  }

  package func accounts(
    after last: ID<Account>, atMost limit: Int
  ) throws -> [(account: Account, party: Party)] {
    try rows(
      """
      select a.id, a.party, a.email, a.phone, a.locale, a.state, a.state_at, a.opened_at,
        p.id, p.kind, p.name, p.language, p.state, p.state_at, p.opened_at
      from account a join party p on p.id = a.party where a.id > $1 order by a.id limit $2
      """, last, limit
    ) { (try Account(row: $0), try Party(row: $0, from: 8)) }
  }

  package func roles(of account: ID<Account>) throws -> Set<StaffRole> {
    Set(
      try rows("select role from account_role where account = $1", account) { try $0[0] })
  }

  /// Whether somebody of the house comes in as this party.
  func isStaff(_ party: ID<Party>) throws -> Bool {
    let roles = try row(
      """
      select count(*) from account_role r join account a on a.id = r.account where a.party = $1
      """, party
    ) { try $0[0] as Int }
    return roles ?? 0 > 0
  }

  package func organisation(_ id: ID<Party>) throws -> Organisation {
    var members: [ID<Party>: MemberRole] = [:]
    try each("select member, role from membership where organisation = $1", id) {
      members[try $0[0]] = try $0[1] as MemberRole
    }
    return try Organisation(party(id), members: members)
  }

  /// What somebody who is signed in may do now. Whoever is disabled is a visitor; whoever is
  /// suspended keeps what is his, and no power over what belongs to others.
  package func actor(_ account: ID<Account>) throws -> Actor {
    let account = try self.account(account)
    guard account.state == .active else { return .visitor }
    var standing = Actor.Standing(account: account.id, party: account.party)
    guard try party(account.party).isActive else { return .member(standing) }
    standing.roles = try roles(of: account.id)
    try each("select organisation, role from membership where member = $1", account.party) {
      standing.organisations[try $0[0]] = try $0[1] as MemberRole
    }
    return .member(standing)
  }
}

extension Party {
  init(row: borrowing Row, from column: Int = 0) throws {
    let at: Instant = try row[column + 5]
    let state: State =
      switch try row[column + 4] as String {
      case "active": .active
      case "suspended": .suspended(at: at)
      case "closed": .closed(at: at)
      case let other: throw StoreError.corrupt("a party is “\(other)”")
      }
    self.init(
      id: try row[column], kind: try row[column + 1], name: try row[column + 2],
      language: try row[column + 3], state: state, openedAt: try row[column + 6])
  }

  var columns: (state: String, at: Instant) {
    switch state {
    case .active: ("active", openedAt)
    case .suspended(let at): ("suspended", at)
    case .closed(let at): ("closed", at)
    }
  }

  package var route: Route { Route(isShown: isActive) }
}

extension Account {
  init(row: borrowing Row) throws {
    let at: Instant = try row[6]
    let state: State =
      switch try row[5] as String {
      case "active": .active
      case "disabled": .disabled(at: at)
      case let other: throw StoreError.corrupt("an account is “\(other)”")
      }
    let (email, phone): (String?, String?) = (try row[2], try row[3])
    let isReachable = email != nil || phone != nil
    self.init(
      id: try row[0], party: try row[1],
      contact: isReachable ? try Contact(email: email, phone: phone) : .nobody,
      locale: try row[4], state: state, openedAt: try row[7])
  }

  var columns: (state: String, at: Instant) {
    switch state {
    case .active: ("active", openedAt)
    case .disabled(let at): ("disabled", at)
    }
  }
}
