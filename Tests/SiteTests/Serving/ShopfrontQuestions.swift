import Foundation
import Glibc
import Proving
import Testing

/// What is asked of every web server.
extension Shopfront {
  static let protection = [
    "Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy", "Permissions-Policy",
    "Cross-Origin-Opener-Policy",
  ]

  /// Addresses of each kind: of the site, of what was put beside it, and of nothing.
  func addresses() throws -> [String] {
    [
      "/", "/en", "/zh-CN", try page("/zh-CN/g/"), try page("/en/g/"), try path("/a/", ".css"),
      try path("/a/", ".js"), try path("/covers/", ".svg"), try path("/en/", "feed.xml"),
      try path("/sitemaps/", ".xml"), "/sitemap.xml", "/robots.txt", "/404", "/en/404", "/x.json",
      "/x.webmanifest", "/x.woff2", "/x.unknown", "/en?a=b", "/en/c/%E9%9B%86%E5%B8%82",
      "/en/a%20b", "/en/a+b&c", "/en/page", "/en/notes.gz", "/.well-known/security.txt",
      "/robots%2Etxt", "/en/", "/en.html/?a=/b/", "/en/help%2Ehtml", "/nothing", "/en/nothing",
      "/zh-CN/nothing", "/zh-CN/a/b/c", "/a/nothing.css", "/covers/nothing.svg", "/en//help",
      "//en", "/en%2Fhelp", "/en/../zh-CN", "/en/./help", "/en/.htaccess", "/.git/config", "/EN",
      "/a", "/en/g", "/en/a%0D%0AX-Evil:1",
    ]
  }

  /// The lines of a head that tell what an answer is, and who may keep it.
  private static let lines =
    protection + ["Cache-Control", "Vary", "Location", "Content-Encoding"]

  func expectSame(_ target: String, _ fields: [String] = [], method: String = "GET") throws {
    let theirs = try front.ask(target, fields, method: method)
    let ours = try endpoint.ask(target, fields, method: method)
    let question = "\(method) \(target) \(fields)"
    #expect(theirs.status == ours.status, "\(question)")
    for name in Self.lines {
      #expect(theirs.all(name) == ours.all(name), "\(question): \(name)")
    }
    // To be told that it is elsewhere, no visitor reads a text.
    guard [200, 206, 404].contains(ours.status) else { return }
    #expect(theirs.all("Content-Type") == ours.all("Content-Type"), "\(question)")
    #expect(theirs.body == ours.body, "\(question)")
  }

  /// Nothing that is hidden, packed or elsewhere, however it is asked for.
  func expectNothingElse() throws {
    let style = try path("/a/", ".css")
    for target in [
      "/.git/config", "/.env", "/en/.htaccess", "/.well-known/.hidden", "/%2Egit/config",
      "/en/%2ehtaccess", "/.git/", "/en.html.gz", "/en.html.br", "\(style).gz", "\(style).br",
      "/en%2Ehtml%2Egz", "/../1.manifest", "/../sites/1/en.html", "/en/../../1.manifest",
      "/..%2f1.manifest", "/%2e%2e/1.manifest", "/%2e%2e%2f1.manifest", "/../../../etc/passwd",
      "/en/..%5c..%5c1.manifest", "/.none/en",
    ] {
      let reply = try front.ask(target, ["Accept-Encoding: gzip, br"])
      #expect([400, 404].contains(reply.status), "\(target)")
      #expect(!reply.text.contains("secret") && !reply.text.contains("root:"), "\(target)")
    }
    #expect(try front.ask("/en/notes.gz").text == "<p>a page called so</p>")
  }

