import Market
import Pages
import Store

// From what the log says to the keys that are printed anew.
extension Touched {
  /// More changes than this are not looked at one by one.
  private static let changesMax = 5_000

  /// Adds what all changes touch that the rows show. Returns these; nil when they are too many.
  mutating func add(
    after position: Position, _ rows: borrowing Snapshot
  ) throws -> [LoggedChange]? {
    let changes = try rows.changes(after: position, atMost: Self.changesMax)
    guard changes.count < Self.changesMax else { return nil }
    for change in changes { try add(change.change, rows) }
    return changes
  }

  mutating func add(_ change: Change, _ rows: borrowing Snapshot) throws {
    switch change.noun {
    case .gig:
      guard let gig = try rows.gigPlaces(ID(change.subject)) else { return }
      add(Touched(byGig: change, gig))
    case .related: add(Touched(byCompanyOf: ID(change.subject)))
    case .review:
      guard let (gig, seller) = try rows.reviewed(ID(change.subject)),
        let places = try rows.gigPlaces(gig)
      else { return }
      add(
        Touched(
          byReview: change, places, of: try rows.sellerPlaces(seller),
          try rows.gigPlaces(of: seller)))
    case .profile:
      let seller = ID<Party>(change.subject)
      add(
        Touched(
          bySeller: change, try rows.sellerPlaces(seller), try rows.gigPlaces(of: seller)))
    // Names of categories stand on so many pages that they are one of the inputs.
    case .category:
      let listing = change.subject == 0 ? Listing.market : .category(ID(change.subject))
      try addListing(change, listing, rows)
    case .tag:
      let id = ID<Tag>(change.subject)
      if change.after?.seen != nil { return try addListing(change, .tag(id), rows) }
      add(
        Touched(
          byTag: id, slots: try rows.slots(of: .tag(id)), on: try rows.gigs(taggedWith: id)))
    case .skill:
      let id = ID<Skill>(change.subject)
      if change.after?.seen != nil { return try addListing(change, .skill(id), rows) }
      add(
        Touched(
          bySkill: id, slots: try rows.slots(of: .skill(id)),
          of: try rows.sellers(skilledIn: id)))
    // What visitors see of a party changes with its gigs and its profile, which tell that themselves.
    case .account, .audit, .challenge, .change, .gigVersion, .invitation, .ledgerAccount,
      .ledgerBlock, .ledgerTransfer, .order, .outgoing, .party, .portfolioItem, .queuedTask, .rate,
      .report, .ruleVersion, .securityEvent, .session, .setting:
      break
    }
  }

  private mutating func addListing(
    _ change: Change, _ listing: Listing, _ rows: borrowing Snapshot
  ) throws {
    guard change.after?.seen != nil else { return }
    add(Touched(byListing: change, listing, slots: try rows.slots(of: listing)))
  }
}

extension Snapshot {
  fileprivate func slots(of listing: Listing) throws -> Int64 {
    try self.listing(listing)?.slots ?? 0
  }

  /// What the log says at a place, so that another log is known from this one.
  func mark(of position: Position) throws -> String {
    guard position > .start else { return "-" }
    let found = try changes(after: Position(position.number - 1), atMost: 1).first
    guard let found, found.position == position else { return "-" }
    return "\(found.at.milliseconds)-\(found.change.noun.rawValue)-\(found.change.subject)"
  }
}
