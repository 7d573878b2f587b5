@testable import Theme

/// The bytes as a page, a part and a layout of a theme. What they lack is there and good.
enum TemplateFuzz {
  private static let folder = "themes/mine"
  private static let good = [
    "pages/shop.html": "{% view Shop %}<p>{{ title }}</p>",
    "pages/desk.html": "{% view Desk %}<p>{{ title }}</p>",
    "parts/a.html": "{% view Owner %}<b>{{ name }}</b>",
    "layouts/base.html": "{% view Frame %}<!doctype html><html>{% slot %}</html>",
  ]
  private static let assets = ["style.css": "/a/s.css", "icons.svg": "/a/i.svg", "a.js": "/a/a.js"]
  private static let words = """
    x.plain = Words & more
    x.by = by {name}
    x.pots = {count, plural, =0 {none} one {# pot} other {# pots}}
    x.state = {state, select, sold {sold out} other {here}}
    x.terms = See <link>the <b>terms</b></link>.
    x.all = {n, number} {n, compact} {f, figure} {m, money} {m, price} {d, day} {d, month} {a, moment}
    x.list = {names, list}

    """

  static func read(_ bytes: [UInt8]) {
    var texts = good.mapValues { Array($0.utf8) }
    let pieces = pieces(bytes)
    let isDesk = pieces[0].firstRange(of: "view Desk".utf8) != nil
    let paths = [
      isDesk ? "pages/desk.html" : "pages/shop.html", "parts/a.html", "layouts/base.html",
    ]
    for (path, piece) in zip(paths, pieces) { texts[path] = piece }
    var files: [String: SourceFile] = [:]
    for (path, bytes) in texts {
      files[path] = SourceFile(path: "\(folder)/\(path)", bytes: bytes)
    }
    var faults: [Fault] = []
    let templates = Templates(
      TemplateFiles(folder: folder, files: files), views: [Shop.self, Desk.self],
      messages: languages, assets: assets, faults: &faults)
    check(faults, in: Array(files.values), besides: ["\(folder)/pages"])
    guard faults.isEmpty else { return }
    for language in languages.map(\.language.tag) {
      render(templates, in: language, Shop.saying)
      render(templates, in: language, Desk.saying)
    }
  }

  private static let languages: [LocaleMessages] = {
    do {
      let catalogue = try Catalogue([
        SourceFile(path: "locales/zh-CN/locale.txt", LocaleText.chinese),
        SourceFile(path: "locales/zh-CN/x.txt", words.replacing("one {# pot} ", with: "")),
        SourceFile(path: "locales/en/locale.txt", LocaleText.english),
        SourceFile(path: "locales/en/x.txt", words),
      ])
      return try catalogue.tags.map { tag in
        LocaleMessages(
          Language(
            tag: tag, formats: try Formats(tag: tag), plurals: catalogue.pluralRules(tag)),
          catalogue[tag])
      }
    } catch {
      fail("\(error)")
    }
  }()
}

// What people wrote changes nothing of a page but what it says.
extension TemplateFuzz {
  private static let hostile = #""><script>'&"#
  private static let tame = "words"
  /// How the hostile words stand in markup, and in linked data.
  private static let escaped = [
    "&quot;&gt;&lt;script&gt;&#39;&amp;", #"\"\u003e\u003cscript\u003e'\u0026"#,
  ]

  private static func render<Page: View>(
    _ templates: Templates, in language: String, _ page: (String) -> Page?
  ) {
    guard let template = templates.template(for: Page.self, in: language) else {
      fail("no template for \(Page.self) in \(language)")
    }
    let rendered = [hostile, tame].map { words in
      guard let page = page(words) else { fail("\(words) cannot be in a link") }
      var output = Output()
      template.render(page, into: &output)
      guard let text = output.withBytes({ String(validating: $0, as: UTF8.self) }) else {
        fail("a page that is not UTF-8")
      }
      return escaped.reduce(text) { $0.replacing($1.utf8, with: tame) }
    }
    if rendered[0] != rendered[1] {
      fail("words that do more than say something:\n\(rendered[0])\ninstead of\n\(rendered[1])")
    }
  }
}

extension String {
  /// Byte by byte: a sign that follows may belong to the same character.
  fileprivate func replacing(_ words: some Collection<UInt8>, with others: String) -> String {
    String(decoding: Array(utf8).replacing(words, with: Array(others.utf8)), as: UTF8.self)
  }
}
