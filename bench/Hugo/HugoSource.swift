import Foundation
import Glibc
import Market
import Pages
import Proving
import Site
import Synchronization
import Theme

/// A site of Hugo, written while our own is built: a layout for each kind of page and language, and
/// the data of each page.
final class HugoSource: PageReader {
  let folder: String
  private let outlines: [String: Outline]
  private let seen = Mutex(Seen())

  private struct Seen {
    var pages = 0
    /// What all pages of a language have alike, by its tag.
    var shared: [String: [String: String]] = [:]
    /// What parts are called, by their data.
    var parts: [String: String] = [:]

    mutating func part(_ data: String) -> String {
      let name = parts[data] ?? "p\(parts.count)"
      parts[data] = name
      return name
    }
  }

  init(of theme: LoadedTheme, in folder: String) throws {
    self.folder = folder
    var outlines: [String: Outline] = [:]
    var partials: HugoLayout.Partials = [:]
    for page in theme.templates.pages {
      for (tag, program) in page.programs {
        let outline = Outline(program, of: page.view)
        let name = Self.section(of: page.view, in: tag)
        outlines[name] = outline
        try Self.write(
          HugoLayout.write(outline, in: tag, &partials), to: "\(folder)/layouts/\(name)/single.html"
        )
        try Self.makeFolder("\(folder)/content/\(name)")
      }
    }
    for (text, name) in partials { try Self.write(text, to: "\(folder)/layouts/partials/\(name)") }
    self.outlines = outlines
  }

  func see<Page: View>(_ page: borrowing Page, at path: String, in edition: Edition) throws {
    let tag = edition.locale.tag
    let section = Self.section(of: Page.self, in: tag)
    guard let outline = outlines[section] else { throw ProvingError.failed("no layout \(section)") }
    let data = try HugoData(of: page, for: outline) { part in
      self.seen.withLock { $0.part(part) }
    }
    // A name of its own, which does not begin as those that mean something to Hugo.
    let name = "page\(path.replacing("/", with: "_"))"
    let text = #"{"url":"\#(path)","page":\#(data.page.json)}"#
    try Self.put(text, "\(folder)/content/\(section)/\(name)")
    try seen.withLock { seen in
      seen.pages += 1
      try seen.shared[tag, default: [:]].merge(data.shared.fields) { one, other in
        guard one == other else { throw ProvingError.failed("\(path) has other \(other)") }
        return one
      }
    }
  }

  /// When all pages are seen: how many they were.
  func finish(at origin: SiteOrigin) throws -> Int {
    let seen = seen.withLock { $0 }
    let languages = seen.shared.map { tag, fields in
      (tag.lowercased(), HugoThing.object(fields))
    }
    let parts = Dictionary(uniqueKeysWithValues: seen.parts.map { ($0.value, $0.key) })
    try Self.write(HugoThing.object(parts), to: "\(folder)/data/parts.json")
    try Self.write(
      Self.configuration(
        origin, HugoThing.object(Dictionary(uniqueKeysWithValues: languages))),
      to: "\(folder)/config.json")
    return seen.pages
  }

  private static func section(of view: any View.Type, in tag: String) -> String {
    "\(view.name)-\(tag)".lowercased()
  }

  private static func write(_ text: String, to path: String) throws {
    try makeFolder((path as NSString).deletingLastPathComponent)
    try put(text, path)
  }

  /// Foundation would wait for the disk with every one of them.
  private static func put(_ text: String, _ path: String) throws {
    var text = text
    let isWritten = text.withUTF8 { bytes in
      guard let file = fopen(path, "w") else { return false }
      let count = fwrite(bytes.baseAddress, 1, bytes.count, file)
      return fclose(file) == 0 && count == bytes.count
    }
    guard isWritten else { throw ProvingError.failed("\(path) cannot be written") }
  }

  private static func makeFolder(_ path: String) throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  /// For pages at our addresses, and nothing else.
  private static func configuration(_ origin: SiteOrigin, _ languages: String) -> String {
    """
    {
      "baseURL": "\(origin.text)/",
      "uglyURLs": true,
      "disablePathToLower": true,
      "disableHugoGeneratorInject": true,
      "disableKinds": [
        "taxonomy", "term", "RSS", "sitemap", "robotsTXT", "404", "home", "section"
      ],
      "params": {"languages": \(languages)}
    }
    """
  }
}
