import Proving
import Testing

/// docs/examples/Caddyfile, as an operator would run it.
@Suite struct CaddyTests {
  @Test(arguments: ["identity", "gzip", "br, gzip", "br;q=0, gzip", "gzip;q=0, br"])
  func `Caddy answers as the program does`(encodings: String) async throws {
    let shop = try await Shopfront(.caddy)
    let moved = ["/index.html", "/index/?a", "/en/c/%E9%9B%86%E5%B8%82.html"]
    for target in try shop.addresses() + moved {
      try shop.expectSame(target, ["Accept-Encoding: \(encodings)"])
      try shop.expectSame(target, ["Accept-Encoding: \(encodings)"], method: "HEAD")
    }
    for method in ["POST", "PUT", "DELETE"] { try shop.expectSame("/en.html", method: method) }
  }

  @Test func `nothing else leaves the folder`() async throws {
    try await Shopfront(.caddy).expectNothingElse()
  }

  @Test func `what a visitor has is not sent again`() async throws {
    let shop = try await Shopfront(.caddy)
    for target in ["/en", try shop.path("/a/", ".css")] {
      for encoding in ["identity", "gzip", "br"] {
        let wishes = ["Accept-Encoding: \(encoding)"]
        let first = try shop.front.ask(target, wishes)
        let tag = try #require(first["ETag"])
        #expect(try shop.front.ask(target, wishes + ["If-None-Match: \(tag)"]).status == 304)
        try shop.expectSame(target, wishes + ["If-None-Match: *"])
        let part = try shop.front.ask(target, wishes + ["Range: bytes=1-3"])
        #expect(part.status == 206)
        #expect(part.body == Array(first.body[1...3]))
      }
    }
  }

  @Test func `nobody keeps for a year that something is not there`() async throws {
    let shop = try await Shopfront(.caddy)
    let style = try shop.path("/a/", ".css")
    for (status, field) in [(412, "If-Match: \"another\""), (416, "Range: bytes=99999999-")] {
      let reply = try shop.front.ask(style, [field])
      #expect(reply.status == status)
      #expect(reply.all("Cache-Control") == ["no-cache, no-transform"], "\(status)")
      for name in Shopfront.protection { #expect(reply.all(name).count == 1, "\(name)") }
    }
  }

  @Test func `the endpoint hears who asks, and not what he claims`() throws {
    try Shopfront.expectForwarding(by: .caddy)
  }

  @Test func `while the endpoint is away pages go on, and nothing is said not to exist`()
    async throws
  {
    try await Shopfront.expectPagesWithoutEndpoint(by: .caddy)
  }

  @Test func `no reader meets half a release`() throws {
    try Shopfront.expectWholePages(of: .caddy)
  }
}
