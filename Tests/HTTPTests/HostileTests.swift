import Foundation
import HTTP
import Proving
import Testing

/// Clients as they should not be.
@Suite struct HostileTests {
  let site: TestSite

  init() throws { site = try TestSite() }

  static let refused: [(String, Int)] = [
    ("GET / HTTP/1.1\nHost: a\n\n", 400),
    ("GET / HTTP/1.1\r\nHost : a\r\n\r\n", 400),
    ("GET / HTTP/1.1\r\n\r\n", 400),
    ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 1\r\n\r\nx", 400),
    ("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip\r\n\r\n", 501),
    ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 70000\r\n\r\n", 413),
    ("POST / HTTP/1.1\r\nHost: a\r\nExpect: 200-ok\r\n\r\n", 417),
    ("GET /\(String(repeating: "a", count: 100_000)) HTTP/1.1\r\nHost: a\r\n\r\n", 414),
    ("GET / HTTP/1.1\r\nX: \(String(repeating: "a", count: 200_000))\r\n\r\n", 431),
    ("GET / HTTP/3.0\r\nHost: a\r\n\r\n", 505),
    ("\u{16}\u{3}\u{1}\u{2}\u{0}\u{1}", 400),
  ]

  @Test(arguments: refused)
  func `a request that cannot be trusted is refused, and what follows is not read`(
    text: String, status: Int
  ) throws {
    let server = try site.server()
    let client = try Client(server)
    client.send(text + "GET /en HTTP/1.1\r\nHost: a\r\n\r\n")
    let reply = try #require(try client.reply())
    #expect(reply.status == status)
    #expect(reply["Connection"] == "close")
    #expect(reply["X-Content-Type-Options"] == "nosniff")
    client.finishSending()
    #expect(try client.isEnded())
  }

  @Test(arguments: AddressTests.nowhere)
  func `no spelling of an address leads out`(target: String) throws {
    let server = try site.server(threads: 1)
    let client = try Client(server)
    client.get(target)
    let reply = try #require(try client.reply())
    #expect(reply.status == 404)
    #expect(!reply.text.contains("secret") && !reply.text.contains("root:"))
  }

  @Test func `who sends a little now and then is told that it takes too long`() throws {
    let server = try site.server { $0.head = .milliseconds(300) }
    let client = try Client(server)
    let text = Array(
      "GET /en HTTP/1.1\r\nHost: a\r\nX: \(String(repeating: "a", count: 8_000))".utf8)
    let start = ContinuousClock.now
    for byte in text {
      client.send([byte])
      if client.hears(within: .milliseconds(20)) { break }
    }
    #expect(ContinuousClock.now - start >= .milliseconds(300))
    #expect(try client.reply()?.status == 408)
  }

  @Test func `a body that does not come is not waited for`() throws {
    let server = try site.server { $0.head = .milliseconds(100) }
    let client = try Client(server)
    client.send("POST /en HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nhalf")
    #expect(try client.reply()?.status == 408)
  }

  @Test func `who says nothing is not kept`() throws {
    let server = try site.server { $0.idle = .seconds(1) }
    let client = try Client(server)
    #expect(try client.isEnded())
    let other = try Client(server)
    other.get("/en")
    #expect(try other.reply()?.status == 200)
    #expect(try other.isEnded())
  }

  @Test func `half a request and the end is no request`() throws {
    let server = try site.server()
    let client = try Client(server)
    client.send("GET /en HTTP/1.1\r\nHo")
    client.finishSending()
    #expect(try client.isEnded())
  }

  @Test func `who does not read his answer loses his place to the next`() throws {
    try site.write(Data(count: 20_000_000), to: "large.pdf")
    let server = try site.server(threads: 1) {
      $0.connectionsMax = 1
      $0.chunk = .milliseconds(100)
    }
    let lazy = try Client(server, receiveBuffer: 4_096)
    lazy.get("/large.pdf")
    #expect(lazy.hears(within: Client.patience))
    let next = try Client(server)
    next.get("/en")
    #expect(try next.reply()?.status == 200)
    #expect(try lazy.reply() == nil)
  }

  @Test func `more clients than there is room for wait, and get their turn`() throws {
    let server = try site.server(threads: 1) {
      $0.connectionsMax = 2
      $0.farewell = .milliseconds(10)
    }
    let clients = try (0..<12).map { _ in try Client(server) }
    for client in clients.reversed() { client.get("/en", "Connection: close\r\n") }
    for client in clients { #expect(try client.reply()?.status == 200) }
  }

  @Test func `clients that go away in the middle leave nothing behind`() throws {
    try site.write(Data(count: 1_000_000), to: "large.pdf")
    let server = try site.server(threads: 1) { $0.connectionsMax = 4 }
    for _ in 0..<100 {
      let client = try Client(server, receiveBuffer: 4_096)
      client.get("/large.pdf")
    }
    let client = try Client(server)
    client.get("/en")
    #expect(try client.reply()?.status == 200)
  }

  @Test func `a file that is cut short ends its answer early, and only that`() throws {
    try site.write(Data(count: 20_000_000), to: "large.pdf")
    let server = try site.server(threads: 1)
    let client = try Client(server, receiveBuffer: 4_096)
    client.get("/large.pdf")
    #expect(client.hears(within: Client.patience))
    #expect(truncate("\(site.path)/large.pdf", 0) == 0)
    #expect(try client.reply() == nil)
    let other = try Client(server)
    other.get("/en")
    #expect(try other.reply()?.status == 200)
  }

  @Test func `a connection has its share of requests`() throws {
    let server = try site.server { $0.requestsPerConnectionMax = 3 }
    let client = try Client(server)
    for number in 1...3 {
      client.get("/en")
      #expect(try client.reply()?["Connection"] == (number == 3 ? "close" : nil))
    }
    #expect(try client.isEnded())
  }
}
