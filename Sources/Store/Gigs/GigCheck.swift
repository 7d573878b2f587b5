import Market

// What a look at the whole database asks of gigs. Rows come one after the other, and nothing is
// kept of them.
extension Connection {
  /// What was published says what it said then: orders rest on it.
  func checkVersions(_ faults: inout FaultList, progress: (Int) -> Void) throws {
    var count = 0
    try scan(
      """
      select id, gig, number, digest from gig_version where published_at is not null order by id
      """
    ) { row in
      count += 1
      progress(count)
      let (gig, number): (Int64, Int64) = (try row[1], try row[2])
      guard let fault = try versionFault(row[0], row[3]) else { return }
      faults.add("Version \(number) of gig \(gig) \(fault).")
    }
    try scan(
      """
      select g.id from gig g left join gig_version v on v.id = g.version and v.gig = g.id
      where g.version is not null and v.published_at is null order by g.id
      """
    ) { faults.add("Gig \(try $0[0] as Int64) shows a version that was never published.") }
  }

  private func versionFault(_ version: ID<GigVersion>, _ digest: String) throws -> String? {
    do {
      // A snapshot of its own, for one that has met a fault reads no further.
      return try Snapshot(on: self).gigContent(of: version)?.digest == digest
        ? nil : "does not say what was published"
    } catch StoreError.corrupt(let what) {
      return "cannot be read: \(what)"
    }
  }

  /// Each listing counts the slots that it has.
  func checkListings(_ faults: inout FaultList) throws {
    try scan(
      """
      select noun, subject, cast(sum(slots) as bigint), cast(sum(shown) as bigint),
        cast(sum(seen) as bigint), cast(sum(counted) as bigint), cast(sum(ends) as bigint),
        cast(sum(on_show) as bigint)
      from (
        select noun, subject, slots, shown, seen, 0 as counted, 0 as ends, 0 as on_show
        from listing
        union all
        select noun, subject, 0, 0, 0, count(*), max(slot) + 1, sum(is_shown)
        from listing_slot group by noun, subject) together
      group by noun, subject order by noun, subject
      """
    ) { row in
      let name = Self.listingName(try row[0], try row[1])
      let (slots, shown, seen): (Int64, Int64, Int64) = (try row[2], try row[3], try row[4])
      let (counted, ends, onShow): (Int64, Int64, Int64) = (try row[5], try row[6], try row[7])
      if slots != counted || slots != ends {
        faults.add("\(name) states \(slots) slots, but has \(counted), which end before \(ends).")
      }
      if shown != onShow { faults.add("\(name) states \(shown) on show, but \(onShow) are.") }
      let told = SeenCount(of: onShow).number
      if seen != told {
        faults.add("\(name) tells visitors of \(seen), but would now tell of \(told).")
      }
    }
  }

  private static func listingName(_ noun: String, _ subject: Int64) -> String {
    noun == Noun.category.rawValue && subject == 0
      ? "The listing of the whole market" : "The listing of \(noun) \(subject)"
  }
}
