import Foundation
import HTTP
import Proving
import Testing

/// Many sockets at once: what is said to all arrives at all, and who does not listen disturbs
/// nobody.
@Suite struct CrowdTests {
  @Test func `a thousand sockets all get what is said to all, in its order`() throws {
    let room = try Room()
    defer { room.end() }
    let clients = try (0..<1_000).map { _ in try room.client() }
    #expect(room.server.counts.sockets == 1_000)
    let ids = try room.opened.wait(for: 1_000)
    #expect(Set(ids).count == 1_000)
    for number in 0..<5 { room.server.send(SharedBytes(Array("\(number)".utf8)), to: ids) }
    for client in clients {
      for number in 0..<5 { #expect(try client.frame()?.text == "\(number)") }
    }
    for client in clients {
      client.close(1_000)
      client.wire.finishSending()
    }
    let closed = try room.closed.wait(for: 1_000)
    #expect(Set(closed) == Set(ids))
    try waitUntil("sockets are there") { room.server.counts.sockets == 0 }
    #expect(room.closed.all.count == 1_000)
  }

  @Test func `who reads too slowly is left, and disturbs nobody`() throws {
    let room = try Room(threads: 1) { $0.backlogBytesMax = 100_000 }
    defer { room.end() }
    let slow = try room.client(receiveBuffer: 4_096)
    let slowID = try #require(room.opened.all.first)
    let good = try room.client()
    let ids = room.opened.all
    let bytes = SharedBytes([UInt8](repeating: 65, count: 50_000))
    var count = 0
    while room.closed.all.isEmpty {
      room.server.send(bytes, to: ids)
      #expect(try good.message()?.payload.count == 50_000)
      count += 1
      try #require(count < 2_000, "nobody is left")
    }
    #expect(room.closed.all == [slowID])
    room.server.send(bytes, to: ids)
    #expect(try good.message()?.payload.count == 50_000)
    // What was sent before may still be read, and then the end.
    #expect(try slow.wire.readToEnd().count < count * 50_000)
    #expect(room.closed.all == [slowID])
  }

  @Test func `who says nothing is asked, and left when he does not answer`() throws {
    let room = try Room { $0.silence = .milliseconds(300) }
    defer { room.end() }
    let (silent, good) = (try room.client(), try room.client())
    let silentID = try #require(room.opened.all.first)
    let start = ContinuousClock.now
    for _ in 0..<4 {
      let ping = try #require(try good.frame())
      #expect(ping.kind == .ping)
      good.send(.pong, ping.payload)
    }
    #expect(ContinuousClock.now - start > .milliseconds(300))
    #expect(try silent.frame()?.kind == .ping)
    while let frame = try silent.frame() { #expect(frame.kind == .ping) }
    #expect(try room.closed.wait(for: 1) == [silentID])
    good.send("still here")
    var answer = try good.frame()
    while answer?.kind == .ping { answer = try good.frame() }
    #expect(answer?.text == "still here")
  }

  @Test func `many speak at once from many threads, and each gets his own`() throws {
    let room = try Room()
    defer { room.end() }
    try together(8) { thread in
      let clients = try (0..<10).map { _ in try room.client() }
      for number in 0..<20 {
        for (place, client) in clients.enumerated() { client.send("\(thread) \(place) \(number)") }
        for (place, client) in clients.enumerated() {
          #expect(try client.frame()?.text == "\(thread) \(place) \(number)")
        }
      }
      for client in clients {
        client.close(1_000)
        #expect(try client.closeCode() == 1_000)
        client.wire.finishSending()
      }
    }
    #expect(Set(try room.closed.wait(for: 80)) == Set(room.opened.all))
  }
}
