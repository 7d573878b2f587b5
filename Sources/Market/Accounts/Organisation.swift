/// Who belongs to an organisation, and what the members may decide about each other.
package struct Organisation: Hashable, Sendable {
  package static let membersMax = 200

  package let party: Party
  package private(set) var members: [ID<Party>: MemberRole]

  package init(_ party: Party, members: [ID<Party>: MemberRole]) throws(AccountError) {
    guard party.kind == .organisation else { throw .notAnOrganisation(party.id) }
    self.party = party
    self.members = members
  }

  /// Gives a member another role. Nobody is made a member without having been asked, but by the operator.
  package func with(
    _ member: Party, as role: MemberRole, by actor: Actor
  ) throws(AccountError) -> Organisation {
    try actor.must(.govern, over: party.id, or: AccountError.self)
    guard members[member.id] != nil || actor == .operator else { throw .refused(.notAllowed) }
    return try taking(member, as: role)
  }

  /// Who has asked him must still be one who can.
  package func joined(
    by member: Party, as role: MemberRole, invitedBy inviter: Actor
  ) throws(AccountError) -> Organisation {
    try inviter.must(.govern, over: party.id, or: AccountError.self)
    guard members[member.id] == nil else { throw .alreadyMember(member.id) }
    return try taking(member, as: role)
  }

  private func taking(
    _ member: Party, as role: MemberRole
  ) throws(AccountError) -> Organisation {
    guard party.isActive else { throw .notActive(party.id) }
    guard member.kind == .person else { throw .notAPerson(member.id) }
    guard member.isActive else { throw .notActive(member.id) }
    guard members[member.id] != role else { throw .alreadyMember(member.id) }
    guard members[member.id] != nil || members.count < Self.membersMax else {
      throw .tooManyMembers(Self.membersMax)
    }
    var changed = self
    changed.members[member.id] = role
    return try changed.checked(afterTouching: member.id)
  }

  /// Members leave by themselves, or are sent away by who governs.
  package func without(
    _ member: ID<Party>, by actor: Actor
  ) throws(AccountError) -> Organisation {
    if actor.refusal(of: .govern, over: member) != nil {
      try actor.must(.govern, over: party.id, or: AccountError.self)
    }
    guard members[member] != nil else { throw .notAMember(member) }
    var changed = self
    changed.members[member] = nil
    return try changed.checked(afterTouching: member)
  }

  private func checked(
    afterTouching member: ID<Party>
  ) throws(AccountError) -> Organisation {
    guard members.values.contains(.owner) else { throw .lastOwner(member) }
    return self
  }
}
