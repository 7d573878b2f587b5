package import Market

extension Reading where Self: ~Copyable {
  /// The account of a person; an organisation has none.
  package func account(of party: ID<Party>) throws -> Account? {
    try row(
      """
      select id, party, email, phone, locale, state, state_at, opened_at from account
      where party = $1
      """, party, as: Account.init(row:))
  }

  /// The organisations that somebody belongs to, the oldest first.
  package func memberships(
    of member: ID<Party>
  ) throws -> [(organisation: Party, role: MemberRole)] {
    try rows(
      """
      select m.role, p.id, p.kind, p.name, p.language, p.state, p.state_at, p.opened_at
      from membership m join party p on p.id = m.organisation
      where m.member = $1 order by p.id
      """, member
    ) { (try Party(row: $0, from: 1), try $0[0]) }
  }

  /// Who belongs to an organisation, in the order in which they came to the market.
  package func members(
    of organisation: ID<Party>
  ) throws -> [(member: Party, role: MemberRole)] {
    try rows(
      """
      select m.role, p.id, p.kind, p.name, p.language, p.state, p.state_at, p.opened_at
      from membership m join party p on p.id = m.member
      where m.organisation = $1 order by p.id
      """, organisation
    ) { (try Party(row: $0, from: 1), try $0[0]) }
  }
}
