import Proving
import Testing

/// What nginx does between visitors, releases and an endpoint that may be away.
@Suite struct NginxTroubleTests {
  @Test func `the endpoint hears who asks, and not what he claims`() throws {
    try Shopfront.expectForwarding(by: .nginx)
  }

  @Test func `while the endpoint is away pages go on, and nothing is said not to exist`()
    async throws
  {
    try await Shopfront.expectPagesWithoutEndpoint(by: .nginx)
  }

  @Test func `no reader meets half a release`() throws {
    try Shopfront.expectWholePages(of: .nginx)
  }

  @Test func `a site that was deployed is a plain folder`() throws {
    let folder = try TemporaryFolder()
    try folder.write("<p>home</p>", to: "site/en.html")
    let server = try WebServer(
      .nginx, site: folder.file("site"), endpoint: try Listener.freePort())
    #expect(try server.front.ask("/en").text == "<p>home</p>")
  }

  @Test func `who asks for too much waits, and still reads pages`() throws {
    let folder = try TemporaryFolder()
    try folder.write("<p>home</p>", to: "en.html")
    let server = try WebServer(
      .nginx, site: folder.path, endpoint: try Listener.freePort(), isHurried: true)
    let client = try Client(port: server.front.port)
    for _ in 0..<300 { client.get("/nothing") }
    let replies = try (0..<300).map { _ in try #require(try client.reply()) }
    #expect(replies.prefix(100).allSatisfy { $0.status == 503 })
    let late = try #require(replies.last)
    #expect(late.status == 429)
    #expect(late.all("Retry-After") == ["5"])
    #expect(late.all("Cache-Control") == ["no-store, no-transform"])
    for name in Shopfront.protection { #expect(late.all(name).count == 1, "\(name)") }
    #expect(try server.front.ask("/en").status == 200)
  }

  @Test func `visitors are taken to https, to this name and no other`() async throws {
    let server = try await Shopfront.withoutEndpoint(.nginx)
    let plain = Asker(port: server.redirecting)
    let moved = try plain.ask("/en/c?a=%20b")
    #expect(moved.status == 308)
    #expect(moved["Location"] == "https://localhost/en/c?a=%20b")
    func curl(_ host: String) throws -> Command {
      try Command.run("curl", ["-4", "-sik", "--http2", "https://\(host):\(server.secured)/en"])
    }
    let page = try curl("localhost").output
    #expect(page.hasPrefix("HTTP/2 200"), "\(page.prefix(200))")
    #expect(page.contains("strict-transport-security: max-age=31536000\r\n"))
    #expect(try curl("127.0.0.1").code != 0)
  }
}
