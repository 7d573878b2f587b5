import Market
import Pages
import Theme

/// Prints pages in all languages, and remembers what sitemaps must say of them.
struct Press: ~Copyable {
  let editions: [Edition]
  private let theme: LoadedTheme
  private var tree: SiteTree
  private var output = Output(capacity: 1 << 18)
  private var shards: [SitemapShard: [SitemapLine]] = [:]
  private var report = Build.Report()
  private let reader: (any PageReader)?

  init(
    _ editions: [Edition], _ theme: LoadedTheme, _ tree: consuming SiteTree,
    _ reader: (any PageReader)? = nil
  ) {
    self.editions = editions
    self.theme = theme
    self.tree = tree
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
    template.render(page, into: &output)
    try tree.write(path, output)
    report.pages += 1
  }

  /// Prints a page in each language that is in no sitemap.
  mutating func print<Page: View>(
    at address: PageAddress, _ page: (Edition) throws -> Page
  ) throws {
    for edition in editions {
      try print(try page(edition), to: address.path(in: edition.locale), in: edition)
    }
  }

  /// Prints a page in each language, and tells search engines of those that they may list.
  mutating func print<Page: ListedPage>(
    _ kind: String, holding id: Int64 = 0, day: Day? = nil, pictures: [String] = [],
    _ page: (Edition) throws -> (Translations, Page)
  ) throws {
    for edition in editions {
      let (translations, page) = try page(edition)
      let line = SitemapLine(translations, day: day, pictures: pictures)
      try print(page, at: line, kind, holding: id, in: edition)
    }
  }

  /// Prints a page in one language.
  mutating func print<Page: ListedPage>(
    _ page: Page, at line: SitemapLine, _ kind: String, holding id: Int64 = 0, in edition: Edition
  ) throws {
    let locale = edition.locale
    try print(page, to: line.page.address.path(in: locale), in: edition)
    guard page.isIndexed, line.page.locales.contains(locale) else { return }
    shards[SitemapShard(kind, locale, holding: id), default: []].append(line)
  }

  mutating func show(_ drawing: CoverDrawing) throws {
    if try tree.show(drawing) { report.pictures += 1 }
  }

  mutating func write(_ path: String, _ text: String) throws {
    try tree.write(path, text)
    report.files += 1
  }

  /// What is left when all pages are printed; then the site is there.
  consuming func finish() throws -> Build.Report {
    for (shard, lines) in shards.sorted(by: { $0.key < $1.key }) {
      guard let edition = editions.first(where: { $0.locale == shard.locale }) else { continue }
      try write(shard.path, Sitemap.xml(of: lines, in: edition))
    }
    let all = Array(shards.keys)
    let origin = editions[0].site.origin
    try write(Sitemap.indexPath, Sitemap.index(of: all, at: origin))
    try write("/robots.txt", Sitemap.robots(naming: all, at: origin))
    for asset in theme.assets.files {
      try tree.write(Assets.folder + asset.name, asset.bytes)
      report.files += 1
    }
    try tree.publish()
    report.bytes = tree.bytes
    return report
  }
}
