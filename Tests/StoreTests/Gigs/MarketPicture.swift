import Market
import Testing

@testable import Store

/// What the tables say in which an action on one gig could disturb others, and the rules they obey.
/// It judges by the rows alone, with none of the functions that made them.
struct MarketPicture: Sendable {
  static let kept = ["listing", "listing_slot", "front_place", "related", "gig"]
  static let tables =
    kept + ["gig_tag", "category", "party", "profile", "profile_skill"]

  /// Market, group, category, and the tags before and after.
  private static let listingsMax = 3 + 2 * 5
  /// What showing, hiding or changing one gig may touch in the kept tables: a row of each kind for
  /// each listing, its company and those in whose company it was or comes, and its own row.
  static let rowsMax =
    3 * listingsMax + 2 * Related.max + Related.pointersMax + Related.returnsMax + 1

  let tables: TablePicture
  private let columns: [String: [String: Int]]

  init(_ shapes: [TableShape], of reading: borrowing some Reading & ~Copyable) throws {
    tables = try TablePicture(shapes, of: reading)
    columns = Dictionary(
      uniqueKeysWithValues: shapes.map { shape in
        let names = shape.columns.map(\.name)
        return (shape.name, Dictionary(uniqueKeysWithValues: zip(names, names.indices)))
      })
  }

  struct Line {
    fileprivate let columns: [String: Int]
    fileprivate let values: [Value]

    subscript(column: String) -> Value? { columns[column].map { values[$0] } }
  }

  private func rows(_ table: String) -> [Line] {
    let columns = columns[table] ?? [:]
    return (tables.tables[table] ?? [:]).values.map { Line(columns: columns, values: $0) }
  }

  struct Spot: Hashable {
    let noun: String
    let subject: Int64
  }

  private func spot(_ row: Line) -> Spot {
    Spot(noun: row["noun"]?.text ?? "", subject: row["subject"]?.number ?? 0)
  }

  /// Which gigs visitors see, by what is written of each, of its seller and of its category.
  private var visible: [Int64: Line] {
    let active = Set(rows("party").filter { $0["state"] == .text("active") }.map { $0["id"] })
    let open = Set(rows("category").filter { $0["is_open"] == .int(1) }.map { $0["id"] })
    var visible: [Int64: Line] = [:]
    for gig in rows("gig")
    where gig["state"] == .text("published") && active.contains(gig["party"])
      && open.contains(gig["category"])
      && [.text("unseen"), .text("approved")].contains(gig["moderation"])
    {
      visible[gig["id"]?.number ?? 0] = gig
    }
    return visible
  }

  /// Who belongs where.
  private func places(_ visible: [Int64: Line]) -> [Spot: Set<Int64>] {
    var groups: [Int64: Int64] = [:]
    for category in rows("category") {
      groups[category["id"]?.number ?? 0] = category["parent"]?.number
    }
    var tags: [Int64: [Int64]] = [:]
    for row in rows("gig_tag") {
      tags[row["version"]?.number ?? 0, default: []].append(row["tag"]?.number ?? 0)
    }
    var places: [Spot: Set<Int64>] = [:]
    for (id, gig) in visible {
      let category = gig["category"]?.number ?? 0
      for subject in [0, category, groups[category] ?? 0] {
        places[Spot(noun: "category", subject: subject), default: []].insert(id)
      }
      for tag in tags[gig["version"]?.number ?? 0] ?? [] {
        places[Spot(noun: "tag", subject: tag), default: []].insert(id)
      }
    }
    let active = Set(rows("party").filter { $0["state"] == .text("active") }.map { $0["id"] })
    let published = Set(
      rows("profile").filter {
        $0["is_published"] == .int(1) && $0["is_taken_down"] == .int(0)
          && active.contains($0["party"])
      }.map { $0["party"] })
    for row in rows("profile_skill") where published.contains(row["party"]) {
      places[Spot(noun: "skill", subject: row["skill"]?.number ?? 0), default: []]
        .insert(row["party"]?.number ?? 0)
    }
    return places
  }

  func check(_ name: String) throws {
    let visible = visible
    for gig in rows("gig") {
      let id = gig["id"]?.number ?? 0
      #expect((gig["is_shown"] == .int(1)) == (visible[id] != nil), "\(name): gig \(id) is seen")
    }
    checkListings(places(visible), name)
    checkRelated(visible, name)
    for profile in rows("profile") {
      let count = visible.values.count { $0["party"] == profile["party"] }
      #expect(profile["gigs_shown"] == .int(Int64(count)), "\(name): a seller's gigs")
    }
  }

