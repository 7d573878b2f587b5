package import Market

extension Transaction {
  /// Asks somebody to join. Whether he has an account here is told to nobody.
  package func invite(
    _ contact: Contact, as role: MemberRole, to organisation: ID<Party>,
    _ key: PublicID<Invitation>, in language: Locale, by actor: Actor, at now: Instant
  ) throws -> Invitation {
    try actor.must(.govern, over: organisation, or: AccountError.self)
    guard let inviter = actor.account else { throw AccountError.refused(.signInNeeded) }
    let party = try self.organisation(organisation).party
    guard party.isActive else { throw AccountError.notActive(organisation) }
    guard try invitations(to: organisation, at: now).count < Invitation.openMax else {
      throw AccountError.tooManyInvitations(Invitation.openMax)
    }
    try attempt(.inviting(inviter), at: now)
    try attempt(.invited(contact), at: now)
    let invitation = Invitation(
      id: next(Invitation.self), key: key, organisation: organisation, contact: contact,
      role: role, inviter: inviter, madeAt: now)
    try run(
      """
      insert into invitation (id, key, organisation, email, phone, role, inviter, made_at, state)
      values ($1, $2, $3, $4, $5, $6, $7, $8, 'open')
      """, invitation.id, key, organisation, contact.email, contact.phone, role, inviter, now)
    let person = try self.party(account(inviter).party)
    try notify(
      contact, .invitation(key, from: person.name, to: party.name, as: role),
      in: account(reachedAt: contact)?.locale ?? language, at: now)
    try note(
      "invite", .invitation, invitation.id.number, by: actor, at: now, detail: role.rawValue)
    try record(
      Change(of: .invitation, invitation.id.number, from: nil, to: Self.hidden), at: now)
    return invitation
  }

  package func withdraw(
    _ id: ID<Invitation>, from organisation: ID<Party>, by actor: Actor, at now: Instant
  ) throws {
    guard let invitation = try invitation(id), invitation.organisation == organisation else {
      try actor.must(.govern, over: organisation, or: AccountError.self)
      throw AccountError.unknownInvitation
    }
    try save(invitation.withdrawn(by: actor, at: now), by: actor, at: now)
  }

  /// By whoever has the link: it was sent to one of his addresses, which need not be the one that he
  /// has an account by.
  package func accept(
    _ key: PublicID<Invitation>, by actor: Actor, at now: Instant
  ) throws -> Invitation {
    guard let account = actor.account else { throw AccountError.refused(.signInNeeded) }
    guard let invitation = try invitation(key) else { throw AccountError.unknownInvitation }
    let accepted = try invitation.accepted(at: now)
    let organisation = invitation.organisation
    let member = try party(self.account(account).party)
    let inviter = try self.actor(invitation.inviter)
    try admit(member, as: invitation.role, to: organisation, invitedBy: inviter, at: now)
    try save(accepted, by: actor, at: now)
    return accepted
  }

  package func decline(
    _ key: PublicID<Invitation>, by actor: Actor, at now: Instant
  ) throws {
    guard actor.account != nil else { throw AccountError.refused(.signInNeeded) }
    guard let invitation = try invitation(key) else { throw AccountError.unknownInvitation }
    try save(invitation.declined(at: now), by: actor, at: now)
  }

  private func save(_ invitation: Invitation, by actor: Actor, at now: Instant) throws {
    try run(
      "update invitation set state = $2, settled_at = $3 where id = $1", invitation.id,
      invitation.state.name, now)
    try note(invitation.state.name, .invitation, invitation.id.number, by: actor, at: now)
    try record(
      Change(of: .invitation, invitation.id.number, from: Self.hidden, to: Self.hidden), at: now)
  }

  /// Nobody sees it on the site.
  private static var hidden: Route { Route(isShown: false) }

  /// In whose name he acts from now on; nil in his own.
  package func act(
    for organisation: ID<Party>?, in session: Session
  ) throws {
    if let organisation {
      try actor(session).must(.sell, over: organisation, or: AccountError.self)
    }
    try run("update session set acting = $2 where id = $1", session.id, organisation)
  }
}

extension Reading where Self: ~Copyable {
  package func invitation(_ key: PublicID<Invitation>) throws -> Invitation? {
    try row(
      """
      select id, key, organisation, email, phone, role, inviter, made_at, state, settled_at
      from invitation where key = $1
      """, key, as: Invitation.init(row:))
  }

  fileprivate func invitation(_ id: ID<Invitation>) throws -> Invitation? {
    try row(
      """
      select id, key, organisation, email, phone, role, inviter, made_at, state, settled_at
      from invitation where id = $1
      """, id, as: Invitation.init(row:))
  }

  /// Those that can still be answered, by where they were sent.
  package func invitations(sentTo contacts: [String], at now: Instant) throws -> [Invitation] {
    try contacts.flatMap { contact in
      try rows(
        """
        select id, key, organisation, email, phone, role, inviter, made_at, state, settled_at
        from invitation where (email = $1 or phone = $1) and state = 'open' order by id
        """, contact, as: Invitation.init(row:))
    }.filter { $0.isOpen(at: now) }
  }

  /// Those that can still be answered, the oldest first.
  package func invitations(to organisation: ID<Party>, at now: Instant) throws -> [Invitation] {
    try rows(
      """
      select id, key, organisation, email, phone, role, inviter, made_at, state, settled_at
      from invitation where organisation = $1 and state = 'open' order by id
      """, organisation, as: Invitation.init(row:)
    ).filter { $0.isOpen(at: now) }
  }
}

extension Invitation {
  fileprivate init(row: borrowing Row) throws {
    let state: State
    switch (try row[8] as String, try row[9] as Instant?) {
    case ("open", nil): state = .open
    case ("accepted", let at?): state = .accepted(at: at)
    case ("declined", let at?): state = .declined(at: at)
    case ("withdrawn", let at?): state = .withdrawn(at: at)
    case (let other, _): throw StoreError.corrupt("an invitation is “\(other)”")
    }
    self.init(
      id: try row[0], key: try row[1], organisation: try row[2],
      contact: try Contact(email: try row[3], phone: try row[4]), role: try row[5],
      inviter: try row[6], madeAt: try row[7], state: state)
  }
}

extension Invitation.State {
  fileprivate var name: String {
    switch self {
    case .open: "open"
    case .accepted: "accepted"
    case .declined: "declined"
    case .withdrawn: "withdrawn"
    }
  }
}
