import Proving
import Testing

@testable import Site

/// Workers take pieces side by side, and each piece is taken once.
@Suite struct SharesTests {
  @Test func `each piece is taken once, whoever is how quick`() {
    for seed in 0..<200 {
      var dice = Seeded(UInt64(seed))
      let workers = Int.random(in: 1...5, using: &dice)
      let count = Int.random(in: 0...40, using: &dice)
      var shares = Shares(of: count, by: workers)
      var taken: [Int] = []
      var busy = Set(0..<workers)
      while let worker = busy.randomElement(using: &dice) {
        // Some are much slower than others.
        if worker > 0, Int.random(in: 0...worker * 3, using: &dice) > 0 { continue }
        if let piece = shares.next(for: worker) { taken.append(piece) } else { busy.remove(worker) }
      }
      #expect(taken.sorted() == Array(0..<count), "seed \(seed)")
    }
  }

  @Test func `each worker has a stretch of its own, and helps who has most left`() {
    var shares = Shares(of: 9, by: 3)
    #expect((0..<3).map { _ in shares.next(for: 1) } == [3, 4, 5])
    #expect(shares.next(for: 0) == 0)
    // Two are left to the first, three to the last.
    #expect(shares.next(for: 1) == 7)
    #expect(shares.next(for: 1) == 8)
    #expect(shares.next(for: 2) == 6)
    #expect(shares.next(for: 2) == 2)
    #expect(shares.next(for: 2) == 1)
    #expect((0..<3).map { shares.next(for: $0) } == [nil, nil, nil])
  }

  @Test func `what is dropped is taken by nobody`() {
    var shares = Shares(of: 9, by: 2)
    #expect(shares.next(for: 0) == 0)
    shares.drop()
    #expect(shares.next(for: 0) == nil)
    #expect(shares.next(for: 1) == nil)
  }
}
