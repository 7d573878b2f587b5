import Proving
import Testing
import Theme

@Suite struct NearestTests {
  @Test func `the nearest names come first, the others by the alphabet`() {
    let names = ["stars", "seller", "title", "sellers", "reviews", "sealer"]
    #expect(
      nearestFirst(names, to: "seler") == [
        "sealer", "seller", "reviews", "sellers", "stars", "title",
      ])
    #expect(nearestFirst(names, to: "xxxxxxx") == names.sorted())
    #expect(nearestFirst([String](), to: "a").isEmpty)
    #expect(near(names, to: "sellers", atMost: 2) == ["sellers", "seller"])
  }

  @Test func `letters that changed their places are near`() {
    #expect(near(["gig", "ordre", "order"], to: "odrer").first == "order")
    #expect(near(["ab", "b", "", "abc"], to: "ba") == ["ab", "b"])
    #expect(near(["评价"], to: "评介").first == "评价")
  }

  /// What the bounded count must agree with: the whole table.
  private func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var rows = [Array(0...right.count)]
    for i in left.indices {
      var row = [i + 1]
      for j in right.indices {
        var best = min(rows[i][j] + (left[i] == right[j] ? 0 : 1), rows[i][j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
          best = min(best, rows[i - 1][j - 1] + 1)
        }
        row.append(best)
      }
      rows.append(row)
    }
    return rows[left.count][right.count]
  }

  @Test func `a name is near when few letters differ`() {
    for seed in UInt64(0)..<3_000 {
      var dice = Seeded(seed)
      let names = (0..<2).map { _ in
        String(
          (0..<Int.random(in: 0...14, using: &dice)).map { _ in
            "abc".randomElement(using: &dice) ?? "a"
          })
      }
      let far = max(1, min(names[1].utf8.count / 3, 4))
      let isNear = distance(Array(names[0].utf8), Array(names[1].utf8)) <= far
      #expect(near([names[0]], to: names[1]).isEmpty != isNear, "seed \(seed): \(names)")
    }
  }

  @Test func `long names cost no more than short ones`() {
    let long = String(repeating: "a", count: 1_000_000)
    #expect(near([long, "b"], to: long) == [long])
  }
}
