package import Market

// From what the log says to the keys that are printed anew.
extension Touched {
  package mutating func add(
    _ change: Change, _ rows: borrowing some Placing & ~Copyable
  ) throws {
    switch change.noun {
    case .gig:
      guard let gig = try rows.gigPlaces(ID(change.subject)) else { return }
      add(Touched(byGig: change, gig))
    // Its picture for sharing was drawn: only its own page names that.
    case .related, .shareCard: add(Touched(byCompanyOf: ID(change.subject)))
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
    // What is made of a file may have come after the gig that shows it.
    case .media:
      for gig in try rows.gigs(showing: ID(change.subject)) {
        guard let places = try rows.gigPlaces(gig) else { continue }
        add(Touched(byGig: change, places))
      }
      for seller in try rows.sellers(showing: ID(change.subject)) {
        add(Touched(byWorksOf: seller))
      }
    // What visitors see of a party changes with its gigs and its profile, which tell that themselves.
    case .account, .audit, .challenge, .change, .gigVersion, .invitation, .ledgerAccount,
      .ledgerBlock, .ledgerTransfer, .order, .outgoing, .party, .portfolioItem, .queuedTask, .rate,
      .report, .ruleVersion, .securityEvent, .session, .setting:
      break
    }
  }

  private mutating func addListing(
    _ change: Change, _ listing: Listing, _ rows: borrowing some Placing & ~Copyable
  ) throws {
    guard change.after?.seen != nil else { return }
    add(Touched(byListing: change, listing, slots: try rows.slots(of: listing)))
  }
}
