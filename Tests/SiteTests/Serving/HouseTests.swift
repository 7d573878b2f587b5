import Foundation
import Glibc
import Market
import Proving
import Store
import Testing

/// The whole program as an operator runs it: what it promised is kept, whatever befalls it.
@Suite(.serialized) struct HouseTests {
  /// How often the program is killed.
  static let kills = count("JISHI_KILLS", or: 3)

  private func start(_ workshop: Workshop, _ words: String...) throws -> RunningHouse {
    try RunningHouse(
      try Child(
        Command.ours("jishi"), ["serve", "--listen", "127.0.0.1:0"] + words,
        in: workshop.folder.path))
  }

  @Test func `what was acknowledged is there after any death`() async throws {
    let workshop = try await Workshop.fair()
    var acknowledged: Set<String> = []
    for round in 1...Self.kills {
      let house = try start(workshop)
      let subject = try house.gigPath()
      let receipts = Heard<String>()
      let clients = Thread.detached(8) { number in
        // Until the other side is gone.
        while let receipt = try? house.report(subject, "\(round) \(number)", from: number) {
          receipts.add(receipt)
        }
      }
      try receipts.wait(for: 40 * round)
      house.child.signal(SIGKILL)
      #expect(house.child.wait() == 128 + SIGKILL)
      clients.wait()
      acknowledged.formUnion(receipts.all)
      let known = try workshop.receipts()
      #expect(acknowledged.isSubset(of: known))
      // The last word of each may have been lost on the way, and no more.
      #expect(known.count - acknowledged.count <= 8 * round)
    }
    #expect(try workshop.jishi("check").code == 0)
  }

  @Test func `whoever is asked to end answers all that was asked`() async throws {
    let workshop = try await Workshop.fair()
    let house = try start(workshop)
    let subject = try house.gigPath()
    let receipts = Heard<String>()
    let refused = Heard<Int>()
    let clients = Thread.detached(16) { number in
      do {
        while true {
          receipts.add(try house.report(subject, "\(number)", from: number))
        }
      } catch RunningHouse.Trouble.status(let status) {
        refused.add(status)
      } catch {}
    }
    try receipts.wait(for: 200)
    house.child.signal(SIGTERM)
    #expect(house.child.wait() == 0)
    clients.wait()
    #expect(refused.all.isEmpty)
    // Whatever was written was told.
    #expect(try workshop.receipts() == Set(receipts.all))
  }

