import Foundation
import HTTP
import Market
import Proving
import Store
import Testing

@testable import Web

/// Sockets that listen to the log, over real ones.
struct LiveTests {
  @Test(arguments: Stall.engines)
  func `who listens is told what happens, wherever it was done`(engine: String) async throws {
    let stall = try await Stall(engine)
    let gig = try stall.gig(in: try stall.gigPath(in: "en"))
    let socket = try stall.socket()
    let start = try socket.subscribe("gig:\(gig)")
    let other = try stall.socket()
    _ = try other.subscribe("gig:\(gig.number + 1)")
    // Another process would open the database like this.
    let elsewhere = try Store(at: stall.address)
    let first = try await stall.touch(gig, in: stall.store)
    let second = try await stall.touch(gig, in: elsewhere)
    let told = try [socket.news(), socket.news()]
    #expect(told.map { $0["position"] as? Int64 } == [first, second])
    #expect(start < first)
    #expect(told.allSatisfy { $0["event"] as? String == "changed" && $0["shown"] as? Bool == true })
    #expect(told[0]["topic"] as? String == "gig:\(gig)")
    // Nothing else is told, and to nobody else.
    socket.send(#"{"do":"unsubscribe","topic":"gig:\#(gig)"}"#)
    #expect(try socket.news()["event"] as? String == "unsubscribed")
    _ = try await stall.touch(gig, in: stall.store)
    for each in [socket, other] {
      each.send("what?")
      #expect(try each.news()["why"] as? String == "unreadable")
    }
    await elsewhere.close()
  }

  @Test(arguments: Stall.engines)
  func `who was away goes on from where he was`(engine: String) async throws {
    let stall = try await Stall(engine)
    let gig = try stall.gig(in: try stall.gigPath(in: "en"))
    let before = try await stall.touch(gig, in: stall.store)
    var missed: [Int64] = []
    for _ in 0..<5 { missed.append(try await stall.touch(gig, in: stall.store)) }
    let socket = try stall.socket()
    let position = try socket.subscribe("gig:\(gig)", after: before)
    #expect(position == missed.last)
    #expect(try (0..<5).map { _ in try socket.news()["position"] as? Int64 ?? 0 } == missed)
    let next = try await stall.touch(gig, in: stall.store)
    #expect(try socket.news()["position"] as? Int64 == next)
  }

  @Test func `who was away for too long is told so`() async throws {
    let stall = try await Stall()
    let gig = try stall.gig(in: try stall.gigPath(in: "en"))
    try await stall.store.write { tx in
      for _ in 0...LiveHub.missedMax {
        try tx.record(
          Change(of: .setting, 1, from: nil, to: nil), at: Stall.opening)
      }
    }
    let socket = try stall.socket()
    socket.send(#"{"do":"subscribe","topic":"gig:\#(gig)","after":1}"#)
    #expect(try socket.news()["whole"] as? Bool == false)
  }

  /// Many write and many come and go meanwhile: whatever is told from a place on is all that happened
  /// from there, in order and once.
  @Test(arguments: Stall.engines)
  func `nothing is lost and nothing is told twice, whenever one comes`(engine: String) async throws
  {
    let stall = try await Stall(engine)
    let gig = try stall.gig(in: try stall.gigPath(in: "en"))
    let written = Heard<Int64>()
    let (comers, changes) = (20, 200)
    stall.keepTouching(gig, times: changes) { written.add($0) }
    var told: [(start: Int64, socket: SocketClient)] = []
    for number in 0..<comers {
      let socket = try stall.socket()
      // They come all the while, not only at its beginning.
      try written.wait(for: number * changes / comers)
      told.append((try socket.subscribe("gig:\(gig)"), socket))
    }
    let all = try written.wait(for: changes)
    let last = try #require(all.last)
    for (start, socket) in told {
      var heard: [Int64] = []
      while heard.last ?? start < last {
        heard.append(try socket.news()["position"] as? Int64 ?? 0)
      }
      #expect(heard == all.filter { $0 > start })
    }
  }

  @Test func `what is hidden is told once more, and then no more`() async throws {
    let stall = try await Stall()
    let gig = try stall.gig(in: try stall.gigPath(in: "en"))
    let socket = try stall.socket()
    _ = try socket.subscribe("gig:\(gig)")
    try await stall.store.write { tx in
      try tx.pauseGig(gig, by: .operator, at: Stall.opening)
    }
    var news = try socket.news()
    while news["shown"] as? Bool == true { news = try socket.news() }
    #expect(news["shown"] as? Bool == false)
    _ = try await stall.touch(gig, in: stall.store)
    #expect(try socket.refusal("gig:\(gig)") == "not-found")
  }

  @Test(arguments: [
    "gig:999999", "seller:999999", "category:999999", "reports", "gig:0", "gig:-1", "gig:01",
    "gig:1:2", "gig:", "gig", "", "order:1", "GIG:1", "gig:9223372036854775808",
  ])
  func `what is not there or not for all is refused alike`(topic: String) async throws {
    let stall = try await Self.shared.value
    let why = try stall.socket().refusal(topic)
    #expect(why == (Topic(topic) == nil ? "unknown-topic" : "not-found"))
  }

  private static let shared = Task { try await Stall() }

  @Test(arguments: [
    "", "[]", "{}", #"{"do":"subscribe"}"#, #"{"do":"dance","topic":"gig:1"}"#,
    #"{"do":"subscribe","topic":"gig:1","after":"1"}"#,
    #"{"do":"subscribe","topic":"gig:1","after":-1}"#,
    #"{"do":"subscribe","topic":"gig:1","more":1}"#,
    #"{"do":"unsubscribe","topic":"gig:1","after":1}"#, "[[[[",
  ])
  func `what is no word of the protocol changes nothing`(text: String) async throws {
    let stall = try await Self.shared.value
    let socket = try stall.socket()
    socket.send(text)
    #expect(try socket.news()["why"] as? String == "unreadable")
    _ = try socket.subscribe("category:1")
  }

  @Test func `bytes, long words and a flood end a socket`() async throws {
    let stall = try await Stall()
    let bytes = try stall.socket()
    bytes.send(.bytes, [1, 2, 3])
    #expect(try bytes.closeCode() == 1_003)
    let long = try stall.socket()
    long.send(String(repeating: " ", count: LiveWord.bytesMax + 1))
    #expect(try long.closeCode() == 1_009)
    let flood = try stall.socket()
    for _ in 0...60 { flood.send("x") }
    for _ in 0..<60 { _ = try flood.news() }
    #expect(try flood.closeCode() == 1_008)
  }

  @Test func `one socket listens to so much, and one address has so many`() async throws {
    let stall = try await Stall()
    let socket = try stall.socket()
    let topics = (1...30).map { "gig:\($0)" } + (1...100).map { "category:\($0)" }
    var count = 0
    for topic in topics {
      socket.send("{\"do\":\"subscribe\",\"topic\":\"\(topic)\"}")
      stall.wait(.seconds(1))
      let news = try socket.news()
      if news["why"] as? String == "too-many" { break }
      if news["event"] as? String == "subscribed" { count += 1 }
    }
    #expect(count == LiveHub.topicsMax)
    var held: [SocketClient] = []
    for _ in 0..<(LiveHub.socketsMax - 1) { held.append(try stall.socket()) }
    let late = try stall.get("/ws", Self.upgrade + "Sec-WebSocket-Protocol: jishi.v1")
    #expect(late.status == 429)
    held.removeAll()
    try waitUntil("nobody has left") { (try? stall.socket()) != nil }
  }

  private static let upgrade =
    "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: \(SocketClient.key)\r\n"

  @Test(arguments: [
    ("", 426), (upgrade, 400), (upgrade + "Sec-WebSocket-Protocol: jishi.v2\r\n", 400),
    (upgrade + "Sec-WebSocket-Protocol: jishi.v1\r\nOrigin: http://elsewhere.example\r\n", 403),
    (upgrade + "Sec-WebSocket-Protocol: jishi.v1\r\nSec-Fetch-Site: cross-site\r\n", 403),
  ])
  func `only our own pages and our own protocol get a socket`(
    fields: String, status: Int
  ) async throws {
    let stall = try await Self.shared.value
    #expect(try stall.get("/ws", String(fields.dropLast(1))).status == status)
  }
}

extension Stall {
  func socket(_ fields: String = "") throws -> SocketClient {
    try SocketClient(
      server.endpoint.port, "/ws",
      "Sec-WebSocket-Protocol: other, jishi.v1\r\nOrigin: http://localhost\r\n\(fields)")
  }

  /// The same again and again, each as soon as the last is safe, on the store's own thread.
  func keepTouching(
    _ gig: ID<Gig>, times count: Int, tell: @escaping @Sendable (Int64) -> Void
  ) {
    guard count > 0 else { return }
    store.write { tx in
      try tx.touch(gig)
    } then: { outcome in
      guard case .success(let written) = outcome else { return }
      tell(written.value)
      self.keepTouching(gig, times: count - 1, tell: tell)
    }
  }

  /// Writes that something happened to it, as every action does, and returns where that is in the log.
  func touch(_ gig: ID<Gig>, in store: Store) async throws -> Int64 {
    try await store.write { tx in try tx.touch(gig) }.value
  }
}

extension Transaction {
  fileprivate func touch(_ gig: ID<Gig>) throws -> Int64 {
    let route = try self.gig(gig).route
    try record(Change(of: .gig, gig.number, from: route, to: route), at: Stall.opening)
    return position().number
  }
}

extension SocketClient {
  func news() throws -> [String: Any] {
    guard let message = try message() else { throw ProvingError.failed("the socket has ended") }
    let json = try JSONSerialization.jsonObject(with: Data(message.payload))
    guard let object = json as? [String: Any] else { throw ProvingError.failed("no object") }
    return object
  }

  /// From where in the log on all is told.
  func subscribe(_ topic: String, after: Int64? = nil) throws -> Int64 {
    let place = after.map { ",\"after\":\($0)" } ?? ""
    send("{\"do\":\"subscribe\",\"topic\":\"\(topic)\"\(place)}")
    let news = try news()
    guard news["event"] as? String == "subscribed", let position = news["position"] as? Int64
    else { throw ProvingError.failed("\(news)") }
    return position
  }

  func refusal(_ topic: String) throws -> String? {
    send("{\"do\":\"subscribe\",\"topic\":\"\(topic)\"}")
    return try news()["why"] as? String
  }
}
