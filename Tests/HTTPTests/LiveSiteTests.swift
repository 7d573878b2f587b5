import Foundation
import Proving
import Testing

@testable import HTTP

/// The site as `jishi watch` serves it.
@Suite struct LiveSiteTests {
  private static let first: Int64 = 100

  let site: TestSite
  let changes = ChangeCount(from: Self.first)
  let server: Server

  init() throws {
    site = try TestSite()
    server = try Self.server(of: site, changes)
  }

  private static func server(
    of site: TestSite, _ changes: ChangeCount, threads: Int = 2,
    connectionsMax: Int = Limits().connectionsMax, patience: Duration = Client.patience * 60
  ) throws -> Server {
    let live = LiveSite(SiteFiles(site.path), changes)
    var service = live.service(clock: { TestSite.now })
    service.limits.answer = patience
    service.limits.connectionsMax = connectionsMax
    service.limits.ending = Client.patience
    // Else a thread would wake by itself, and nobody would see that it was not rung.
    service.limits.idle = Client.patience * 60
    let anywhere = try #require(Endpoint("127.0.0.1:0"))
    return try Server(at: anywhere, threads: threads, service)
  }

  private func script(_ number: Int64) -> String {
    "<script src=\"/.jishi/live.js\" data-change=\"\(number)\" defer></script>"
  }

  /// Until so many wait.
  private func see(_ count: Int, waitFor changes: ChangeCount) throws {
    let end = ContinuousClock.now + Client.patience
    while changes.waiting != count {
      try #require(ContinuousClock.now < end, "\(changes.waiting) wait")
      _ = poll(nil, 0, 1)
    }
  }

  @Test func `a page asks for the next change, and its file does not`() throws {
    let page = "<body><p>x</body> y</BODY>\n</html>\n"
    try site.write(Data(page.utf8), to: "en/whole.html")
    let client = try Client(server)
    client.get("/en/whole")
    let reply = try #require(try client.reply())
    #expect(reply.status == 200)
    #expect(reply.text == "<body><p>x</body> y\(script(100))</BODY>\n</html>\n")
    #expect(reply["Content-Length"] == "\(page.utf8.count + script(100).utf8.count)")
    #expect(reply["Content-Type"] == "text/html; charset=utf-8")
    changes.announce()
    client.get("/en")
    #expect(try client.reply()?.text == "<p>home</p>\(script(101))")
    client.get("/en/none")
    let missing = try #require(try client.reply())
    #expect(missing.status == 404)
    #expect(missing.text == "<p>nowhere</p>\(script(101))")
    let file = try String(contentsOfFile: "\(site.path)/en/whole.html", encoding: .utf8)
    #expect(file == page)
  }

  @Test func `a page is never taken from where a browser keeps it`() throws {
    try site.write(Data("packed".utf8), to: "en.html.gz")
    let kept = try #require(site.answer("GET", "/en").fields["ETag"])
    let client = try Client(server)
    client.get(
      "/en", "If-None-Match: \(kept)\r\nRange: bytes=0-1\r\nAccept-Encoding: gzip, br\r\n")
    let reply = try #require(try client.reply())
    #expect(reply.status == 200)
    #expect(reply.text == "<p>home</p>\(script(100))")
    #expect(reply["Cache-Control"] == "no-store, no-transform")
    for name in ["ETag", "Last-Modified", "Content-Encoding", "Accept-Ranges"] {
      #expect(reply[name] == nil, "\(name)")
    }
    #expect(reply["Content-Security-Policy"]?.contains("script-src 'self'") == true)
  }

  @Test func `a page too large to be read at once is whole`() throws {
    let page = String(repeating: "字", count: SiteFiles.wholeBytesMax) + "</body>"
    try site.write(Data(page.utf8), to: "en/large.html")
    let client = try Client(server)
    client.get("/en/large")
    #expect(try client.reply()?.text == page.dropLast(7) + script(100) + "</body>")
    client.send("HEAD /en/large HTTP/1.1\r\nHost: a\r\n\r\n")
    let length = try client.reply(toHEAD: true)?["Content-Length"]
    #expect(length == "\(page.utf8.count + script(100).utf8.count)")
  }

