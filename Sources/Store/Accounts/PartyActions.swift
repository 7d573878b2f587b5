package import Market

/// Parties: their state, and who belongs to an organisation.
extension Transaction {
  /// Makes an organisation; its first owner is a person.
  package func found(
    _ name: String, in language: Locale, owner: ID<Party>, by actor: Actor, at now: Instant
  ) throws -> Party {
    try actor.must(.govern, over: owner, or: AccountError.self)
    let owner = try party(owner)
    guard owner.kind == .person else { throw AccountError.notAPerson(owner.id) }
    guard owner.isActive else { throw AccountError.notActive(owner.id) }
    if let account = actor.account { try attempt(.founding(account), at: now) }
    let party = Party(
      id: next(Party.self), kind: .organisation, name: try Party.checkedName(name),
      language: language, openedAt: now)
    try insert(party, at: now)
    try save(.owner, of: owner.id, in: party.id, at: now)
    return party
  }

  package func setMember(
    _ member: ID<Party>, as role: MemberRole, in id: ID<Party>, by actor: Actor, at now: Instant
  ) throws {
    let organisation = try organisation(id)
    _ = try organisation.with(try party(member), as: role, by: actor)
    try save(role, of: member, in: id, at: now)
    try changedMembers(
      of: organisation.party, "set member", "party:\(member), \(role.rawValue)", by: actor, at: now)
  }

  /// Takes in who has accepted an invitation.
  func admit(
    _ member: Party, as role: MemberRole, to id: ID<Party>, invitedBy inviter: Actor,
    at now: Instant
  ) throws {
    let organisation = try organisation(id)
    _ = try organisation.joined(by: member, as: role, invitedBy: inviter)
    try save(role, of: member.id, in: id, at: now)
    try changedMembers(
      of: organisation.party, "set member", "party:\(member.id), \(role.rawValue)", by: inviter,
      at: now)
  }

  package func removeMember(
    _ member: ID<Party>, from id: ID<Party>, by actor: Actor, at now: Instant
  ) throws {
    let organisation = try organisation(id)
    _ = try organisation.without(member, by: actor)
    try run("delete from membership where organisation = $1 and member = $2", id, member)
    try changedMembers(
      of: organisation.party, "remove member", "party:\(member)", by: actor, at: now)
  }

  package func suspend(
    _ id: ID<Party>, because reason: String, by actor: Actor, at now: Instant
  ) throws {
    let party = try party(id)
    let suspended = try party.suspended(
      because: reason, isStaff: isStaff(id), by: actor, at: now)
    try save(party, as: suspended, "suspend", reason, by: actor, at: now)
  }

  package func reinstate(_ id: ID<Party>, by actor: Actor, at now: Instant) throws {
    let party = try party(id)
    let reinstated = try party.reinstated(isStaff: isStaff(id), by: actor)
    try save(party, as: reinstated, "reinstate", by: actor, at: now)
  }

  /// With all pages that its name stands on: those of what it offers, and those of reviews it wrote.
  package func rename(
    _ id: ID<Party>, to name: String, in language: Locale, by actor: Actor, at now: Instant
  ) throws {
    let before = try party(id)
    let party = try before.renamed(name, in: language, by: actor)
    guard party != before else { return }
    try run(
      "update party set name = $2, language = $3 where id = $1", id, party.name, party.language)
    try note("rename", .party, id.number, by: actor, at: now, detail: before.name)
    try record(Change(of: .party, id.number, from: party.route, to: party.route), at: now)
    for gig in try gigs(of: id) where gig.isShown { try save(gig, as: gig, at: now) }
    if let profile = try profile(id), profile.isShown {
      try record(Change(of: .profile, id.number, from: profile.route, to: profile.route), at: now)
    }
    let reviews: [ID<Review>] = try rows(
      "select id from review where buyer = $1 and side = 'buyer' and state = 'shown'", id
    ) { try $0[0] }
    for review in reviews {
      try record(Change(of: .review, review.number, from: Route(), to: Route()), at: now)
    }
  }

  package func closeParty(_ id: ID<Party>, by actor: Actor, at now: Instant) throws {
    let party = try party(id)
    let closed = try party.closed(by: actor, at: now)
    try mustNotLeaveAlone(id)
    try save(party, as: closed, "close", by: actor, at: now)
    for (organisation, _) in try memberships(of: id) {
      // There was nobody else in it.
      if try members(of: organisation.id).count == 1, organisation.canBeClosed {
        try closeParty(organisation.id, by: actor, at: now)
      }
      try run(
        "delete from membership where organisation = $1 and member = $2", organisation.id, id)
      try changedMembers(of: organisation, "remove member", "party:\(id)", by: actor, at: now)
    }
  }

  /// An organisation whose only owner is gone would belong to nobody. One with nobody else goes with him.
  private func mustNotLeaveAlone(_ owner: ID<Party>) throws {
    let alone = try row(
      """
      select count(*) from membership mine join party p on p.id = mine.organisation
      where mine.member = $1 and mine.role = 'owner' and p.state <> 'closed'
        and exists (
          select 1 from membership any_other where any_other.organisation = mine.organisation
          and any_other.member <> $1)
        and not exists (
          select 1 from membership other join party o on o.id = other.member
          where other.organisation = mine.organisation and other.role = 'owner'
            and other.member <> $1 and o.state <> 'closed')
      """, owner
    ) { try $0[0] as Int }
    guard alone == 0 else { throw AccountError.lastOwner(owner) }
  }

  func insert(_ party: Party, at now: Instant) throws {
    let columns = party.columns
    try run(
      """
      insert into party (id, kind, name, language, state, state_at, opened_at)
      values ($1, $2, $3, $4, $5, $6, $7)
      """, party.id, party.kind, party.name, party.language, columns.state, columns.at,
      party.openedAt)
    try record(Change(of: .party, party.id.number, from: nil, to: party.route), at: now)
  }

  /// What a party offers is seen or not by the party's state.
  private func save(
    _ before: Party, as party: Party, _ action: String, _ detail: String = "", by actor: Actor,
    at now: Instant
  ) throws {
    let columns = party.columns
    try run(
      "update party set state = $1, state_at = $2 where id = $3", columns.state, columns.at,
      party.id)
    try note(action, .party, party.id.number, by: actor, at: now, detail: detail)
    try record(
      Change(of: .party, party.id.number, from: before.route, to: party.route), at: now)
    for gig in try gigs(of: party.id) { try showOrHide(gig, at: now) }
    if let profile = try profile(party.id) { try showOrHide(profile, at: now) }
  }

  private func save(
    _ role: MemberRole, of member: ID<Party>, in organisation: ID<Party>, at now: Instant
  ) throws {
    try run(
      """
      insert into membership (organisation, member, role, since) values ($1, $2, $3, $4)
      on conflict (organisation, member) do update set role = excluded.role
      """, organisation, member, role, now)
  }

  private func changedMembers(
    of party: Party, _ action: String, _ detail: String, by actor: Actor, at now: Instant
  ) throws {
    try note(action, .party, party.id.number, by: actor, at: now, detail: detail)
    try record(Change(of: .party, party.id.number, from: party.route, to: party.route), at: now)
  }
}
