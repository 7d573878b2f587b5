import Hostile
import Market
import Samples
import Testing
import Theme

@testable import Pages

/// Every kind of page, full of hostile texts, in a real browser. It starts once for all of the tests.
/// Each of the texts stands in one of the pages, or with `JISHI_VECTORS=all` in each of them.
@Suite(.enabled(if: Chromium.isHere, "chromium is not installed"))
struct ChromiumTests {
  typealias Locale = Market.Locale
  static let locales: [Locale] = [.chinese, .english]
  static let widths = [390, 1280]
  /// What breaks out of most places, if anything does.
  static let worst =
    #"'"></title></textarea></script></style><script>alert(1)</script><img src=x onerror=alert(1)>"#
  static let long = [
    String(repeating: "w", count: 10_000), String(repeating: "👩🏽‍🚀", count: 500),
  ]

  static let sights = Result {
    let assets = try DefaultThemeTests.theme.get().assets
    let sights = try Chromium.look(at: pages(), with: assets.files.map { ($0.name, $0.bytes) })
    return Dictionary(uniqueKeysWithValues: sights.map { ($0.name, $0) })
  }

  /// What the house itself says of itself. It does not say words of ten thousand letters.
  static let own: Set<String> = [
    "site", "tongue", "footer", "footer link", "owner", "ICP", "police", "licence", "language",
    "group", "step", "other step", "spoken language",
  ]

  /// The text in every place where people write. Addresses are the sample's own.
  private static func written(_ text: String) -> Texts {
    Texts { place in
      let isOther =
        place.hasPrefix("link of ") || place.hasPrefix("token of ")
        || place.hasPrefix("language of ")
      return own.contains(place) || isOther ? "Words" : text
    }
  }

  /// All the texts in all the places; an address is the sample's own, so that none is asked for.
  private static func texts(_ text: String, markup: String = "Words.") -> Texts {
    Texts { place in
      if place == "description" || place == "about" { return markup }
      return place.hasPrefix("link of ") || place.hasPrefix("token of ") ? "" : text
    }
  }

  private static func pages() throws -> [Chromium.Page] {
    // Those in Markdown first: some of the others have no end.
    let markup = XSSCorpus.all.reversed().filter { $0.utf8.count < 5_000 }
      .joined(separator: "\n\n")
    var pages: [Chromium.Page] = []
    for kind in HostilePage.allCases {
      for locale in locales {
        let name = "\(kind)-\(locale)"
        let some = HostileTests.vectors(for: kind, locale)
        let model = try kind.bytes(
          locale, of: texts("harmless"), among: some.map { _ in texts("harmless") })
        pages.append(Chromium.Page("\(name)-model", model))
        let hostile = try kind.bytes(
          locale, of: texts(worst, markup: markup), among: some.map { texts($0) })
        pages.append(Chromium.Page(name, hostile, model: "\(name)-model"))
      }
      for (index, text) in long.enumerated() {
        let bytes = try kind.bytes(locales[index % 2], of: written(text))
        for width in widths {
          pages.append(Chromium.Page("\(kind)-\(index)-\(width)", bytes, width: width))
        }
      }
    }
    let gig = String(
      decoding: try HostilePage.gig.bytes(.english, of: texts("harmless")), as: UTF8.self)
    let broken = gig.replacing("<h1 lang=\"harmless\">harmless", with: "<h1>\(worst)")
    pages.append(Chromium.Page("model", Array(gig.utf8)))
    pages.append(Chromium.Page("broken", Array(broken.utf8), model: "model"))
    return pages
  }

  private static let names = HostilePage.allCases.flatMap { kind in
    locales.map { "\(kind)-\($0)" }
  }

  private func sight(_ name: String) throws -> Chromium.Sight {
    try #require(try Self.sights.get()[name])
  }

  @Test func `a page where something does leave its place is seen`() throws {
    let broken = try sight("broken")
    #expect(broken.ran.contains("alert"))
    #expect(!broken.different.isEmpty)
    #expect(try sight("model").ran == "")
  }

  @Test(arguments: names)
  func `nothing that people wrote runs or becomes an element`(name: String) throws {
    let page = try sight(name)
    #expect(page.ran == "")
    #expect(page.different == "")
    #expect(page.elements > 100)
    #expect(Set(page.schemes).isSubset(of: ["file:", "http:", "https:", "mailto:", "tel:"]))
    #expect(page.requests == [])
  }

  @Test(
    arguments: HostilePage.allCases.filter(\.hasProse).flatMap { kind in
      locales.map { "\(kind)-\($0)" }
    })
  func `markup of people has only what it may have`(name: String) throws {
    let prose = try sight(name).prose
    #expect(prose.count > 10)
    for line in prose {
      let words = line.split(separator: " ").map(String.init)
      let allowed = AllowedMarkup.attributes[words[0]] ?? []
      #expect(
        AllowedMarkup.attributes[words[0]] != nil && allowed.isSuperset(of: words.dropFirst()),
        "\(line)")
    }
  }

  @Test(arguments: HostilePage.allCases, widths)
  func `no word is wider than the window`(kind: HostilePage, width: Int) throws {
    for index in Self.long.indices {
      let page = try sight("\(kind)-\(index)-\(width)")
      #expect(page.room == width)
      #expect(page.width <= width, "\(page.name): \(page.wide)")
    }
  }
}
