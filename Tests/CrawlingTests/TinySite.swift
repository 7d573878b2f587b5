import Crawling
import Foundation
import Proving

/// A whole site of a dozen pages with one thing of each kind, in which a test breaks something.
struct TinySite {
  static let site = "https://jishi.example"
  private(set) var files: [String: String] = Self.clean

  mutating func replace(_ old: String, in file: String, with new: String) throws {
    guard let text = files[file], text.contains(old) else {
      throw ProvingError.failed("\(file) has no \(old)")
    }
    files[file] = text.replacing(old, with: new)
  }

  mutating func write(_ text: String?, to file: String) { files[file] = text }

  func crawl() throws -> Crawl {
    let folder = try TemporaryFolder()
    for (name, text) in files {
      let url = URL(filePath: folder.path).appending(path: name)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url)
    }
    return try Crawl(folder: folder.path, site: Self.site)
  }

  /// A page as the builder would write it.
  struct Page {
    var path: String
    var tongue = "en"
    var title: String
    var alternates: [String: String] = [:]
    var canonical: String?
    var isIndexed = true
    var head = ""
    var main: String

    var html: String {
      let address = site + (canonical ?? path)
      let links = alternates.sorted { $0.key < $1.key }.map {
        "<link rel=\"alternate\" hreflang=\"\($0.key)\" href=\"\(site)\($0.value)\">\n"
      }
      return """
        <!doctype html>
        <html lang="\(tongue)">
        <head>
        <meta charset="utf-8">
        <title>\(title) | Jishi</title>
        <meta name="description" content="What \(title) is about.">
        \(isIndexed ? "" : "<meta name=\"robots\" content=\"noindex\">")
        <link rel="canonical" href="\(address)">
        \(links.joined())<meta property="og:type" content="website">
        <meta property="og:title" content="\(title)">
        <meta property="og:description" content="What \(title) is about.">
        <meta property="og:url" content="\(address)">
        <meta property="og:site_name" content="Jishi">
        <meta property="og:locale" content="\(tongue == "en" ? "en_US" : "zh_CN")">
        <meta name="twitter:card" content="summary">
        <link rel="icon" href="/assets/seal.svg">
        <link rel="stylesheet" href="/assets/style.css">
        <script type="module" src="/assets/menu.js"></script>
        \(head)</head>
        <body>
        <a href="#main">Skip</a> <a href="/\(tongue)">Home</a>
        <form action="/\(tongue)/search"><input name="q" type="search"></form>
        <main id="main">
        <h1>\(title)</h1>
        \(main)
        </main>
        </body>
        </html>
        """
    }
  }
}
