import Proving
import Testing

@testable import Site

@Suite struct OwnerIndexTests {
  /// A path is told from another by its number, which is also where its record begins.
  private func same(_ offset: UInt32) -> (UInt32) -> Bool { { $0 / 1_000 == offset / 1_000 } }

  @Test(arguments: UInt64(1)...20)
  func `it has what was put and not removed, whatever the order`(seed: UInt64) throws {
    var random = Seeded(seed)
    var index = OwnerIndex(atLeast: Int.random(in: 0...200, using: &random))
    var known: [UInt64: [UInt32: UInt32]] = [:]
    for round in 0..<Int.random(in: 1...3_000, using: &random) {
      // Owners whose numbers lie side by side, and such that lie far apart.
      let owner = UInt64.random(in: 0...99, using: &random) << (round % 2 == 0 ? 0 : 40)
      let path = UInt32.random(in: 1...9, using: &random)
      // A few hashes, so that different paths have the same.
      let hash = path % 4
      let offset = path * 1_000 + UInt32.random(in: 2...999, using: &random)
      if Int.random(in: 0..<3, using: &random) == 0 {
        try index.remove(owner, hash: hash, isSame: same(offset))
        known[owner]?[path] = nil
      } else {
        try index.set(offset, of: owner, hash: hash, isSame: same(offset))
        known[owner, default: [:]][path] = offset
      }
    }
    #expect(index.count == known.values.reduce(0) { $0 + $1.count })
    for (owner, paths) in known {
      #expect(index.offsets(of: owner).sorted() == paths.values.sorted(), "seed \(seed)")
    }
    #expect(index.offsets(of: .max).isEmpty)
  }
}
