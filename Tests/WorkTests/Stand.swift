import Market
import Store
import Testing

/// Where gigs are offered in a small market.
struct Stand: Sendable {
  let category: ID<Market.Category>
}

extension Transaction {
  func stand() throws -> Stand {
    let sheet = try Sheet(
      "[group design]\nname.en = Design\n[category logo]\nname.en = Logos", file: "catalogue")
    try saveCatalogue(CataloguePlan([sheet]), by: .operator, at: start)
    let category = try categories().first { $0.group != nil }
    return Stand(category: try #require(category).id)
  }

  /// Of a new seller, since nobody may have many.
  func publish(_ title: String, at stand: Stand) throws -> ID<Gig> {
    let content = GigContent(
      origin: .english,
      texts: [.english: GigText(title: title, summary: "Quick", description: "Fine.")],
      packages: [
        GigPackage(
          name: [.english: "Basic"], summary: [.english: "One"], price: 10_000, deliveryDays: 3,
          revisions: nil)
      ])
    let seller = try openAccount(
      name: "Seller", contact: Contact(email: "seller\(position().number)@example.org"),
      locale: .english, by: .operator, at: start)
    let gig = try openGig(of: seller.party, in: stand.category, by: .operator, at: start).id
    try reviseGig(gig, content, from: self.gig(gig).revision, by: .operator, at: start)
    try publishGig(gig, by: .operator, at: start)
    return gig
  }
}
