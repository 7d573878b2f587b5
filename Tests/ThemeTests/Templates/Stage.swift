@testable import Theme

/// A small theme in sight: templates over the shelf and a page for one person.
struct Stage {
  var files: [String: String] = [:]
  var messages: [String: [Message]] = ["en": Stage.words]
  var assets = [
    "icons.svg": "/a/icons-1.svg", "menu.js": "/a/menu-2.js", "seal.svg": "/a/seal-3.svg",
    "style.css": "/a/style-4.css",
  ]
  var icons: Set<String> = ["star", "clock"]
  var views: [any View.Type] = [Shelf.self]

  /// One page for the shelf; the rest of it is nothing but this.
  init(_ markup: String, parts: [String: String] = [:], layouts: [String: String] = [:]) {
    files["pages/shelf.html"] = "{% view Shelf %}\(markup)"
    for (name, text) in parts { files["parts/\(name).html"] = text }
    for (name, text) in layouts { files["layouts/\(name).html"] = text }
  }

  init(files: [String: String]) { self.files = files }

  func templates(_ faults: inout [Fault]) -> Templates {
    let sources = files.map { path, text in (path, SourceFile(path: path, text)) }
    return Templates(
      TemplateFiles(folder: "themes/mine", files: Dictionary(uniqueKeysWithValues: sources)),
      views: views,
      messages: messages.sorted { $0.key < $1.key }.compactMap { tag, messages in
        guard let formats = Self.formats[tag] else { return nil }
        return LocaleMessages(
          Language(tag: tag, formats: formats, plurals: PluralRules(tag: tag)),
          Dictionary(uniqueKeysWithValues: messages.map { ($0.key, $0) }))
      },
      assets: assets, icons: icons, faults: &faults)
  }

  var faults: [Fault] {
    var faults: [Fault] = []
    _ = templates(&faults)
    return faults
  }

  /// The faults as people read them, without the page's own name.
  var told: [String] {
    faults.map { $0.description.replacing("pages/shelf.html:1:", with: "") }
  }

  /// Where faults are: `pages/shelf.html:1:20`; the first view line is 16 characters long.
  var places: [String] { faults.map(\.place.description) }

  func rendered(_ shelf: Shelf = Shelf(), in tag: String = "en") throws -> String {
    var faults: [Fault] = []
    let templates = templates(&faults)
    if !faults.isEmpty { throw Faults(faults) }
    var output = Output()
    templates.template(for: Shelf.self, in: tag)?.render(shelf, into: &output)
    return output.text
  }

  /// Made once: reading them takes longer than loading a theme.
  private static let formats = ["en", "zh-CN"].reduce(into: [:]) { formats, tag in
    formats[tag] = try? Formats(tag: tag)
  }

  static let words = [
    message("shelf.hello", [.words("Hello & welcome")]),
    message("shelf.by", [.words("by "), .value("name", .text)], ["name": .text]),
    message(
      "shelf.pots",
      [
        .plural(
          "count", exact: [0: [.words("no pots")]],
          categories: [
            .one: [.words("one pot")], .other: [.words("many pots")],
          ])
      ], ["count": .number]),
    message(
      "shelf.state",
      [.select("state", ["sold": [.words("sold out")], nil: [.words("here")]])],
      ["state": .select(cases: ["sold"], isOpen: true)]),
    message("shelf.score", [.value("score", .number)], ["score": .number]),
    message(
      "shelf.terms", [.words("See "), .wrapped("link", [.words("the terms")]), .words(".")],
      ["link": .wrapper]),
  ]

  static func message(
    _ key: String, _ parts: [Message.Part], _ arguments: [String: Message.Argument] = [:]
  ) -> Message {
    Message(key: key, place: Place(file: "locales/en"), parts: parts, arguments: arguments)
  }
}
