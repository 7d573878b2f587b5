import Market
import Testing
import Theme

@testable import Pages

/// Numbers of pages as visitors see them: `[2]` is this one, and `…` stands for some left out.
@Suite struct PagerTests {
  private func written(_ lines: [PagerLine]) -> String {
    lines.map { line in
      #expect(line.link.text == "/en/c/logos/\(line.number)")
      let number = line.isHere ? "[\(line.number)]" : "\(line.number)"
      return line.isAfterGap ? "… \(number)" : number
    }.joined(separator: " ")
  }

  @Test(
    arguments: [
      (1, 1, "[1]"), (1, 2, "2 [1]"), (2, 2, "[2] 1"), (2, 3, "3 [2] 1"), (1, 10, "3 2 [1]"),
      (5, 10, "7 6 [5] 4 3"), (9, 10, "10 [9] 8 7"), (10, 10, "[10] 9 8"),
    ] as [(Int64, Int64, String)])
  func `a numbered page shows its neighbours only`(
    number: Int64, pages: Int64, shown: String
  ) throws {
    let pager = Pager(number: number, pages: pages, front: .category("logos"))
    let edition = try Made.edition(.english)
    #expect(written(pager.lines(in: edition)) == shown)
    let newer = number == pages ? "/en/c/logos" : "/en/c/logos/\(number + 1)"
    #expect(pager.previous(in: edition)?.text == newer)
    let older = number == 1 ? nil : "/en/c/logos/\(number - 1)"
    #expect(pager.next(in: edition)?.text == older)
  }

  @Test(
    arguments: [
      (0, "", nil), (1, "", nil), (2, "1", 1), (3, "2 1", 2), (4, "3 2 1", 3), (5, "4 3 2 1", 4),
      (6, "5 4 3 … 1", 5), (10, "9 8 7 … 1", 9),
    ] as [(Int64, String, Int64?)])
  func `the front leads to the newest numbered pages and to the oldest`(
    pages: Int64, shown: String, next: Int64?
  ) throws {
    let pager = FrontPager(pages: pages, front: .category("logos"))
    let edition = try Made.edition(.english)
    #expect(written(pager.lines(in: edition)) == shown)
    #expect(pager.next(in: edition)?.text == next.map { "/en/c/logos/\($0)" })
  }
}
