import Foundation
import HTTP
import Proving
import Synchronization
import Testing

/// The end of a server: nobody who has asked is left without an answer, and nobody holds it up for
/// longer than he may.
@Suite struct EndingTests {
  private let waiting = Heard<Reply>()

  private func server(
    threads: Int = 2, lastWord: Duration = Client.patience, ending: Duration = Client.patience,
    _ change: (inout Service) -> Void = { _ in }
  ) throws -> Server {
    let waiting = waiting
    return try Server.make(threads: threads) { service in
      service.limits.lastWord = lastWord
      service.limits.ending = ending
      change(&service)
    } responding: { request, reply in
      guard request.target == "/later" else { return .now(.plain(request.target)) }
      waiting.add(reply)
      return .later
    }
  }

  /// How long it took.
  private func end(_ server: Server) -> Duration { ContinuousClock().measure { server.end() } }

  // A client that never pauses for as long as the last word is asked to leave by an answer, so each
  // request that was sent has one. A connection that begins while the server ends may find nobody,
  // so all are there before.
  @Test func `under load every request is answered, and the last answer says that it is`() throws {
    for _ in 0..<5 {
      let server = try server()
      let answered = Heard<Int>()
      let clients = Thread {
        try? together(8) { thread in
          let clients = try (0..<4).map { _ in try Client(server) }
          var number = 0
          var open = clients
          while !open.isEmpty {
            number += 1
            for client in open { client.get("/\(thread)/\(number)") }
            open = try open.filter { client in
              let reply = try client.reply()
              #expect(reply?.text == "/\(thread)/\(number)")
              guard reply?["Connection"] == "close" else { return reply != nil }
              #expect(try client.isEnded())
              client.finishSending()
              return false
            }
            if number == 10 { answered.add(thread) }
          }
          answered.add(thread)
        }
      }
      clients.start()
      try answered.wait(for: 8)
      #expect(end(server) < Client.patience / 2)
      #expect(throws: ProvingError.self) { try Client(server) }
      try answered.wait(for: 16)
    }
  }

  @Test func `who waits to be let in when the server is asked to end is answered`() throws {
    let (entered, isOpen) = (Heard<Bool>(), Heard<Bool>())
    let server = try Server.make(threads: 1) { service in
      service.limits.ending = Client.patience
      service.limits.lastWord = Client.patience
    } responding: { request, _ in
      // The only thread is held here, so nobody is let in meanwhile.
      if request.target == "/hold" {
        entered.add(true)
        _ = try? isOpen.wait(for: 1)
      }
      return .now(.plain(request.target))
    }
    let holder = try Client(server)
    holder.get("/hold")
    try entered.wait(for: 1)
    let clients = try (0..<100).map { _ in try Client(server) }
    for (number, client) in clients.enumerated() { client.get("/\(number)") }
    let ended = Heard<Bool>()
    let ending = Thread {
      server.end()
      ended.add(true)
    }
    ending.start()
    // Time to ask for the end; without it the test would still hold, and prove less.
    _ = poll(nil, 0, 20)
    isOpen.add(true)
    for (number, client) in ([holder] + clients).enumerated() {
      let reply = try #require(try client.reply())
      #expect(reply.text == (number == 0 ? "/hold" : "/\(number - 1)"))
      client.finishSending()
      #expect(try client.isEnded())
    }
    try ended.wait(for: 1)
  }

  @Test func `who waits for an answer still gets it`() throws {
    let server = try server()
    let clients = try (0..<10).map { _ in try Client(server) }
    for client in clients { client.get("/later") }
    let waiting = try waiting.wait(for: clients.count)
    let ended = Heard<Duration>()
    let ending = Thread { ended.add(end(server)) }
    ending.start()
    try waitUntil("it still listens") { (try? Client(server)) == nil }
    for reply in waiting { reply.send(.plain("late")) }
    for client in clients {
      let reply = try #require(try client.reply())
      #expect(reply.text == "late")
      #expect(reply["Connection"] == "close")
      client.finishSending()
      #expect(try client.isEnded())
    }
    try ended.wait(for: 1)
  }

