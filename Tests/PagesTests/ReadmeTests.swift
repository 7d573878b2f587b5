import Foundation
import Testing
import Theme

@testable import Pages

/// What the pages for authors show can be written so: their examples are a theme that loads.
@Suite struct ReadmeTests {
  static let pages = ["README.md", "README.zh-CN.md"]

  @Test(arguments: pages)
  func `every example of the page about themes is a template`(page: String) throws {
    let examples = try Examples("themes/\(page)")
    #expect(examples.fragments.count > 10 && examples.files.count > 3)
    let catalogue = try Catalogue(
      Self.messages("locales/\(page)") + [
        SourceFile(path: "locales/en/site.txt", "site.searchHint = Search services\n")
      ])
    for fragment in examples.fragments {
      do throws(Faults) {
        _ = try LoadedTheme(
          ThemeFiles("mine", layers: [examples.theme(of: fragment)]), in: "themes", catalogue,
          showing: [Author.GigPage.self])
      } catch {
        Issue.record("\(fragment)\n\(error)")
      }
    }
  }

  @Test func `the icons of a theme are those that its templates may show`() throws {
    let examples = try Examples("themes/README.md")
    let catalogue = try Catalogue(Self.messages("locales/README.md"))
    let icon = "<svg><use href=\"{{ asset \"icons.svg\" }}#stra\"/></svg>"
    #expect {
      try LoadedTheme(
        ThemeFiles("mine", layers: [examples.theme(of: icon)]), in: "themes", catalogue,
        showing: [Author.GigPage.self])
    } throws: { error in
      (error as? Faults)?.all.map(\.found) == ["the icon “stra”"]
    }
  }

  @Test(arguments: pages)
  func `the example of the page about messages can be read`(page: String) throws {
    let catalogue = try Catalogue(Self.messages("locales/\(page)"))
    #expect(
      Set(catalogue["en"].keys) == ["gig.unreviewed", "gig.reviews", "order.accept"])
    #expect(catalogue.locales == [LocaleInfo(tag: "en", name: "English", hreflang: "en")])
  }

  @Test(arguments: ["themes", "locales"])
  func `both languages show the same examples`(folder: String) throws {
    let mark = #/\{\{ .*?\}\}|\{%.*?%\}|^    jishi .*|^\| `[^`]+`|`--[a-z]+`/#
      .anchorsMatchLineEndings()
    let marks = try Self.pages.map { page in
      try Examples.text("\(folder)/\(page)").matches(of: mark).map { String($0.0) }.sorted()
    }
    #expect(marks[0].count > 4)
    let changes = marks[1].difference(from: marks[0]).map { "\($0)" }
    #expect(changes == [])
  }

  /// The lines `key = message` of a page, in the files where they belong.
  private static func messages(_ page: String) throws -> [SourceFile] {
    var files: [String: String] = [:]
    for block in Examples.blocks(of: try Examples.text(page)) {
      var file: String?
      for line in block {
        if let key = line.firstMatch(of: #/^([a-z]+)(\.[a-zA-Z.]+)? = /#) {
          file = key.2 == nil ? "locale" : String(key.1)
        }
        if let file { files[file, default: ""] += line + "\n" }
      }
    }
    return files.map { SourceFile(path: "locales/en/\($0).txt", $1) }
  }
}

/// The indented blocks of a page.
private struct Examples {
  /// Those that say their file, such as `parts/icon.html: …`, by its path.
  private(set) var files: [String: String] = [:]
  /// The others, which stand in a page.
  private(set) var fragments: [String] = []

  init(_ page: String) throws {
    for block in Self.blocks(of: try Self.text(page)) {
      let named = block.compactMap { $0.wholeMatch(of: /([a-z]+\/[a-z]+\.html): +(.*)/) }
      for each in named { files[String(each.1)] = String(each.2) }
      if named.isEmpty, block.contains(where: { $0.contains("{{") || $0.contains("{%") }) {
        fragments.append(block.joined(separator: "\n"))
      }
    }
  }

  static func text(_ page: String) throws -> String {
    try String(contentsOf: Wording.folder.appending(path: "../\(page)"), encoding: .utf8)
  }

  static func blocks(of text: String) -> [[String]] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .split { !$0.hasPrefix("    ") }
      .map { $0.map { String($0.dropFirst(4)) } }
  }

  func theme(of fragment: String) throws(Faults) -> [String: SourceFile] {
    var texts = files.mapValues { text in
      text.hasPrefix("{% view") ? text : "{% view Frame %}\(text)"
    }
    let head = "{% view GigPage %}"
    let top = files["pages/gig.html"] ?? ""
    texts["pages/gig.html"] =
      fragment.hasPrefix("{% view")
      ? fragment
      : fragment.hasPrefix("{% layout") ? head + fragment + top : head + fragment
    texts["styles/10-tokens.css"] = ":root { color: black }"
    texts["scripts/menu.js"] = "export {};"
    texts["icons/star.svg"] = "<svg viewBox=\"0 0 24 24\"><path d=\"M0 0\"/></svg>"
    return texts.reduce(into: [:]) { $0[$1.key] = SourceFile(path: $1.key, $1.value) }
  }
}

/// What the examples show.
private enum Author {
  struct GigPage: View {
    let frame: Frame
    let title: Said
    let product: Facts
    let reply: ReplyLine?
    let mayReply: Bool
    let chosen: Bool
    let here: Bool
    let state: OrderState
    let reviews: [ReviewLine]
    let reviewCount: Int
    let gigs: [GigCard]
    let plans: [PackageLine]
    let termsLink: Link
    let searchLink: Link
    let accept: FormAddress

    static let about = "A page of many things."
    static let isDynamic = true
    static let fields = Fields<Self>(
      Field("frame", \.frame, ""), Field("title", \.title, ""), Field("product", \.product, ""),
      Field("reply", \.reply, ""), Field("mayReply", \.mayReply, ""),
      Field("chosen", \.chosen, ""), Field("here", \.here, ""), Field("state", \.state, ""),
      Field("reviews", \.reviews, ""), Field("reviewCount", \.reviewCount, ""),
      Field("gigs", \.gigs, ""), Field("plans", \.plans, ""),
      Field("termsLink", \.termsLink, ""), Field("searchLink", \.searchLink, ""),
      Field("accept", \.accept, ""))
  }

  enum OrderState: Choice {
    case delivered(ReplyLine)
    case paid
    case started

    static let cases = [
      ChoiceCase("delivered", ReplyLine.self), ChoiceCase("paid"), ChoiceCase("started"),
    ]

    var position: Int {
      switch self {
      case .delivered: 0
      case .paid: 1
      case .started: 2
      }
    }

    func withPayload(_ show: (Payload) -> Void) {
      if case .delivered(let delivery) = self { Payload.lend(delivery, to: show) }
    }
  }
}