  @Test(arguments: ["/a/style.0a1b.css", "/zh-CN/new/feed.xml", "/robots.txt", "/en/", "/%"])
  func `what is no page is answered as always`(target: String) throws {
    try site.write(Data("packed".utf8), to: "robots.txt.gz")
    let client = try Client(server)
    client.get(target, "Accept-Encoding: gzip\r\n")
    let reply = try #require(try client.reply())
    let usual = site.answer("GET", target, [("Accept-Encoding", "gzip")])
    #expect(reply.status == usual.status.rawValue)
    #expect(reply["ETag"] == usual.fields["ETag"])
    #expect(reply["Cache-Control"] == usual.fields["Cache-Control"])
    if usual.status == .ok { #expect(reply.body == usual.bytes) }
  }

  @Test func `the script is there, and only for this`() throws {
    let client = try Client(server)
    client.get("/.jishi/live.js")
    let reply = try #require(try client.reply())
    #expect(reply["Content-Type"] == "text/javascript; charset=utf-8")
    #expect(reply["Cache-Control"] == "no-store, no-transform")
    #expect(reply.text.contains("/.jishi/changes?after="))
    client.send("POST /.jishi/live.js HTTP/1.1\r\nHost: a\r\n\r\n")
    #expect(try client.reply()?.status == 405)
    #expect(site.answer("GET", "/.jishi/live.js").status == .notFound)
    for number in ["", "x", "-1", "1&b", "9999999999999999999"] {
      client.get("/.jishi/changes?after=\(number)")
      #expect(try client.reply()?.status == 400, "\(number)")
    }
    client.get("/.jishi/changes")
    #expect(try client.reply()?.status == 400)
  }

  @Test func `a change that has been is told at once`() throws {
    let client = try Client(server)
    client.get("/.jishi/changes?after=99")
    client.get("/.jishi/changes?after=0")
    client.get("/en")
    let reply = try #require(try client.reply())
    #expect(reply.status == 200)
    #expect(reply.text == "100\n")
    #expect(try client.reply()?.text == "100\n")
    #expect(try client.reply()?.status == 200)
  }

  @Test func `a request waits for a change, and nobody waits for it`() throws {
    let server = try Self.server(of: site, changes, threads: 1)
    let (first, second) = (try Client(server), try Client(server))
    first.get("/.jishi/changes?after=100")
    // What comes behind it has its turn after it.
    first.get("/robots.txt")
    second.get("/.jishi/changes?after=101")
    try see(2, waitFor: changes)
    let other = try Client(server)
    other.get("/robots.txt")
    #expect(try other.reply()?.status == 200)
    #expect(!first.hears(within: .milliseconds(50)))
    changes.announce()
    #expect(try first.reply()?.text == "101\n")
    #expect(try first.reply()?.text == "User-agent: *")
    #expect(!second.hears(within: .milliseconds(50)), "it knew this change")
    changes.announce()
    #expect(try second.reply()?.text == "102\n")
    try see(0, waitFor: changes)
  }

  @Test func `without a change there is nothing to say when patience is over`() throws {
    let changes = ChangeCount(from: 7)
    let server = try Self.server(of: site, changes, patience: .milliseconds(20))
    let client = try Client(server)
    for _ in 0..<2 {
      client.get("/.jishi/changes?after=7")
      let reply = try #require(try client.reply())
      #expect(reply.status == 204)
      #expect(reply["Content-Length"] == nil)
      #expect(reply["Cache-Control"] == "no-store")
    }
    try see(0, waitFor: changes)
  }

  @Test(arguments: [1, ChangeCount.waitingMax + 2])
  func `who has waited longest makes room when too many wait`(threads: Int) throws {
    let count = ChangeCount.waitingMax + 2
    // All in one thread, or each in another.
    let server = try Self.server(of: site, changes, threads: threads, connectionsMax: count)
    let clients = try (0..<count).map { _ in try Client(server) }
    for (number, client) in clients.enumerated() {
      client.get("/.jishi/changes?after=100")
      // Each before the next, so that it is known who was first.
      if number < ChangeCount.waitingMax {
        try see(number + 1, waitFor: changes)
      } else {
        #expect(try clients[number - ChangeCount.waitingMax].reply()?.status == 204)
      }
    }
    #expect(changes.waiting == ChangeCount.waitingMax)
    changes.announce()
    for client in clients.dropFirst(2) { #expect(try client.reply()?.text == "101\n") }
  }

  @Test func `who leaves gives up his place`() throws {
    var client: Client? = try Client(server)
    client?.get("/.jishi/changes?after=100")
    try see(1, waitFor: changes)
    client = nil
    try see(0, waitFor: changes)
  }

  @Test func `who says too much while he waits is not listened to, and still answered`() throws {
    let server = try Self.server(of: site, changes, threads: 1)
    let client = try Client(server)
    client.get("/.jishi/changes?after=100")
    try see(1, waitFor: changes)
    let more = "GET /robots.txt HTTP/1.1\r\nHost: a\r\n\r\n"
    let count = 2 * Limits().headBytesMax / more.utf8.count
    client.send(String(repeating: more, count: count))
    changes.announce()
    #expect(try client.reply()?.text == "101\n")
    for _ in 0..<count { try #require(try client.reply()?.text == "User-agent: *") }
  }

  @Test func `a server that ends lets nobody wait`() throws {
    let client = try Client(server)
    client.get("/.jishi/changes?after=100")
    try see(1, waitFor: changes)
    let start = ContinuousClock.now
    server.end()
    #expect(try client.reply()?.status == 204)
    #expect(try client.isEnded())
    #expect(ContinuousClock.now - start < Client.patience)
  }
}
