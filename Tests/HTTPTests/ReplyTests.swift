import Foundation
import HTTP
import Proving
import Synchronization
import Testing

/// Requests that are answered later, by whoever knows the answer: each is answered once, in the
/// order of its connection, and whoever has left is not missed.
@Suite struct ReplyTests {
  private let waiting = Heard<Reply>()

  private func server(_ change: (inout Service) -> Void = { _ in }) throws -> Server {
    let waiting = waiting
    return try Server.make(change) { request, reply in
      guard request.target == "/later" else { return .now(.plain(request.target)) }
      waiting.add(reply)
      return .later
    }
  }

  @Test func `thousands of requests are answered from many threads, each connection in order`()
    throws
  {
    let workers = (0..<4).map { DispatchQueue(label: "worker \($0)") }
    let server = try Server.make { request, reply in
      let worker = workers[request.target.utf8.reduce(0) { $0 &+ Int($1) } % workers.count]
      worker.async { reply.send(.plain(request.target)) }
      return .later
    }
    try together(8) { thread in
      let clients = try (0..<5).map { _ in try Client(server) }
      let numbers = 0..<100
      for (place, client) in clients.enumerated() {
        let asked = numbers.map { "GET /\(thread)/\(place)/\($0) HTTP/1.1\r\nHost: a\r\n\r\n" }
        client.send(asked.joined())
      }
      for number in numbers {
        for (place, client) in clients.enumerated() {
          #expect(try client.reply()?.text == "/\(thread)/\(place)/\(number)")
        }
      }
    }
    #expect(server.counts.requests == 4_000)
  }

  @Test func `a reply that is used twice counts once`() throws {
    let server = try server()
    let client = try Client(server)
    for number in 1...20 {
      client.get("/later")
      let reply = try #require(try waiting.wait(for: number).last)
      try together(4) { _ in reply.send(.plain("one of them")) }
      #expect(try client.reply()?.text == "one of them")
      reply.send(.plain("too late"))
      client.get("/next")
      #expect(try client.reply()?.text == "/next")
    }
  }

  @Test func `whoever looks on is told once of each answer that was sent`() throws {
    let seen = Heard<Int64>()
    let server = try server { $0.watch = { seen.add($0.bytes) } }
    let client = try Client(server)
    client.get("/later")
    let reply = try #require(try waiting.wait(for: 1).first)
    reply.send(.plain("1"))
    reply.send(.plain("two"))
    #expect(try client.reply()?.text == "1")
    client.get("/next")
    #expect(try client.reply()?.text == "/next")
    #expect(try seen.wait(for: 2) == [1, 5])
  }

  @Test(arguments: [false, true])
  func `somebody who leaves is told of once, and his reply does nothing`(
    isBrokenOff: Bool
  ) throws {
    let left = Heard<Reply.ID>()
    let server = try server { $0.left = { left.add($0) } }
    for number in 1...10 {
      do {
        let wire = try Wire(server)
        wire.send("GET /later HTTP/1.1\r\nHost: a\r\n\r\n")
        try waiting.wait(for: number)
        if isBrokenOff { wire.willBreakOff() }
      }
      let reply = try #require(waiting.all.last)
      #expect(try left.wait(for: number).last == reply.id)
      reply.send(.plain("to nobody"))
      reply.send(.plain("to nobody"))
    }
    try waitUntil("\(server.counts.connections) are there") { server.counts.connections == 0 }
    #expect(left.all == waiting.all.map(\.id))
  }

  @Test func `who has said all he wants is told of, and still gets his answer`() throws {
    let left = Heard<Reply.ID>()
    let server = try server { $0.left = { left.add($0) } }
    let client = try Client(server)
    client.get("/later")
    client.finishSending()
    try left.wait(for: 1)
    waiting.all.first?.send(.plain("late"))
    #expect(try client.reply()?.text == "late")
    #expect(try client.isEnded())
    #expect(left.all.count == 1)
  }

  @Test func `a reply of a server that has ended does nothing`() throws {
    let left = Heard<Reply.ID>()
    let server = try server {
      $0.limits.ending = .zero
      $0.left = { left.add($0) }
    }
    let client = try Client(server)
    client.get("/later")
    try waiting.wait(for: 1)
    server.end()
    #expect(left.all == waiting.all.map(\.id))
    for reply in waiting.all { reply.send(.plain("to nobody")) }
    #expect(try client.isEnded())
  }

  @Test func `a request that nobody answers is told so, and the connection goes on`() throws {
    let server = try server { $0.limits.answer = .milliseconds(50) }
    let client = try Client(server)
    for number in 1...3 {
      client.get("/later")
      let reply = try #require(try client.reply())
      #expect(reply.status == 503)
      #expect(reply["Retry-After"] == "1")
      #expect(reply["Connection"] == nil)
      try waiting.wait(for: number)[number - 1].send(.plain("too late"))
      client.get("/next")
      #expect(try client.reply()?.text == "/next")
    }
  }

  @Test func `the service says what an overdue request is told`() throws {
    let overdue = Heard<Reply.ID>()
    let server = try server {
      $0.limits.answer = .milliseconds(50)
      $0.overdue = { request, id in
        overdue.add(id)
        return .plain("\(request.target) is overdue")
      }
    }
    let client = try Client(server)
    client.get("/later")
    #expect(try client.reply()?.text == "/later is overdue")
    #expect(overdue.all == waiting.all.map(\.id))
  }
}
