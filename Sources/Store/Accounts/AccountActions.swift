package import Market

/// Accounts and the persons behind them.
extension Transaction {
  /// Opens an account and the party of its person. Nobody needs two.
  package func openAccount(
    name: String, contact: Contact, locale: Locale, by actor: Actor, at now: Instant
  ) throws -> Account {
    if case .member = actor { throw AccountError.refused(.notAllowed) }
    try mustBeFree(contact)
    let party = Party(
      id: next(Party.self), kind: .person, name: try Party.checkedName(name), language: locale,
      openedAt: now)
    try insert(party, at: now)
    let account = Account(
      id: next(Account.self), party: party.id, contact: contact, locale: locale, openedAt: now)
    try run(
      """
      insert into account (id, party, email, phone, locale, state, state_at, opened_at)
      values ($1, $2, $3, $4, $5, 'active', $6, $6)
      """, account.id, party.id, contact.email, contact.phone, locale, now)
    try record(Change(of: .account, account.id.number, from: nil, to: Route()), at: now)
    return account
  }

  private func mustBeFree(_ contact: Contact) throws {
    guard let other = try account(reachedAt: contact) else { return }
    let isMail = contact.email != nil && other.contact.email == contact.email
    throw AccountError.contactTaken((isMail ? contact.email : contact.phone) ?? "")
  }

  package func disableAccount(_ id: ID<Account>, by actor: Actor, at now: Instant) throws {
    try save(account(id).disabled(by: actor, at: now), "disable", by: actor, at: now)
    try endSessions(of: id, at: now)
    try remember(.disabled, of: id, nil, at: now)
  }

  package func enableAccount(_ id: ID<Account>, by actor: Actor, at now: Instant) throws {
    try save(account(id).enabled(by: actor), "enable", by: actor, at: now)
  }

  private func save(
    _ account: Account, _ action: String, by actor: Actor, at now: Instant
  ) throws {
    let columns = account.columns
    try run(
      "update account set state = $1, state_at = $2 where id = $3", columns.state, columns.at,
      account.id)
    try note(action, .account, account.id.number, by: actor, at: now)
    let route = Route(isShown: account.state == .active)
    let before = Route(isShown: !route.isShown)
    try record(Change(of: .account, account.id.number, from: before, to: route), at: now)
  }

  package func grant(
    _ role: StaffRole, to id: ID<Account>, by actor: Actor, at now: Instant
  ) throws {
    try actor.must(.employ, or: AccountError.self)
    let known = try roles(of: account(id).id)
    guard !known.contains(role) else { throw AccountError.unchanged }
    try run("insert into account_role (account, role) values ($1, $2)", id, role)
    try changedRoles(of: id, "grant", role, by: actor, at: now)
  }

  package func revoke(
    _ role: StaffRole, from id: ID<Account>, by actor: Actor, at now: Instant
  ) throws {
    try actor.must(.employ, or: AccountError.self)
    let account = try account(id)
    let gone = try run(
      "delete from account_role where account = $1 and role = $2", account.id, role)
    guard gone == 1 else { throw AccountError.unchanged }
    try changedRoles(of: id, "revoke", role, by: actor, at: now)
  }

  private func changedRoles(
    of id: ID<Account>, _ action: String, _ role: StaffRole, by actor: Actor, at now: Instant
  ) throws {
    try note(action, .account, id.number, by: actor, at: now, detail: role.rawValue)
    let route = Route(isShown: try account(id).state == .active)
    try record(Change(of: .account, id.number, from: route, to: route), at: now)
  }

  /// Who did it, for those who must be able to find out.
  func note(
    _ action: String, _ noun: Noun, _ subject: Int64, by actor: Actor, at now: Instant,
    detail: String = ""
  ) throws {
    try note(
      Audit(
        at: now, actor: actor.name, action: action, noun: noun, subject: subject, detail: detail))
  }
}