  /// What a visitor claims of himself does not arrive, and his address does as he wrote it.
  static func expectForwarding(by kind: WebServer.Kind) throws {
    let endpoint = try Listener()
    let site = try TemporaryFolder()
    let server = try WebServer(kind, site: site.path, endpoint: endpoint.port)
    let client = try Client(port: server.front.port)
    client.send(
      """
      POST /orders/7%2F8?a=%20b HTTP/1.1
      Host: localhost
      X-Forwarded-For: 192.0.2.6
      X-Forwarded-Host: evil.example
      X-Forwarded-Proto: https
      Forwarded: for=192.0.2.6
      Cookie: session=1
      Content-Length: 4

      body
      """.replacing("\n", with: "\r\n"))
    let heard = try endpoint.hear(
      answering: "HTTP/1.1 404 Not Found\r\nContent-Length: 3\r\nConnection: close\r\n"
        + "Cache-Control: private\r\n\r\nown")
    #expect(heard.hasSuffix("\r\n\r\nbody"))
    #expect(heard.hasPrefix("POST /orders/7%2F8?a=%20b HTTP/1.1\r\n"))
    let lines = heard.lowercased().split(separator: "\r\n")
    for line in [
      "x-forwarded-for: 127.0.0.1", "x-forwarded-proto: http", "cookie: session=1",
      "content-length: 4",
    ] {
      #expect(lines.contains { $0 == line }, "\(line) is not in \(heard)")
    }
    #expect(!heard.contains("192.0.2.6") && !heard.contains("evil"), "\(heard)")
    // What the endpoint says stays as it is, also that it has nothing.
    let reply = try #require(try client.reply())
    #expect(reply.status == 404)
    #expect(reply.text == "own")
    #expect(reply.all("Cache-Control") == ["private"])
    #expect(reply.all("Vary") == [])

    let socket = try Client(port: server.front.port)
    socket.get("/live", "Connection: Upgrade\r\nUpgrade: websocket\r\n")
    let asked = try endpoint.hear(
      answering: "HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\n"
        + "Upgrade: websocket\r\n\r\n")
    #expect(asked.lowercased().contains("upgrade: websocket\r\n"))
    #expect(asked.lowercased().contains("connection: upgrade\r\n"))
    #expect(try socket.reply()?.status == 101)
  }

  /// Of what is not on the disk nobody can say that it does not exist.
  static func expectPagesWithoutEndpoint(by kind: WebServer.Kind) async throws {
    let server = try await withoutEndpoint(kind)
    for target in ["/", "/en", "/zh-CN", "/robots.txt", "/en/c/%E9%9B%86%E5%B8%82"] {
      #expect(try server.front.ask(target).status == 200, "\(target)")
    }
    #expect(try server.front.ask("/en.html").status == 308)
    let hidden = try server.front.ask("/zh-CN/.env")
    #expect(hidden.status == 404)
    #expect(hidden.text.contains("lang=\"zh-CN\""))
    for (method, target) in [("GET", "/nothing"), ("HEAD", "/en/nothing"), ("POST", "/en")] {
      let reply = try server.front.ask(target, method: method)
      #expect(reply.status == 503, "\(method) \(target)")
      #expect(reply.all("Retry-After") == ["5"])
      #expect(reply.all("Cache-Control") == ["no-store, no-transform"])
      for name in protection { #expect(reply.all(name).count == 1, "\(name)") }
    }
  }

  /// A link is moved between two releases while ten readers wait for their answers.
  static func expectWholePages(of kind: WebServer.Kind) throws {
    let folder = try TemporaryFolder()
    let letters = ["a", "b"].map { String(repeating: $0, count: 60_000) }
    for (number, text) in letters.enumerated() {
      try folder.write(text, to: "sites/\(number)/en/page.html")
    }
    let link = folder.file("site")
    func release(_ number: Int) throws {
      let next = folder.file("next")
      try FileManager.default.createSymbolicLink(
        atPath: next, withDestinationPath: "sites/\(number)")
      #expect(rename(next, link) == 0)
    }
    try release(0)
    let server = try WebServer(kind, site: link, endpoint: try Listener.freePort())
    let whole = letters.map { Data($0.utf8) }
    let readers = try (0..<10).map { _ in try Client(port: server.front.port) }
    var seen: Set<Data> = []
    for number in 1...50 {
      for reader in readers { for _ in 0..<3 { reader.get("/en/page") } }
      try release(number % 2)
      for reader in readers {
        for _ in 0..<3 {
          let reply = try #require(try reader.reply())
          #expect(reply.status == 200)
          let page = Data(reply.body)
          #expect(whole.contains(page), "an answer of \(page.count) bytes is of neither")
          seen.insert(page)
        }
      }
      #expect(try server.front.ask("/en/page").text == letters[number % 2])
    }
    #expect(seen.count == 2, "the link was never moved under a reader")
  }
}
