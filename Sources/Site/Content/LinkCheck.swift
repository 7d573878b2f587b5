import Market
import Pages
import Theme

/// Finds links in the market's own words to pages of the site that will not be there.
struct LinkCheck {
  private let locales: [Locale]
  private var pages: Set<String> = ["/"]
  private var links: [(path: String, place: Place)] = []

  init(_ languages: [Language]) {
    locales = languages.compactMap { Locale($0.tag) }
    for page in [PageAddress.home, .catalogue, .newest, .topics, .help] { add(page) }
  }

  /// A page that is there in every language.
  private mutating func add(_ page: PageAddress) {
    for locale in locales { add(page, in: locale) }
  }

  mutating func add(_ page: PageAddress, in locale: Locale) {
    pages.insert(page.path(in: locale))
    guard case .post = page else { return }
    for page in [PageAddress.blog, .feed(.blog)] { add(page) }
  }

  /// Notes the links of a text, `](/…)` in Markdown.
  mutating func read(_ matter: FrontMatter, _ file: String) {
    for (number, line) in matter.body.split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated()
    {
      for start in line.ranges(of: "](/").map({ line.index(before: $0.upperBound) }) {
        // What begins with two slashes is of another site.
        let target = line[start...].prefix { !$0.isWhitespace && $0 != ")" }
        guard !target.hasPrefix("//") else { continue }
        let column = line.distance(from: line.startIndex, to: start) + 1
        links.append(
          (
            String(target.prefix { $0 != "#" && $0 != "?" }),
            Place(file: file, line: matter.bodyLine + number, column: column)
          ))
      }
    }
  }

  /// To be asked when all pages are known.
  var faults: [Fault] {
    links.filter { !pages.contains($0.path) && !isOfTheMarket($0.path) }.map { link in
      Fault(
        link.place, found: "“\(link.path)”", expected: "a page that is there",
        available: nearestFirst(pages, to: link.path))
    }
  }

  /// Whether it is the address of something that the content knows nothing of: a category, a gig.
  private func isOfTheMarket(_ path: String) -> Bool {
    let parts = path.split(separator: "/")
    guard parts.count > 2 else { return false }
    return locales.contains { $0.tag == parts[0] } && Self.marketPages.contains(String(parts[1]))
  }

  private static let marketPages: Set = ["c", "new", "t", "k", "g", "v", "s"]
}
