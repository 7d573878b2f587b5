import Market
package import Pages
package import Theme

/// Reads the market's own words: help, policies and the blog, in each language of the site.
///
///     content/zh-CN/help/escrow.md
///     content/en/blog/why-static.md
package struct ContentReader {
  private let root: String
  private let figures: Figures
  private var articles: [Article] = []
  private var posts: [Post] = []
  private var links: LinkCheck
  private var faults: [Fault] = []

  /// Throws everything that is wrong with any of the files.
  package static func read(
    _ root: String, in languages: [Language], figures: Figures
  ) throws(Faults) -> Library {
    var reader = ContentReader(root: root, languages: languages, figures: figures)
    // A folder that is not there is a slip; it would look like a market that has nothing to say.
    let folders = FolderReader.folders(in: root, faults: &reader.faults) ?? []
    // A language without words of its own is none the worse for it.
    for language in languages where folders.contains(language.tag) { reader.read(language) }
    reader.faults += reader.links.faults
    guard reader.faults.isEmpty else { throw Faults(reader.faults) }
    return Library(reader.articles, reader.posts)
  }

  private init(root: String, languages: [Language], figures: Figures) {
    self.root = root
    links = LinkCheck(languages)
    self.figures = figures
  }

  private static let blog = "blog"

  private mutating func read(_ language: Language) {
    guard let locale = Locale(language.tag) else { return }
    let folder = "\(root)/\(language.tag)"
    guard let files = FolderReader.read(folder, faults: &faults) else { return }
    for (path, file) in files.sorted(by: { $0.key < $1.key }) {
      let parts = path.split(separator: "/")
      guard parts.count == 2, parts[1].hasSuffix(".md") else {
        fault(file, "a file that is no page", "\(folder)/help/NAME.md, or policies, or blog")
        continue
      }
      let name = String(parts[1].dropLast(".md".count))
      guard Slug.isFit(name), Int64(name) == nil else {
        fault(file, "the name “\(name)”", "a name of a–z, 0–9 and hyphens")
        continue
      }
      do throws(Faults) {
        if parts[0] == Self.blog {
          links.add(.post(name), in: locale)
          posts.append(try post(name, file, locale, language))
        } else if let section = Article.Section(rawValue: String(parts[0])) {
          links.add(.article(section, name), in: locale)
          articles.append(try article(section, name, file, locale, language))
        } else {
          fault(file, "the folder “\(parts[0])”", "help, policies or blog")
        }
      } catch {
        faults += error.all
      }
    }
  }

  private mutating func fault(_ file: SourceFile, _ found: String, _ expected: String) {
    faults.append(Fault(Place(file: file.path), found: found, expected: expected))
  }

  private mutating func article(
    _ section: Article.Section, _ name: String, _ file: SourceFile, _ locale: Locale,
    _ language: Language
  ) throws(Faults) -> Article {
    let matter = try FrontMatter(
      file, required: ["title", "description", "group", "place", "updated"],
      optional: ["footer", "short"])
    links.read(matter, file.path)
    var page = ContentPage(matter)
    let article = Article(
      section: section, name: name, locale: locale, title: page.text("title"),
      short: page.textIfAny("short"), summary: page.text("description"), kind: page.kind("group"),
      place: page.number("place"),
      isInFooter: page.flag("footer"), updated: page.day("updated"),
      body: page.body(file.path, figures, language.formats))
    try page.finish()
    return article
  }

  private mutating func post(
    _ name: String, _ file: SourceFile, _ locale: Locale, _ language: Language
  ) throws(Faults) -> Post {
    let matter = try FrontMatter(file, required: ["title", "description", "day", "author"])
    links.read(matter, file.path)
    var page = ContentPage(matter)
    let post = Post(
      name: name, locale: locale, title: page.text("title"), summary: page.text("description"),
      author: page.text("author"), day: page.day("day"),
      body: page.body(file.path, figures, language.formats))
    try page.finish()
    return post
  }
}