  @Test func `what is published shows on the site, and is told to who listens`() async throws {
    let workshop = try await Workshop.fair()
    let house = try start(workshop)
    defer { house.child.signal(SIGKILL) }
    let second = try start(workshop, "--only", "endpoint")
    defer { second.child.signal(SIGKILL) }
    let path = try house.gigPath()
    let number = try #require(path.split(separator: "-").last)
    #expect(try house.get(path).status == 200)
    let sockets = try [house, second].map { house in
      let socket = try SocketClient(house.port, "/ws", "Sec-WebSocket-Protocol: jishi.v1\r\n")
      socket.send(#"{"do":"subscribe","topic":"gig:\#(number)"}"#)
      _ = try socket.message()
      return socket
    }
    try workshop.ran("gig", "pause", String(number))
    for socket in sockets {
      var news = ""
      while !news.contains("\"shown\":false") {
        news = String(decoding: try #require(try socket.message()).payload, as: UTF8.self)
      }
    }
    try waitUntil("the page is still there") { try house.get(path).status == 404 }
    #expect(try second.get("/api/v1/gigs/\(number)").status == 404)
    for each in [house, second] {
      each.child.signal(SIGTERM)
      #expect(each.child.wait() == 0)
    }
  }

  @Test func `edits and settings count without anybody being left`() async throws {
    let workshop = try await Workshop.fair()
    let house = try start(workshop, "--only", "endpoint", "--proxies", "127.0.0.1")
    defer { house.child.signal(SIGKILL) }
    let client = try Client(port: house.port)
    func page(_ host: String = "localhost") throws -> Client.Reply {
      client.send("GET /en/report HTTP/1.1\r\nHost: \(host)\r\n\r\n")
      return try #require(try client.reply())
    }
    #expect(try page().text.contains("Send the report"))
    // A slip is told, and the page stays as it was.
    try workshop.edit("locales/en/report.txt", "Send the report", "Send {it}")
    _ = try house.child.read(until: "report.txt")
    #expect(try page().text.contains("Send the report"))
    try workshop.edit("locales/en/report.txt", "Send {it}", "Off it goes")
    try waitUntil("the new words never come") { try page().text.contains("Off it goes") }
    #expect(try page("shop.example").status == 421)
  }

  @Test func `with a hang-up the settings are read again, on the same connections`() async throws {
    let workshop = try await Workshop.fair()
    let house = try start(workshop)
    defer { house.child.signal(SIGKILL) }
    let client = try Client(port: house.port)
    func status(_ host: String) throws -> Int {
      client.send("GET /en HTTP/1.1\r\nHost: \(host)\r\n\r\n")
      return try #require(try client.reply()).status
    }
    #expect(try status("localhost") == 200)
    let site = workshop.folder.file("site.json")
    let former = try String(contentsOfFile: site, encoding: .utf8)
    try workshop.folder.write(
      #"{ "url": "https://shop.example", "listen": "127.0.0.1:1", "reads": "1" }"#, to: "site.json")
    house.child.signal(SIGHUP)
    let told = try house.child.read(until: "settings were read again")
    #expect(told.contains("settings were read again"))
    // The one that is 421 ends its connection.
    try waitUntil("the new name is never answered") { try status("shop.example") == 200 }
    // What cannot be used changes nothing.
    try workshop.folder.write(#"{ "reads": "many" }"#, to: "site.json")
    house.child.signal(SIGHUP)
    _ = try house.child.read(until: "The settings stay as they were")
    #expect(try status("shop.example") == 200)
    try workshop.folder.write(former, to: "site.json")
    house.child.signal(SIGHUP)
    _ = try house.child.read(until: "settings were read again")
    house.child.signal(SIGTERM)
    #expect(house.child.wait() == 0)
  }

  @Test func `each worker can be a process of its own`() async throws {
    let workshop = try Workshop(like: try Workshop.demo.get())
    let yen = try #require(Asset.currency("JPY"))
    let store = try Store(at: .sqlite(path: workshop.folder.file("data/market.db")))
    try await store.write { tx in
      _ = try tx.setRate(.cny, in: yen, 21, from: "test", by: .operator, at: Shop.now)
    }
    await store.close()
    let sealed = "\"unsealed\":{\"accounts\":0,\"rates\":0,\"transfers\":0}"
    #expect(try !workshop.jishi("audit", "--json").output.contains(sealed))
    let endpoint = try start(workshop, "--only", "endpoint")
    defer { endpoint.child.signal(SIGKILL) }
    let path = try endpoint.gigPath()
    let number = try #require(path.split(separator: "-").last)
    let queue = try workshop.start("work", "--only", "queue")
    defer { queue.signal(SIGKILL) }
    try workshop.ran("gig", "pause", String(number))
    // Who seals does so within a second or two, and the page is as it was.
    try waitUntil("nothing is sealed") {
      try workshop.jishi("audit", "--json").output.contains(sealed)
    }
    #expect(try endpoint.get(path).status == 200)
    let site = try workshop.start("work", "--only", "site")
    defer { site.signal(SIGKILL) }
    try waitUntil("the page is still there") { try endpoint.get(path).status == 404 }
    for child in [queue, site] {
      child.signal(SIGTERM)
      #expect(child.wait() == 0)
    }
  }

  @Test func `parts that are none are told`() async throws {
    let workshop = try await Workshop.fair()
    #expect(
      try workshop.jishi("work", "--only", "doors").errors
        == "jishi: --only needs “site” or “queue”, not “doors”.\n")
    let answer = try workshop.jishi("serve", "--only", "doors")
    #expect(answer.code == 2)
    #expect(answer.errors.contains("--only needs “files” or “endpoint”, not “doors”."))
  }
}
