import Foundation
import HTTP
import Proving
import Testing

/// Clients as they should be, on real connections.
@Suite struct ServerTests {
  let site: TestSite
  let server: Server

  init() throws {
    site = try TestSite()
    server = try site.server()
  }

  @Test func `a client gets a page, and another on the same connection`() throws {
    let client = try Client(server)
    client.get("/zh-CN")
    let first = try #require(try client.reply())
    #expect(first.status == 200)
    #expect(first.text == "<p>首页</p>")
    #expect(first["Date"] == "Fri, 01 Jan 2100 00:00:00 GMT")
    #expect(first["Connection"] == nil)
    client.get("/en/none")
    #expect(try client.reply()?.status == 404)
    client.get("/en", "If-None-Match: *\r\n")
    let third = try #require(try client.reply())
    #expect(third.status == 304)
    #expect(third["Content-Length"] == nil)
    client.get("/en", "Connection: close\r\n")
    let last = try #require(try client.reply())
    #expect(last["Connection"] == "close")
    #expect(try client.isEnded())
  }

  @Test func `a head comes without its body`() throws {
    let client = try Client(server)
    client.send("HEAD /en HTTP/1.1\r\nHost: a\r\n\r\n")
    #expect(try client.reply(toHEAD: true)?["Content-Length"] == "11")
    // The next answer begins where a body would.
    client.get("/en")
    #expect(try client.reply()?.text == "<p>home</p>")
  }

  @Test func `an old client gets its answer and the end`() throws {
    let client = try Client(server)
    client.send("GET /en HTTP/1.0\r\n\r\n")
    #expect(try client.reply()?.text == "<p>home</p>")
    #expect(try client.isEnded())
  }

  @Test func `requests that come all at once are answered in their order`() throws {
    let client = try Client(server)
    let targets = (0..<500).map { ["/en", "/zh-CN", "/none", "/robots.txt"][$0 % 4] }
    let texts = targets.map { "GET \($0) HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc" }
    client.send(texts.joined())
    for target in targets {
      let reply = try #require(try client.reply())
      #expect(reply.text == site.answer(target).text)
    }
  }

  @Test func `a small request behind a large one is not forgotten`() throws {
    let content = [UInt8](repeating: 9, count: 2_000_000)
    try site.write(Data(content), to: "large.pdf")
    let client = try Client(server)
    for target in ["/large.pdf", "/en", "/large.pdf", "/robots.txt"] { client.get(target) }
    #expect(try client.reply()?.body == content)
    #expect(try client.reply()?.text == "<p>home</p>")
    #expect(try client.reply()?.body == content)
    #expect(try client.reply()?.text == "User-agent: *")
  }

  @Test func `who has said all he wants still gets his answer`() throws {
    let client = try Client(server)
    client.get("/en")
    client.finishSending()
    #expect(try client.reply()?.text == "<p>home</p>")
    #expect(try client.isEnded())
  }

  @Test func `a large file arrives whole, and its parts are the same bytes`() throws {
    var dice = Seeded(7)
    let content = (0..<1_200_001).map { _ in UInt8.random(in: 0...255, using: &dice) }
    try site.write(Data(content), to: "a/large.0a1b.pdf")
    let client = try Client(server)
    client.get("/a/large.0a1b.pdf")
    let whole = try #require(try client.reply())
    #expect(whole.body == content)
    for _ in 0..<20 {
      let first = Int.random(in: 0..<content.count, using: &dice)
      let last = Int.random(in: first..<content.count, using: &dice)
      client.get("/a/large.0a1b.pdf", "Range: bytes=\(first)-\(last)\r\n")
      let part = try #require(try client.reply())
      #expect(part.status == 206)
      #expect(part.body == Array(content[first...last]))
    }
  }

  @Test func `a thousand clients at once are all answered, and disturb nobody`() throws {
    let clients = try (0..<1_000).map { _ in try Client(server) }
    let other = try Client(server)
    other.get("/en")
    #expect(try other.reply()?.status == 200)
    for client in clients { client.get("/zh-CN") }
    for client in clients { #expect(try client.reply()?.text == "<p>首页</p>") }
  }

  @Test func `where somebody listens nobody else can`() throws {
    #expect(throws: ListenError.taken(server.endpoint)) {
      try Server(at: server.endpoint, silent)
    }
    let elsewhere = try #require(Endpoint("192.0.2.1:0"))
    #expect(throws: ListenError.elsewhere(elsewhere)) {
      try Server(at: elsewhere, silent)
    }
  }

  @Test func `an answer on its way is finished when the server ends`() throws {
    let content = [UInt8](repeating: 9, count: 2_000_000)
    try site.write(Data(content), to: "large.pdf")
    let server = try site.server { $0.ending = Client.patience }
    let (busy, idle) = (try Client(server), try Client(server))
    idle.get("/en")
    #expect(try idle.reply()?.status == 200)
    busy.get("/large.pdf")
    #expect(busy.hears(within: Client.patience))
    let ending = Thread { server.end() }
    ending.start()
    #expect(try idle.isEnded())
    #expect(try busy.reply()?.body == content)
    #expect(try busy.isEnded())
    server.end()
    #expect(throws: ProvingError.self) { try Client(server) }
  }

  private let silent = Service(
    clock: { 0 }, answering: { _, _ in Answer(.notFound, saying: "nobody asks") })
}
