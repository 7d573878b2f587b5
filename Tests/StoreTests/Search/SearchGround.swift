import Market
import Testing

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
  func gigsFound(
    _ text: String, in category: ID<Market.Category>? = nil, prices: SearchQuery.Prices? = nil
  ) throws -> [ID<Gig>] {
    let record = try search(SearchQuery(text, in: category, prices: prices))
    // Who is hidden is not counted either.
    #expect(record.gigs.count == min(record.count, SearchQuery.perPage), "\(text)")
    return record.gigs.map(\.gig)
  }

  func sellersFound(_ text: String) throws -> [ID<Party>] {
    let record = try search(SearchQuery(text, for: .sellers))
    #expect(record.sellers.count == min(record.count, SearchQuery.perPage), "\(text)")
    return record.sellers.map(\.name.party)
  }
}