  @Test func `who waits for an answer that never comes is left at the end`() throws {
    let left = Heard<Reply.ID>()
    let server = try server(ending: .milliseconds(100)) { $0.left = { left.add($0) } }
    let client = try Client(server)
    client.get("/later")
    try waiting.wait(for: 1)
    let time = end(server)
    #expect(time >= .milliseconds(100) && time < .seconds(20))
    #expect(try client.reply() == nil)
    #expect(left.all == waiting.all.map(\.id))
  }

  @Test func `the service may answer those who wait when the end begins`() throws {
    let waiting = waiting
    let server = try server(lastWord: .milliseconds(20)) { service in
      service.ending = { for reply in waiting.all { reply.send(.plain("it ends")) } }
    }
    let client = try Client(server)
    client.get("/later")
    try waiting.wait(for: 1)
    let ended = Heard<Bool>()
    let ending = Thread {
      server.end()
      ended.add(true)
    }
    ending.start()
    #expect(try client.reply()?.text == "it ends")
    client.finishSending()
    try ended.wait(for: 1)
  }

  @Test func `who asks nothing does not hold it up`() throws {
    let server = try server(lastWord: .milliseconds(20))
    let (silent, idle, half) = (try Client(server), try Client(server), try Client(server))
    idle.get("/")
    #expect(try idle.reply()?.status == 200)
    half.send("GET /half HTTP/1.1\r\n")
    try waitUntil("not all are there") { server.counts.connections == 3 }
    let ended = Heard<Duration>()
    let ending = Thread { ended.add(end(server)) }
    ending.start()
    #expect(try silent.isEnded() && idle.isEnded())
    // Who has begun may finish.
    half.send("Host: a\r\n\r\n")
    let reply = try #require(try half.reply())
    #expect(reply.text == "/half")
    #expect(reply["Connection"] == "close")
    half.finishSending()
    #expect(try ended.wait(for: 1)[0] < Client.patience / 2)
  }

  @Test func `a request that was on its way when the server was asked to end is answered`() throws {
    let server = try server()
    let client = try Client(server)
    client.get("/first")
    #expect(try client.reply()?.text == "/first")
    let ending = Thread { server.end() }
    ending.start()
    try waitUntil("it still listens") { (try? Client(server)) == nil }
    client.get("/second")
    let reply = try #require(try client.reply())
    #expect(reply.text == "/second")
    #expect(reply["Connection"] == "close")
    client.finishSending()
    #expect(try client.isEnded())
    server.end()
  }

  @Test func `an upload that has begun may come to its end`() throws {
    let server = try server()
    let client = try Client(server)
    client.send("POST /up HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\n01234")
    try waitUntil("nobody is there") { server.counts.connections == 1 }
    let ending = Thread { server.end() }
    ending.start()
    try waitUntil("it still listens") { (try? Client(server)) == nil }
    client.send("56789")
    #expect(try client.reply()?.text == "/up")
    client.finishSending()
    server.end()
  }

  @Test func `it may be asked to end by several at once, and again`() throws {
    let server = try server(lastWord: .milliseconds(20))
    let client = try Client(server)
    try together(4) { _ in server.end() }
    server.end()
    #expect(try client.isEnded())
  }

  @Test func `a full server ends like any other`() throws {
    for _ in 0..<20 {
      let server = try server(lastWord: .milliseconds(5), ending: .milliseconds(20)) {
        $0.limits.connectionsMax = 1
      }
      let clients = try (0..<3).map { _ in try Client(server) }
      clients[0].get("/")
      _ = clients[0].hears(within: .milliseconds(10))
      #expect(end(server) < .seconds(20))
    }
  }

  @Test func `sockets are told that it goes away`() throws {
    let closed = Heard<SocketID>()
    let server = try Server.make { service in
      service.limits.ending = Client.patience
      service.limits.head = Client.patience
      service.closed = { closed.add($0) }
    } responding: { _, _ in
      .socket(protocolName: "")
    }
    let good = try SocketClient(server.endpoint.port)
    let other = try SocketClient(server.endpoint.port)
    try waitUntil("not all are there") { server.counts.sockets == 2 }
    let ended = Heard<Duration>()
    let ending = Thread { ended.add(end(server)) }
    ending.start()
    for client in [good, other] {
      #expect(try client.closeCode() == 1001)
      client.close(1_001)
      #expect(try client.isEnded())
      client.wire.finishSending()
    }
    try ended.wait(for: 1)
    #expect(Set(closed.all).count == 2 && closed.all.count == 2)
  }
}