  private func checkListings(_ places: [Spot: Set<Int64>], _ name: String) {
    var slots: [Spot: [(slot: Int64, member: Int64, isShown: Bool)]] = [:]
    for row in rows("listing_slot") {
      slots[spot(row), default: []].append(
        (row["slot"]?.number ?? -1, row["member"]?.number ?? 0, row["is_shown"] == .int(1)))
    }
    var known: Set<Spot> = []
    for row in rows("listing") {
      let spot = spot(row)
      let members = slots[spot] ?? []
      let shown = Set(members.filter(\.isShown).map(\.member))
      known.insert(spot)
      #expect(shown == places[spot] ?? [], "\(name): who stands in \(spot)")
      #expect(row["shown"] == .int(Int64(shown.count)), "\(name): how many stand in \(spot)")
      #expect(
        row["seen"] == .int(SeenCount(of: Int64(shown.count)).number), "\(name): seen in \(spot)")
      #expect(row["slots"] == .int(Int64(members.count)), "\(name): slots of \(spot)")
      #expect(
        members.map(\.slot).sorted() == (0..<Int64(members.count)).map(\.self),
        "\(name): the slots of \(spot) are dense")
      #expect(Set(members.map(\.member)).count == members.count, "\(name): one slot each")
    }
    #expect(known == Set(slots.keys), "\(name): each slot is of a listing")
    #expect(known.isSuperset(of: places.keys), "\(name): each place is a listing")
    var front: [Spot: Int] = [:]
    for row in rows("front_place") {
      let spot = spot(row)
      front[spot, default: 0] += 1
      #expect(
        places[spot]?.contains(row["member"]?.number ?? 0) == true, "\(name): the front of \(spot)")
    }
    #expect(front.values.allSatisfy { $0 <= Listing.frontPlacesMax }, "\(name): fronts")
  }

  private func checkRelated(_ visible: [Int64: Line], _ name: String) {
    var company: [Int64: [Int64]] = [:]
    var pointers: [Int64: Int] = [:]
    for row in rows("related") {
      let (gig, other) = (row["gig"]?.number ?? 0, row["other"]?.number ?? 0)
      company[gig, default: []].append(other)
      pointers[other, default: 0] += 1
      let parties = [visible[gig]?["party"], visible[other]?["party"]]
      #expect(!parties.contains(nil), "\(name): \(gig) beside \(other) is seen")
      #expect(parties[0] != parties[1], "\(name): \(gig) beside \(other) is of another seller")
    }
    for (gig, others) in company {
      #expect(others.count <= Related.max, "\(name): the company of \(gig)")
      #expect(Set(others).count == others.count, "\(name): the company of \(gig)")
    }
    #expect(pointers.values.allSatisfy { $0 <= Related.pointersMax }, "\(name): pointers")
  }

  /// What was done touched only what it may touch.
  func check(after before: MarketPicture, _ deed: GigDeed, _ name: String) {
    let differences = tables.differences(from: before.tables)
    let touched = differences.count { Self.kept.contains($0.table) }
    let isProfile = if case .saveProfile = deed { true } else { false }
    let most = deed.gigsMax * Self.rowsMax + (isProfile || deed.gigsMax > 1 ? 2 * 60 : 0)
    #expect(touched <= most, "\(name): \(touched) rows")
    var owners: [Int64: Int64] = [:]
    for gig in before.rows("gig") { owners[gig["id"]?.number ?? 0] = gig["party"]?.number }
    let columns = columns["listing_slot"] ?? [:]
    for place in differences where place.table == "listing_slot" {
      let (old, new) = (before.tables[place], tables[place])
      guard let new else {
        Issue.record("\(name): a slot is gone: \(place)")
        continue
      }
      let row = Line(columns: columns, values: new)
      let member = row["member"]?.number ?? 0
      if let old {
        let was = Line(columns: columns, values: old)
        #expect(was["member"] == row["member"], "\(name): a slot has another member")
      }
      #expect(
        deed.mayMove(member, of: row["noun"]?.text ?? "", owners: owners),
        "\(name): the slot of \(member) in \(place)")
    }
  }
}
