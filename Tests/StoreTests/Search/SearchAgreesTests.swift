import Market
import Proving
import Testing

@testable import Store

/// The same market is searched alike on both engines, and the rows that follow the log are those that
/// would be made anew.
@Suite struct SearchAgreesTests {
  static let seeds = 1...UInt64(count("JISHI_HISTORIES", or: 4))

  @Test(arguments: seeds)
  func `both engines find the same in the same order`(seed: UInt64) async throws {
    guard Engine.all.count == 2 else { return }
    let (sqlite, found) = try await answers(on: .sqlite, seed)
    let (postgres, _) = try await answers(on: .postgres, seed)
    #expect(sqlite.count == postgres.count)
    for (one, other) in zip(sqlite, postgres) { #expect(one == other, "seed \(seed)") }
    #expect(found > 50, "seed \(seed): a search that finds nothing proves nothing")
  }

  private func answers(on engine: Engine, _ seed: UInt64) async throws -> ([String], Int) {
    let ground = try Ground(engine)
    return try await ground.withStore { store in
      let town = try await store.write { try $0.town() }.value
      let history = MarketAction.history(
        seed: seed, count: count("JISHI_HISTORY_ACTIONS", or: 200), of: MarketAction.Kind.visible)
      for (number, actions) in history.enumerated() {
        _ = try? await store.write { tx in
          for action in actions { _ = try action.outcome(town, in: tx) }
        }
        if number % 5 == 0 { try await store.write { try $0.followSearch() } }
      }
      try await store.write { try $0.followSearch() }
      return try await store.write { try $0.searchAnswers(seed) }.value
    }
  }
}

extension Transaction {
  /// Asked with words that stand in the rows, alone and together; and what is asked of the rows by
  /// looking at each of them.
  fileprivate func searchAnswers(_ seed: UInt64) throws -> ([String], Int) {
    let before = try searchRows()
    for table in ["gig", "party"] {
      let last = try lastNumber(of: table == "gig" ? .gig : .party)
      guard last > 0 else { continue }
      if table == "gig" {
        try indexForSearch((1...last).map { ID<Gig>($0) })
      } else {
        try indexForSearch((1...last).map { ID<Party>($0) })
      }
    }
    #expect(try searchRows() == before, "seed \(seed): the rows are not as they would be anew")
    let words = Set(
      before.flatMap { $0.words.split(separator: " ") }.filter { $0.first != "^" }.map(String.init)
    ).sorted()
    var random = Seeded(seed)
    var answers: [String] = []
    var found = 0
    for _ in 0..<300 {
      let text = (0...Int.random(in: 0...2, using: &random)).compactMap { _ in
        words.randomElement(using: &random)
      }.joined(separator: " ")
      let category = Int.random(in: 0..<3, using: &random) == 0 ? ID<Market.Category>(1) : nil
      let gigs = try search(SearchQuery(text, in: category)).gigs.map(\.gig)
      let sellers = try sellersFound(text)
      if category == nil {
        let wanted = SearchTokens.ofQuery(text)
        #expect(Set(gigs.map(\.number)) == before.numbers(of: "gig", with: wanted), "\(text)")
        #expect(Set(sellers.map(\.number)) == before.numbers(of: "party", with: wanted), "\(text)")
      }
      found += gigs.count + sellers.count
      answers.append("\(text): \(gigs.map(\.number)) \(sellers.map(\.number))")
    }
    return (answers, found)
  }

  private func searchRows() throws -> [SearchRow] {
    try rows("select gig, words from gig_search order by gig") {
      SearchRow(table: "gig", number: try $0[0], words: try $0[1])
    }
      + rows("select party, words from seller_search order by party") {
        SearchRow(table: "party", number: try $0[0], words: try $0[1])
      }
  }
}

private struct SearchRow: Equatable {
  let table: String
  let number: Int64
  let words: String
}

extension [SearchRow] {
  fileprivate func numbers(of table: String, with tokens: [String]) -> Set<Int64> {
    Set(
      filter {
        $0.table == table
          && Set($0.words.split(separator: " ").map(String.init))
            .isSuperset(of: tokens)
      }.map(\.number))
  }
}
