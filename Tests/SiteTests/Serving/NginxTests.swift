import Foundation
import Proving
import Testing

/// docs/examples/nginx.conf, as an operator would run it.
@Suite struct NginxTests {
  @Test(arguments: ["identity", "gzip", "br, gzip", "br;q=0, gzip", "gzip;q=0, br"])
  func `nginx answers as the program does`(encodings: String) async throws {
    let shop = try await Shopfront(.nginx)
    for target in try shop.addresses() {
      try shop.expectSame(target, ["Accept-Encoding: \(encodings)"])
      try shop.expectSame(target, ["Accept-Encoding: \(encodings)"], method: "HEAD")
    }
    // A CDN says that it stands between.
    try shop.expectSame("/en", ["Accept-Encoding: \(encodings)", "Via: 1.1 cdn"])
  }

  @Test func `a page has one address, and others lead there`() async throws {
    let shop = try await Shopfront(.nginx)
    for (target, place) in [
      ("/en.html", "/en"), ("/en/", "/en"), ("/en.html/", "/en"), ("/en.html.html", "/en"),
      ("/index.html", "/"), ("/index", "/"), ("/index/?a", "/?a"), ("/nothing/", "/nothing"),
      ("/en/c/?a=b&c=/d/", "/en/c?a=b&c=/d/"), ("/robots.txt/", "/robots.txt"),
      ("/en/c/%E9%9B%86%E5%B8%82.html", "/en/c/%E9%9B%86%E5%B8%82"),
    ] {
      let reply = try shop.front.ask(target)
      #expect(reply.status == 308, "\(target)")
      #expect(reply.all("Location") == [place], "\(target)")
    }
    // A line break in an address begins no line of the answer.
    let reply = try shop.front.ask("/en/a%0D%0AX-Evil:1.html")
    #expect(reply.status == 404)
    #expect(reply["X-Evil"] == nil)
  }

  @Test func `what is missing is said in the language of the address`() async throws {
    let shop = try await Shopfront(.nginx)
    for (target, page) in [
      ("/nothing", "/404"), ("/en/nothing", "/en/404"), ("/zh-CN/nothing", "/zh-CN/404"),
      ("/zh-CN/.hidden", "/zh-CN/404"), ("/.hidden", "/404"),
    ] {
      let reply = try shop.front.ask(target, ["If-None-Match: *"])
      #expect(reply.status == 404, "\(target)")
      #expect(try reply.text == shop.site.text(page), "\(target)")
      #expect(reply.all("Cache-Control") == ["no-cache, no-transform"], "\(target)")
    }
  }

  @Test func `a packed page is the page, in fewer bytes`() async throws {
    let shop = try await Shopfront(.nginx)
    var tags: Set<String> = []
    for (encoding, ending) in [("identity", ""), ("gzip", ".gz"), ("br", ".br")] {
      let reply = try shop.front.ask("/zh-CN", ["Accept-Encoding: \(encoding)"])
      #expect(Data(reply.body) == shop.site.files["/zh-CN.html\(ending)"])
      #expect(reply["Content-Encoding"] == (ending.isEmpty ? nil : encoding))
      #expect(reply["Content-Type"] == "text/html; charset=utf-8")
      #expect(reply.all("Vary") == ["Accept-Encoding"])
      tags.insert(try #require(reply["ETag"]))
    }
    #expect(tags.count == 3, "one tag names two forms")
  }

  @Test func `nothing else leaves the folder`() async throws {
    try await Shopfront(.nginx).expectNothingElse()
  }

  @Test func `what a visitor has is not sent again`() async throws {
    let shop = try await Shopfront(.nginx)
    for target in ["/en", try shop.path("/a/", ".css"), "/x.woff2"] {
      let first = try shop.front.ask(target)
      let tag = try #require(first["ETag"])
      let since = try #require(first["Last-Modified"])
      for condition in ["If-None-Match: \(tag)", "If-Modified-Since: \(since)"] {
        let again = try shop.front.ask(target, [condition])
        #expect(again.status == 304, "\(target) \(condition)")
        #expect(again.all("ETag") == [tag])
      }
      try shop.expectSame(target, ["If-None-Match: *"])
      try shop.expectSame(target, ["If-Match: \"another\""])
      #expect(first.all("Accept-Ranges") == ["bytes"])
      let part = try shop.front.ask(target, ["Range: bytes=1-3"])
      #expect(part.status == 206)
      #expect(part.body == Array(first.body[1...3]))
    }
  }

  @Test func `only what never changes is kept without asking`() async throws {
    let shop = try await Shopfront(.nginx)
    let (style, cover) = (try shop.path("/a/", ".css"), try shop.path("/covers/", ".svg"))
    for target in [style, cover] {
      let reply = try shop.front.ask(target)
      #expect(
        reply.all("Cache-Control") == ["public, max-age=31536000, immutable, no-transform"])
    }
    for target in ["/", "/en", "/robots.txt", "/a/nothing.css"] {
      #expect(try shop.front.ask(target).all("Cache-Control") == ["no-cache, no-transform"])
    }
    // A visitor talks nobody into it.
    let talk = try shop.front.ask("/en", ["Range: /a/style"])
    #expect(talk.all("Cache-Control") == ["no-cache, no-transform"])
    // Nobody keeps for a year that there is no such part.
    let beyond = try shop.front.ask(style, ["Range: bytes=99999999-"])
    #expect(beyond.status == 416)
    #expect(beyond.all("Cache-Control") == ["no-cache, no-transform"])
  }

  @Test func `every kind of answer is protected once`() async throws {
    let shop = try await Shopfront(.nginx)
    let large = String(repeating: "a", count: 65_537)
    let whole = try shop.endpoint.ask("/en")
    let tag = try #require(try shop.front.ask("/en")["ETag"])
    let replies: [(Int, Client.Reply)] = [
      (200, try shop.front.ask("/en")), (206, try shop.front.ask("/en", ["Range: bytes=0-0"])),
      (304, try shop.front.ask("/en", ["If-None-Match: \(tag)"])),
      (308, try shop.front.ask("/en/")), (404, try shop.front.ask("/.env")),
      (404, try shop.front.ask("/nothing")),
      (405, try shop.front.ask("/en", method: "POST", body: "a")),
      (412, try shop.front.ask("/en", ["If-Match: \"another\""])),
      (413, try shop.front.ask("/en", method: "POST", body: large)),
      (416, try shop.front.ask("/en", ["Range: bytes=99999999-"])),
    ]
    for (status, reply) in replies {
      #expect(reply.status == status)
      for name in Shopfront.protection {
        #expect(reply.all(name) == whole.all(name), "\(status): \(name)")
      }
      #expect(reply.all("Strict-Transport-Security").count == 1, "\(status)")
      #expect(reply["Server"] == "nginx", "\(status)")
    }
  }

  @Test(arguments: ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"])
  func `what is no reading goes to the endpoint`(method: String) async throws {
    let shop = try await Shopfront(.nginx)
    for target in ["/", "/en", "/en.html", "/en/", "/nothing", try shop.path("/a/", ".css")] {
      let reply = try shop.front.ask(target, method: method, body: "a=b")
      #expect(reply.status == 405, "\(target)")
      #expect(reply.all("Allow") == ["GET, HEAD"], "\(target)")
      #expect(reply.all("Cache-Control") == ["no-store, no-transform"], "\(target)")
    }
  }
}
