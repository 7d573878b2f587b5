import HTTP
import Market
import Proving
import Testing

@testable import Store
@testable import Web

/// What only happens to who is fast, many, or away at the wrong moment.
struct LiveEdgeTests {
  @Test func `a place of another log is not taken for one of this`() async throws {
    let stall = try await Stall()
    let socket = try stall.socket()
    socket.send(#"{"do":"subscribe","topic":"category:1","after":9223372036854775807}"#)
    #expect(try socket.news()["whole"] as? Bool == false)
  }

  @Test(arguments: Stall.engines)
  func `what was done while it was hidden is not told afterwards`(engine: String) async throws {
    let stall = try await Stall(engine)
    let gig = try stall.gig(in: try stall.gigPath(in: "en"))
    let before = try await stall.touch(gig, in: stall.store)
    try await stall.store.write { try $0.pauseGig(gig, by: .operator, at: Stall.opening) }
    _ = try await stall.touch(gig, in: stall.store)
    try await stall.store.write { try $0.resumeGig(gig, by: .operator, at: Stall.opening) }
    let last = try await stall.touch(gig, in: stall.store)
    let socket = try stall.socket()
    #expect(try socket.subscribe("gig:\(gig)", after: before) == last)
    var news = try socket.news()
    while news["position"] as? Int64 != last {
      #expect(news["shown"] as? Bool == true)
      news = try socket.news()
    }
  }

  @Test(arguments: Stall.engines)
  func `who is no moderator any more, or has signed out, hears of no more reports`(
    engine: String
  ) async throws {
    let stall = try await Stall(engine)
    var chance = Chance.system
    let secrets = (0..<2).map { _ in Secret(using: &chance) }
    let device = Secret(using: &chance)
    let sessions = try await stall.store.write { tx in
      try secrets.enumerated().map { number, secret in
        let account = try tx.openAccount(
          name: "Moderator", contact: Contact(email: "moderator\(number)@example.com"),
          locale: .english, by: .visitor, at: Stall.opening)
        try tx.grant(.moderator, to: account.id, by: .operator, at: Stall.opening)
        let place = Whereabouts(agent: "", address: "127.0.0.1")
        return try tx.begin(
          Arrival(.browser, secret, device: device, place), account, isSecond: true,
          at: Stall.opening)
      }
    }.value
    let sockets = try secrets.map { try stall.socket("Cookie: session=\($0.text)\r\n") }
    for socket in sockets { _ = try socket.subscribe("reports") }
    func report(_ detail: String) throws {
      let sent = try stall.post(json: stall.complaint(detail), to: "/api/v1/reports")
      #expect(sent.status == 201)
    }
    try report("The first.")
    for socket in sockets { #expect(try socket.news()["event"] as? String == "changed") }
    try await stall.store.write { tx in
      try tx.revoke(.moderator, from: sessions[0].account, by: .operator, at: Stall.opening)
      try tx.signOut(sessions[1], sessions[1].place, at: Stall.opening)
    }
    try report("The second.")
    for socket in sockets { #expect(try socket.news()["why"] as? String == "not-found") }
  }

  /// The answer to the first is on its way when the second is asked.
  @Test func `who asks anew is answered what was asked last`() async throws {
    let stall = try await Stall()
    let gig = try stall.gig(in: try stall.gigPath(in: "en"))
    let before = try await stall.touch(gig, in: stall.store)
    let missed = try await stall.touch(gig, in: stall.store)
    for _ in 0..<15 {
      let socket = try stall.socket()
      socket.send(#"{"do":"subscribe","topic":"gig:\#(gig)"}"#)
      socket.send(#"{"do":"unsubscribe","topic":"gig:\#(gig)"}"#)
      socket.send(#"{"do":"subscribe","topic":"gig:\#(gig)","after":\#(before)}"#)
      while try socket.news()["event"] as? String != "unsubscribed" {}
      #expect(try socket.news()["event"] as? String == "subscribed")
      #expect(try socket.news()["position"] as? Int64 == missed)
    }
  }

  @Test func `all sockets of one address together say so much`() async throws {
    let stall = try await Stall()
    for _ in 0..<25 {
      let socket = try stall.socket()
      for _ in 0..<60 { socket.send("x") }
      for _ in 0..<60 { _ = try socket.news() }
    }
    let late = try stall.socket()
    late.send("x")
    #expect(try late.closeCode() == 1_008)
    stall.wait(.seconds(10))
    _ = try stall.socket().subscribe("category:1")
  }

  @Test func `a network of version 6 has so many sockets`() async throws {
    let stall = try await Stall(proxies: "127.0.0.1")
    func socket(_ address: String) throws -> SocketClient {
      try SocketClient(
        stall.server.endpoint.port, "/ws",
        "Sec-WebSocket-Protocol: jishi.v1\r\nX-Forwarded-For: \(address)\r\n")
    }
    var held: [SocketClient] = []
    for host in 1...LiveHub.socketsMax { held.append(try socket("2001:db8::\(host)")) }
    #expect(throws: (any Error).self) { try socket("2001:db8::ffff") }
    held.append(try socket("2001:db8:0:1::1"))
  }
}
