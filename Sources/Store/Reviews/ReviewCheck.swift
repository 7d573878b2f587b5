import Market

extension Connection {
  /// Gigs and sellers count what buyers said and others can read.
  func checkReviewCounts(_ faults: inout FaultList) throws {
    try scan(
      """
      select g.id, g.reviews, g.stars, coalesce(r.reviews, 0), coalesce(r.stars, 0)
      from gig g left join (
        select gig, count(*) as reviews, cast(sum(stars) as bigint) as stars
        from review where state = 'shown' and side = 'buyer' group by gig) r on r.gig = g.id
      where g.reviews <> coalesce(r.reviews, 0) or g.stars <> coalesce(r.stars, 0) order by g.id
      """
    ) { faults.add(try Self.miscounted("Gig \(try $0[0] as Int64)", $0)) }
    try scan(
      """
      select p.party, p.reviews, p.stars, coalesce(r.reviews, 0), coalesce(r.stars, 0)
      from profile p left join (
        select seller, count(*) as reviews, cast(sum(stars) as bigint) as stars
        from review where state = 'shown' and side = 'buyer' group by seller) r
      on r.seller = p.party
      where p.reviews <> coalesce(r.reviews, 0) or p.stars <> coalesce(r.stars, 0)
      order by p.party
      """
    ) { faults.add(try Self.miscounted("The profile of party \(try $0[0] as Int64)", $0)) }
  }

  private static func miscounted(_ name: String, _ row: borrowing Row) throws -> String {
    let (reviews, stars): (Int64, Int64) = (try row[1], try row[2])
    let (counted, found): (Int64, Int64) = (try row[3], try row[4])
    return
      "\(name) states \(reviews) reviews with \(stars) stars, but \(counted) with \(found) are shown."
  }
}
