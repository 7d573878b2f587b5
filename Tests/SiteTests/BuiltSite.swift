import CBytes
import Foundation
import Testing

/// The files of a site as they were when it was read.
struct BuiltSite: Equatable {
  /// By their paths, such as `/en/c.html`.
  let files: [String: Data]

  init(files: [String: Data]) { self.files = files }

  init(_ folder: String) throws {
    let root = URL(filePath: folder, directoryHint: .isDirectory).resolvingSymlinksInPath()
    var files: [String: Data] = [:]
    for case let name as String in FileManager.default.enumerator(atPath: root.path) ?? .init() {
      let file = root.appending(path: name)
      guard try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true else {
        continue
      }
      files["/\(name)"] = try Data(contentsOf: file)
    }
    self.files = files
  }

  var paths: Set<String> { Set(files.keys) }

  /// Where the two are not the same.
  func differences(from other: BuiltSite) -> [String] {
    paths.union(other.paths).filter { files[$0] != other.files[$0] }.sorted()
  }

  /// A page by its address, or a file that is none by its path.
  func text(_ address: String) throws -> String {
    let file = try #require(files["\(address).html"] ?? files[address], "\(address) is not there")
    return String(decoding: file, as: UTF8.self)
  }

  func has(_ address: String) -> Bool {
    files["\(address).html"] != nil || files[address] != nil
  }

  func page(_ address: String) throws -> BuiltPage { BuiltPage(try text(address)) }

  /// The files in which a text stands.
  func paths(saying text: String, under folder: String = "/") -> [String] {
    let wanted = Array(text.utf8)
    return files.filter { path, content in
      path.hasPrefix(folder)
        && content.withUnsafeBytes { bytes in
          bytes.baseAddress.flatMap { memmem($0, bytes.count, wanted, wanted.count) } != nil
        }
    }.keys.sorted()
  }

  /// All that the sitemaps list.
  var listed: Set<String> { Set(entries) }

  var listedTwice: [String] {
    Dictionary(grouping: entries, by: \.self).filter { $0.value.count > 1 }.keys.sorted()
  }

  private var entries: [String] {
    files.filter { $0.key.hasPrefix("/sitemaps/") }.values.flatMap { map in
      String(decoding: map, as: UTF8.self).matches(of: /<loc>([^<]*)<\/loc>/).map {
        pathOf($0.1)
      }
    }
  }
}

/// What a page says to search engines, and to people.
struct BuiltPage {
  let text: String

  init(_ text: String) { self.text = text }

  var canonical: String? {
    text.firstMatch(of: /<link rel="canonical" href="([^"]*)">/).map {
      pathOf($0.1)
    }
  }

  var isIndexed: Bool { !text.contains("<meta name=\"robots\" content=\"noindex\">") }

  /// By language.
  var alternates: [String: String] {
    let links = text.matches(of: /<link rel="alternate" hreflang="([^"]*)" href="([^"]*)">/)
    return Dictionary(
      links.map { (String($0.1), pathOf($0.2)) },
      uniquingKeysWith: { "\($0), \($1)" })
  }

  /// Where the switch at the foot leads, by language.
  var languages: [String: String] {
    let links = foot.matches(of: /<a href="([^"]*)" lang="([^"]*)" hreflang="[^"]*">/)
    return Dictionary(
      links.map { (String($0.2), String($0.1)) }, uniquingKeysWith: { "\($0), \($1)" })
  }

  var foot: String {
    text.firstMatch(of: /(?s)<footer class="foot">.*<\/footer>/).map { String($0.0) } ?? ""
  }

  var heading: String? {
    text.firstMatch(of: /<h1[^>]*>([^<]*)<\/h1>/).map { String($0.1) }
  }

  /// The titles of the gigs that are on show, in their order.
  var cards: [String] {
    text.matches(of: /<h3><a href="[^"]*\/g\/[^"]*"[^>]*>([^<]*)<\/a><\/h3>/).map { String($0.1) }
  }

  /// What links lead to, the heads and feet of all pages left out.
  var links: [String] {
    let main = text.firstMatch(of: /(?s)<main.*<\/main>/).map { String($0.0) } ?? text
    return main.matches(of: /href="([^"]*)"/).map { String($0.1) }
  }
}

/// What stands behind the site's own address.
func pathOf(_ whole: some StringProtocol) -> String {
  String(whole).replacing(Shop.site, with: "")
}

extension BuiltSite: CustomTestStringConvertible {
  /// Nobody reads a whole site in a log.
  var testDescription: String { "\(files.count) files" }
}
