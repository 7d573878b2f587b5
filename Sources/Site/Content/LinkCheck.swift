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
    // To Swift, the two signs at the end of a line of Windows are one.
    let lines = matter.body.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
    for (number, line) in lines.enumerated() {
      var (last, column) = (line.startIndex, 1)
      for start in line.ranges(of: "](/").map({ line.index(before: $0.upperBound) }) {
        column += line.distance(from: last, to: start)
        last = start
        let target = line[start...].prefix { !$0.isWhitespace && !"()[]".contains($0) }
        // What begins with two slashes is of another site.
        guard !target.hasPrefix("//") else { continue }
        let path = String(target.prefix { $0 != "#" && $0 != "?" })
        let place = Place(file: file, line: matter.bodyLine + number, column: column)
        links.append((path, place))
      }
    }
  }

  /// To be asked when all pages are known.
  var faults: [Fault] {
    links.filter { !pages.contains($0.path) && !isMadeElsewhere($0.path) }.map { link in
      Fault(
        link.place, found: "“\(link.path)”", expected: "a page that is there",
        available: nearestFirst(pages, to: link.path))
    }
  }

  /// Whether it is the address of something that the content knows nothing of: a category, a gig,
  /// what the endpoint answers.
  private func isMadeElsewhere(_ path: String) -> Bool {
    if PageAddress.isOfEndpoint(path) { return true }
    let parts = path.split(separator: "/")
    guard parts.count > 2 else { return false }
    return locales.contains { $0.tag == parts[0] } && Self.marketPages.contains(String(parts[1]))
  }

  private static let marketPages: Set = ["c", "new", "t", "k", "g", "v", "s"]
}
