import Market
import Pages
import Store
import Theme

/// Prints pages in all languages, and remembers what sitemaps must say of them. One worker's own.
struct Press: ~Copyable {
  /// One for each language of the site.
  let composers: [Composer]
  let cards: CardBox
  private(set) var printed = Printed()
  private let theme: LoadedTheme
  /// Nil in a dry run.
  private var hand: Hand?
  private let reader: (any PageReader)?
  private var output = Output(capacity: 1 << 18)
  private var sitemapLines: [SitemapGroup: SitemapLines] = [:]

  init(
    _ editions: [Edition], _ theme: LoadedTheme, _ cards: CardBox, _ hand: consuming Hand?,
    _ reader: (any PageReader)?
  ) {
    composers = editions.map(Composer.init)
    self.theme = theme
    self.cards = cards
    self.hand = hand
    self.reader = reader
  }

  /// Prints a page that is no part of any language.
  mutating func print<Page: View>(_ page: Page, to path: String, in edition: Edition) throws {
    guard let template = theme.template(for: Page.self, in: edition.locale.tag) else {
      preconditionFailure("the theme was not loaded for \(Page.name)")
    }
    let path = path == "/" ? "/index.html" : "\(path).html"
    try reader?.see(page, at: path, in: edition)
    output.clear()
    let start = ContinuousClock.now
    template.render(page, into: &output)
    printed.times.add(Page.self, .now - start)
    if hand == nil { output.withBytes { _ = Digest(UnsafeRawBufferPointer($0), seed: 0) } }
    try hand?.put(path, output)
    printed.pages += 1
  }

  /// Prints a page in each language that is in no sitemap.
  mutating func print<Page: View>(
    at address: PageAddress, _ page: (Composer) throws -> Page
  ) throws {
    for composer in composers {
      let edition = composer.edition
      try print(try page(composer), to: address.path(in: edition.locale), in: edition)
    }
  }

  /// Prints a page in each language, and tells search engines of those that they may list.
  mutating func print<Page: ListedPage>(
    to sitemap: SitemapGroup, day: Day? = nil, pictures: [String] = [],
    _ page: (Composer) throws -> (Translations, Page)
  ) throws {
    for (number, composer) in composers.enumerated() {
      let (translations, page) = try page(composer)
      let line = SitemapLine(translations, day: day, pictures: pictures)
      try print(page, at: line, to: sitemap, in: number)
    }
  }

  /// Prints a page in one language.
  mutating func print<Page: ListedPage>(
    _ page: Page, at line: SitemapLine, to sitemap: SitemapGroup, in number: Int
  ) throws {
    let edition = composers[number].edition
    try print(page, to: line.page.address.path(in: edition.locale), in: edition)
    guard page.isIndexed, line.page.locales.contains(edition.locale) else { return }
    let none = SitemapLines(repeating: [], count: composers.count)
    sitemapLines[sitemap, default: none][number].append(line)
  }

  var editions: [Edition] { composers.map(\.edition) }

  /// What was printed since it was asked for last.
  mutating func takeSitemapLines() -> [SitemapGroup: SitemapLines] {
    let lines = sitemapLines
    sitemapLines.removeAll(keepingCapacity: true)
    return lines
  }

  /// In each language that has a page of the group. Returns which they are.
  mutating func printSitemaps(
    _ lines: SitemapLines, of group: SitemapGroup
  ) throws -> [SitemapShard] {
    var shards: [SitemapShard] = []
    for (edition, lines) in zip(editions, lines) where !lines.isEmpty {
      let shard = group.shard(edition.locale)
      try write(shard.path, Sitemap.xml(of: lines, in: edition))
      shards.append(shard)
    }
    return shards
  }

  mutating func show(_ drawing: CoverDrawing) throws {
    if try hand?.show(drawing) == true { printed.pictures += 1 }
  }

  mutating func write(_ path: String, _ text: String) throws {
    try hand?.put(path, text)
    printed.files += 1
  }

  consuming func finish() throws -> Printed {
    let printed = printed
    try hand?.finish()
    return printed
  }
}
