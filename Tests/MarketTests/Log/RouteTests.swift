import Market
import Proving
import Testing

@Suite struct RouteTests {
  @Test func `its text is one name and value a line`() {
    let route = Route(category: 7, slug: "logo-设计", tags: ["swift", "a=b"])
    #expect(route.text == "shown\ncategory=7\nslug=logo-设计\ntag=swift\ntag=a=b")
    #expect(Route(seen: 12).text == "shown\nseen=12")
    #expect(Route(isShown: false).text == "hidden")
  }

  @Test(arguments: UInt64(1)...200)
  func `whatever is checked comes back from its text`(seed: UInt64) throws {
    var random = Seeded(seed)
    let route = try Route.random(using: &random).checked()
    let again = try Route(text: route.text)
    #expect(again == route)
    // Swift takes text of other bytes for the same; a database does not.
    #expect(Array(again.text.utf8) == Array(route.text.utf8))
  }

  @Test(arguments: [
    "", "a\nb", "a\r\nb", "a\tb", "a\0b", "\u{7F}", String(repeating: "x", count: 201),
    String(repeating: "集", count: 67),
  ])
  func `a value that would break a line or an address is refused`(value: String) {
    #expect(throws: RouteError.unfit(value)) { try Route(slug: value).checked() }
    #expect(throws: RouteError.unfit(value)) { try Route(tags: ["fine", value]).checked() }
  }

  @Test func `a value may be as long as the limit`() throws {
    let longest = String(repeating: "x", count: Route.valueBytesMax)
    #expect(try Route(slug: longest, tags: [longest]).checked().slug == longest)
  }

  @Test(arguments: [
    "", "visible", "Shown", "shown\n", "shown\nslug", "shown\nname=x", "shown\ncategory=",
    "shown\ncategory=seven", "shown\ncategory=9223372036854775808", "category=7\nshown",
    "hidden\n\ntag=a", "shown\nseen=many",
  ])
  func `text that is no route is refused`(text: String) {
    #expect(throws: RouteError.unreadable(text)) { try Route(text: text) }
  }
}

extension Route {
  fileprivate static func random(using random: inout Seeded) -> Route {
    Route(
      category: Bool.random(using: &random)
        ? .random(in: Int64.min...Int64.max, using: &random) : nil,
      slug: Bool.random(using: &random) ? word(using: &random) : nil,
      slugs: Bool.random(using: &random)
        ? [.chinese: word(using: &random), .english: word(using: &random)] : [:],
      tags: (0..<Int.random(in: 0...4, using: &random)).map { _ in word(using: &random) },
      seen: Bool.random(using: &random) ? .random(in: 0...Int64.max, using: &random) : nil,
      isShown: .random(using: &random))
  }

  /// Of all that people might write, with a taste for what parsers stumble over.
  private static func word(using random: inout Seeded) -> String {
    let letters: [Unicode.Scalar] = [
      "a", "Z", "0", "-", " ", "=", "\\", "\"", "'", "集", "市", "é", "e", "\u{301}", "\u{200D}",
      "👩", "\u{FE0F}", "\u{2028}", "\u{85}", "\u{1F3FD}", "\u{FEFF}",
    ]
    let count = Int.random(in: 1...8, using: &random)
    let scalars = (0..<count).map { _ in
      letters[Int.random(in: letters.indices, using: &random)]
    }
    return String(String.UnicodeScalarView(scalars))
  }
}
