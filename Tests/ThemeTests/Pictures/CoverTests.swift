import CXML
import Foundation
import Testing
import Theme

@Suite struct CoverTests {
  /// Which of these bytes a browser has kept for a year is known by their digests alone.
  @Test func `covers are what they have always been`() throws {
    let known = try KnownCover.all()
    #expect(known.count > 500)
    for each in known {
      let svg = Cover.svg(category: each.category, title: each.title, motif: each.motif)
      #expect(digest(svg) == each.digest, "\(each)")
    }
  }

  @Test(arguments: Motif.allCases)
  func `a cover is well-formed, small, and has one vermilion thing`(motif: Motif) {
    for number in 0..<80 {
      let category = Self.categories[number % Self.categories.count]
      let title = "\(motif) \(number)"
      let svg = Cover.svg(category: category, title: title, motif: motif)
      #expect(svg.utf8.count <= Cover.bytesMax, "\(title) has \(svg.utf8.count) bytes")
      #expect(isWellFormed(svg), "\(title): \(svg)")
      #expect(vermilionGroups(svg) == 1, "\(title): \(svg)")
      #expect(!svg.contains(/\d\.\d\d/) && !svg.contains("nan"), "\(title): \(svg)")
      for word in ["<text", "filter", "Gradient", "<script", "<image"] {
        #expect(!svg.contains(word), "\(title): \(svg)")
      }
    }
  }

  @Test func `a category draws from its own bag`() {
    for number in 0..<60 {
      let svg = Cover.svg(category: "web", title: "网站 \(number)")
      let isLattice = svg == Cover.svg(category: "web", title: "网站 \(number)", motif: .lattice)
      let isModular = svg == Cover.svg(category: "web", title: "网站 \(number)", motif: .modular)
      #expect(isLattice != isModular)
    }
  }

  @Test func `threads draw the same`() async {
    let alone = (0..<64).map { Cover.svg(category: "brand", title: "标志 \($0)") }
    let together = await withTaskGroup(of: (Int, String).self) { group in
      for number in 0..<64 {
        group.addTask { (number, Cover.svg(category: "brand", title: "标志 \(number)")) }
      }
      return await group.reduce(into: [Int: String]()) { $0[$1.0] = $1.1 }
    }
    for (number, svg) in alone.enumerated() { #expect(together[number] == svg) }
    #expect(Set(alone).count == alone.count)
  }

  @Test(arguments: ["", "no such group", "<&\">", "分类"])
  func `any words make a cover`(words: String) {
    #expect(isWellFormed(Cover.svg(category: words, title: words)))
    #expect(!Cover.svg(category: words, title: words).contains("no such"))
  }

  private static let categories = ["brand", "art", "web", "video", "words", "shop", "data", "pro"]
}

/// A line of the fixture.
struct KnownCover {
  let category: String
  let title: String
  let motif: Motif?
  let digest: String

  static func all() throws -> [KnownCover] {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../Fixtures/covers.txt")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    return lines.filter { !$0.hasPrefix("#") }.map {
      let parts = $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      return KnownCover(
        category: parts[0], title: parts[1], motif: Motif(rawValue: parts[2]), digest: parts[3])
    }
  }
}

/// FNV-1a of 64 bits.
private func digest(_ text: String) -> String {
  let hash = text.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
    ($0 ^ UInt64($1)) &* 0x100_0000_01B3
  }
  let digits = String(hash, radix: 16)
  return String(repeating: "0", count: 16 - digits.count) + digits
}

private func isWellFormed(_ svg: String) -> Bool {
  let options = Int32(XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue)
  guard let document = xmlReadMemory(svg, Int32(svg.utf8.count), nil, "UTF-8", options) else {
    return false
  }
  xmlFreeDoc(document)
  return true
}

/// How many runs of neighbouring vermilion elements there are.
private func vermilionGroups(_ svg: String) -> Int {
  var groups = 0
  var isInside = false
  for element in svg.split(separator: "<") where !element.hasPrefix("/") {
    let isVermilion = element.contains("#c5341f")
    if isVermilion, !isInside { groups += 1 }
    isInside = isVermilion
  }
  return groups
}
