import Glibc
import Market
import Pages
import Theme

/// Digests of all that pages are made of besides rows, by their names. Templates and sentences are
/// told by the programs that they were compiled to: what a page uses is in its program, so nobody
/// keeps a list of who uses what.
struct Inputs: Hashable, Sendable {
  var digests: [String: String] = [:]

  init() {}

  init(_ theme: LoadedTheme, _ editions: [Edition], rules: String, _ packing: Packing) {
    add("program", Self.program)
    add("site", "\(editions[0].site) \(packing) \(theme.locales)")
    add("rules", rules)
    let categories = editions[0].catalogue.everything.map { "\($0.category) \($0.attributes)" }
    let verticals = editions[0].catalogue.allVerticals.map { "\($0)" }
    add("catalogue", (categories + verticals).joined(separator: "\n"))
    add("assets", theme.assets.files.map(\.name).joined(separator: "\n"))
    for page in theme.templates.pages {
      for (tag, program) in page.programs {
        add(Self.template(page.view.name, tag), program.bytes)
      }
    }
    for edition in editions {
      let tag = edition.locale.tag
      add("sentences \(tag)", theme.sentences.bytes(in: tag))
      add(edition.library, in: edition.locale)
    }
  }

  static func template(_ view: String, _ tag: String) -> String { "template \(tag) \(view)" }

  private mutating func add(_ library: Library, in locale: Locale) {
    let articles = library.articles(in: locale)
    let posts = library.posts(in: locale)
    for article in articles {
      add("article \(locale) \(article.section.rawValue) \(article.name)", "\(article)")
    }
    for post in posts { add("post \(locale) \(post.name)", "\(post)") }
    // All pages lead to some of them, and each to those of its kind.
    let footer = articles.map { article in
      "\(article.section) \(article.name) "
        + (article.isInFooter ? "\(article.kind) \(article.short ?? article.title)" : "")
    }
    add("guides \(locale)", "\(footer) \(library.hasPosts)")
    let names = articles.map { "\($0.section) \($0.name) \($0.kind) \($0.short ?? $0.title)" }
    add("articles \(locale)", names.joined(separator: "\n"))
    add("posts \(locale)", posts.map { "\($0.name) \($0.title)" }.joined(separator: "\n"))
  }

  private mutating func add(_ name: String, _ text: String) { add(name, Array(text.utf8)) }

  private mutating func add(_ name: String, _ bytes: [UInt8]) {
    let digest = bytes.withUnsafeBytes { Digest($0, seed: 0) }
    digests[name] = String(digest.left, radix: 16) + "-" + String(digest.right, radix: 16)
  }

  /// Another program may make other pages of the same.
  private static let program: [UInt8] = {
    guard let file = Handle(opening: "/proc/self/exe", O_RDONLY) else { return [] }
    var piece = [UInt8](repeating: 0, count: 1 << 18)
    var digests: [UInt8] = []
    while true {
      let count = read(file.number, &piece, piece.count)
      guard count > 0 else { return digests }
      let digest = piece.withUnsafeBytes {
        Digest(UnsafeRawBufferPointer(rebasing: $0[..<count]), seed: 0)
      }
      withUnsafeBytes(of: digest) { digests += $0 }
    }
  }()
}

extension Inputs {
  /// What those that differ touch; nil when it is everything.
  func fresh(since old: Inputs) -> Fresh? {
    var fresh = Fresh()
    let names = Set(digests.keys).union(old.digests.keys)
    let locales = Set(names.compactMap { Input($0)?.locale })
    for name in names where digests[name] != old.digests[name] {
      // The names of the files; what refers to one of them is in another program.
      if name == "assets" { continue }
      guard let input = Input(name) else { return nil }
      switch input.kind {
      case "template": fresh.templates.insert(name)
      case "sentences":
        fresh.locales.insert(input.locale)
        fresh.keys.insert(.chooser)
      case "guides": fresh.locales.insert(input.locale)
      case "article":
        fresh.keys.formUnion([.help, .sitemap(.words)])
        // In other languages it is told in which it is written.
        fresh.keys.formUnion(locales.compactMap { input.key(in: $0) })
      case "post":
        fresh.keys.formUnion([.blog, .home, .sitemap(.words), .sitemap(.pages)])
        fresh.keys.formUnion(locales.compactMap { input.key(in: $0) })
      case "articles", "posts":
        let kind = input.kind.dropLast()
        let own = names.compactMap { Input($0) }
          .filter { $0.kind == kind && $0.locale == input.locale }
        fresh.keys.formUnion(own.compactMap { $0.key(in: input.locale) })
      default: return nil
      }
    }
    if digests["assets"] != old.digests["assets"] { fresh.keys.insert(.assets) }
    return fresh
  }
}

/// The name of what is one of several in a language, taken apart.
private struct Input {
  let kind: String
  let locale: Locale
  private let rest: [String]

  init?(_ name: String) {
    let words = name.split(separator: " ").map(String.init)
    guard words.count > 1, let locale = Locale(words[1]) else { return nil }
    (kind, self.locale, rest) = (words[0], locale, Array(words.dropFirst(2)))
  }

  /// Of the page of an article or a post.
  func key(in locale: Locale) -> PageKey? {
    switch (kind, rest.count) {
    case ("article", 2):
      Article.Section(rawValue: rest[0]).map { .article($0, rest[1], locale) }
    case ("post", 1): .post(rest[0], locale)
    default: nil
    }
  }
}

extension Sentences {
  fileprivate func bytes(in tag: String) -> [UInt8] {
    all.flatMap { $0.programs[tag]?.bytes ?? [] }
  }
}
