import Market

@testable import Store

extension Transaction {
  /// What the reader of the log does, in one go.
  func followSearch() throws {
    while true {
      let start = try cursor("search")
      let touched = try searchTouched(after: start, atMost: 100)
      guard touched.position > start else { return }
      try indexForSearch(Array(touched.gigs))
      try indexForSearch(Array(touched.sellers))
      try moveCursor("search", from: start, to: touched.position, at: now)
    }
  }
}

extension Reading where Self: ~Copyable {
  func gigsFound(_ text: String, in category: ID<Market.Category>? = nil) throws -> [ID<Gig>] {
    try search(SearchQuery(text, in: category)).gigs.map(\.gig)
  }

  func gigsFound(_ text: String, prices: SearchQuery.Prices) throws -> [ID<Gig>] {
    try search(SearchQuery(text, prices: prices)).gigs.map(\.gig)
  }

  func sellersFound(_ text: String) throws -> [ID<Party>] {
    try search(SearchQuery(text, for: .sellers)).sellers.map(\.name.party)
  }
}
