package import Market

extension Reading where Self: ~Copyable {
  package func related(to gig: ID<Gig>) throws -> [ID<Gig>] {
    try rows("select other from related where gig = $1 order by position", gig) { try $0[0] }
  }

  /// The newest in the gig's category, with how many tags each shares with it.
  private func candidates(for gig: Gig) throws -> [Related.Candidate] {
    try rows(
      """
      select s.member, g.party, count(mine.tag),
        (select count(*) from related r where r.other = s.member),
        (select count(*) from related r where r.gig = s.member)
      from (
        select member, slot from listing_slot
        where noun = 'category' and subject = $1 and is_shown = 1 and member <> $2
        order by slot desc limit $3) s
      join gig g on g.id = s.member
      left join gig_tag theirs on theirs.version = g.version
      left join gig_tag mine on mine.version = $4 and mine.tag = theirs.tag
      group by s.member, g.party
      """, gig.category, gig.id, Related.candidatesMax, gig.version
    ) {
      Related.Candidate(
        gig: try $0[0], party: try $0[1], sharedTags: try $0[2], pointers: try $0[3],
        company: try $0[4])
    }
  }

  fileprivate func choice(for gig: Gig) throws -> [Related.Candidate] {
    Related.choice(for: gig.party, from: try candidates(for: gig))
  }
}

extension Transaction {
  /// Finds a gig its company, and brings it into the company of a few who lack some.
  func relate(_ gig: Gig, at now: Instant) throws {
    let others = try choice(for: gig)
    for (place, other) in others.enumerated() {
      try run(
        "insert into related (gig, position, other) values ($1, $2, $3)", gig.id, place, other.gig)
    }
    let lonely = others.filter { $0.company < Related.max }
    for other in lonely.prefix(Related.returnsMax).map(\.gig) {
      let places: [Int] = try rows(
        "select position from related where gig = $1 order by position", other
      ) { try $0[0] }
      guard let free = (0..<Related.max).first(where: { !places.contains($0) }) else { continue }
      try run(
        "insert into related (gig, position, other) values ($1, $2, $3)", other, free, gig.id)
      try tellOf(other, at: now)
    }
  }

  /// Takes a gig out of all company. Only so many ever stood beside it as could choose it.
  func unrelate(_ gig: ID<Gig>, at now: Instant) throws {
    let beside: [ID<Gig>] = try rows(
      "select gig from related where other = $1 order by gig", gig
    ) { try $0[0] }
    try run("delete from related where gig = $1", gig)
    try run("delete from related where other = $1", gig)
    for other in beside { try tellOf(other, at: now) }
  }

  /// Company has no address of its own.
  private func tellOf(_ id: ID<Gig>, at now: Instant) throws {
    try record(Change(of: .related, id.number, from: Route(), to: Route()), at: now)
  }
}
