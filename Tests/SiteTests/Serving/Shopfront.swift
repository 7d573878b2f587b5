import Foundation
import Proving
import Testing

/// A built site, `jishi serve`, and a web server in front of both.
struct Shopfront {
  let site: BuiltSite
  let front: Asker
  let endpoint: Asker
  private let server: WebServer
  private let serving: Attended

  init(_ kind: WebServer.Kind) async throws {
    let workshop = try await Self.workshop.value
    site = try workshop.site()
    let port = try Listener.freePort()
    serving = try Attended(
      [Command.ours("jishi"), "serve", "--only", "files", "--listen", "127.0.0.1:\(port)"],
      at: port,
      in: workshop.folder.path)
    endpoint = Asker(port: port)
    server = try WebServer(kind, site: Self.link(in: workshop), endpoint: port)
    front = server.front
  }

  /// The same site with nobody behind it.
  static func withoutEndpoint(_ kind: WebServer.Kind) async throws -> WebServer {
    try WebServer(
      kind, site: link(in: try await workshop.value), endpoint: try Listener.freePort())
  }

  private static func link(in workshop: Workshop) -> String {
    workshop.folder.file("output/site")
  }

  /// The fair with packed forms, and beside its pages what may lie in a folder. Nobody changes it.
  private static let workshop = Task {
    let workshop = try await Workshop.fair()
    try workshop.ran("build", "--compress", "brotli")
    for (name, text) in files { try workshop.folder.write(text, to: "output/site/\(name)") }
    return workshop
  }

  private static let files = [
    "en/c/集市.html": "<p>集市</p>",
    "en/a b.html": "<p>a space</p>",
    "en/a+b&c.html": "<p>signs</p>",
    "en/page.html": "<p>the page</p>",
    "en/page": "the file",
    "en/notes.gz.html": "<p>a page called so</p>",
    "en/notes.gz": "secret",
    "x.json": "{}",
    "x.webmanifest": "{}",
    "x.woff2": "font",
    "x.unknown": "bytes",
    ".well-known/security.txt": "Contact:",
    ".well-known/.hidden": "secret",
    ".git/config": "secret",
    ".env": "secret",
    "en/.htaccess": "secret",
  ]

  /// The first file by its beginning and its end.
  func path(_ start: String, _ end: String) throws -> String {
    try #require(site.paths.sorted().first { $0.hasPrefix(start) && $0.hasSuffix(end) })
  }

  /// The address of such a page.
  func page(_ start: String) throws -> String { String(try path(start, ".html").dropLast(5)) }
}

/// Asks whoever listens at a port, each time as a new visitor.
struct Asker: Sendable {
  let port: UInt16

  func ask(
    _ target: String, _ fields: [String] = [], method: String = "GET", body: String = ""
  ) throws -> Client.Reply {
    let client = try Client(port: port)
    let length = body.isEmpty ? [] : ["Content-Length: \(body.utf8.count)"]
    let lines = ["\(method) \(target) HTTP/1.1", "Host: localhost"] + fields + length
    client.send(lines.joined(separator: "\r\n") + "\r\n\r\n" + body)
    return try #require(try client.reply(toHEAD: method == "HEAD"), "\(method) \(target)")
  }
}

extension Client.Reply {
  /// Each line of this name.
  func all(_ name: String) -> [String] {
    head.filter { $0.lowercased().hasPrefix("\(name.lowercased()): ") }
      .map { String($0.dropFirst(name.count + 2)) }
  }
}
