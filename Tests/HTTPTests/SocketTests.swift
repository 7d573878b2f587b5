import Foundation
import HTTP
import Proving
import Testing

/// WebSocket with clients as they should be: ours, which shows every frame, and one that others
/// have written.
@Suite final class SocketTests {
  let room: Room

  init() throws { room = try Room() }

  deinit { room.end() }

  @Test func `a handshake is answered as RFC 6455 says`() throws {
    let client = try room.client()
    let lines = client.head.components(separatedBy: "\r\n").map { $0.lowercased() }
    #expect(lines[0] == "http/1.1 101 switching protocols")
    #expect(lines.contains("upgrade: websocket"))
    #expect(lines.contains("connection: upgrade"))
    #expect(client.head.contains("Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n"))
    #expect(!client.head.contains("Sec-WebSocket-Protocol"))
    #expect(!client.head.contains("Sec-WebSocket-Extensions"))
  }

  @Test func `a socket is of the protocol that the service says`() throws {
    let client = try room.client("/chat", "Sec-WebSocket-Protocol: chat.v2, chat.v1\r\n")
    #expect(client.head.contains("Sec-WebSocket-Protocol: chat.v1\r\n"))
  }

  @Test func `a connection may become a socket after other requests`() throws {
    let wire = try Wire(room.server)
    wire.send("GET /a HTTP/1.1\r\nHost: a\r\n\r\n")
    #expect(try wire.readHead()?.hasPrefix("HTTP/1.1 200 ") == true)
    #expect(try wire.read(9) == Array("no socket".utf8))
    wire.send(SocketClient.request("/"))
    #expect(try wire.readHead()?.hasPrefix("HTTP/1.1 101 ") == true)
    try waitUntil("no socket") { room.server.counts.sockets == 1 }
  }

  static let lengths = [0, 1, 124, 125, 126, 127, 128, 65_534, 65_535, 65_536]

  @Test(arguments: [SocketClient.Kind.text, .bytes])
  func `messages of all lengths come back as they were sent`(kind: SocketClient.Kind) throws {
    let client = try room.client()
    for length in Self.lengths {
      let payload = (0..<length).map { UInt8($0 % 95 + 32) }
      client.send(kind, payload)
      let message = try #require(try client.message())
      #expect(message.kind == kind && message.payload == payload, "of \(length)")
    }
    let sizes = room.heard.all.map { message in
      switch message {
      case .text(let text): kind == .text ? text.utf8.count : -1
      case .bytes(let bytes): kind == .bytes ? bytes.count : -1
      }
    }
    #expect(sizes == Self.lengths)
  }

  @Test func `a message in parts is one, with a ping between them`() throws {
    let client = try room.client()
    let bytes = Array("标志设计".utf8)
    // Cut within a character.
    client.send(.text, Array(bytes[..<4]), isLast: false)
    client.send(.ping, [1, 2, 3])
    client.send(.more, Array(bytes[4..<5]), isLast: false)
    client.send(.more, [], isLast: false)
    client.send(.more, Array(bytes[5...]))
    let pong = try #require(try client.frame())
    #expect(pong.kind == .pong && pong.payload == [1, 2, 3])
    #expect(try client.message()?.payload == bytes)
    #expect(room.heard.all == [.text("标志设计")])
  }

  @Test func `many messages at once come back in their order`() throws {
    let client = try room.client()
    for number in 0..<500 { client.send("\(number)") }
    for number in 0..<500 { #expect(try client.frame()?.text == "\(number)") }
  }

  @Test(arguments: [1_000, 1_001, 3_000, 4_999])
  func `who closes is answered with the same code, and told of once`(code: Int) throws {
    let client = try room.client()
    client.close(UInt16(code))
    #expect(try client.closeCode() == UInt16(code))
    #expect(try client.isEnded())
    client.wire.finishSending()
    #expect(try room.closed.wait(for: 1) == room.opened.all)
  }

  @Test func `the service closes with its own code and reason`() throws {
    let client = try room.client()
    client.send("close me")
    let frame = try #require(try client.frame())
    #expect(frame.kind == .close)
    #expect(frame.payload == [0x0F, 0xA0] + Array("as you like".utf8))
    client.close(4_000)
    #expect(try client.isEnded())
    client.wire.finishSending()
    #expect(try room.closed.wait(for: 1) == room.opened.all)
  }

  @Test func `what is said to a closed socket is dropped`() throws {
    let other = try room.client()
    do {
      let client = try room.client()
      client.close(1_000)
      #expect(try client.closeCode() == 1_000)
    }
    let id = try #require(try room.closed.wait(for: 1).first)
    for _ in 0..<100 {
      room.server.send(SharedBytes([65]), to: [id])
      room.server.close(id, code: 1_000)
    }
    // A new socket may have its place, and gets nothing of it.
    let next = try room.client()
    room.server.send(SharedBytes([65]), to: [id])
    for client in [other, next] {
      client.send("mine")
      #expect(try client.frame()?.text == "mine")
    }
    #expect(room.closed.all == [id])
  }

  @Test(
    .enabled(if: SocketScripts.isThere, "run scripts/need-python sockets"),
    arguments: ["packed", "plain"])
  func `a client of others is understood, with packed messages and without`(way: String) throws {
    let said = try SocketScripts.run("echo.py", "\(room.server.endpoint.port)", way)
    #expect(said == "fine\n")
    #expect(try room.closed.wait(for: 1) == room.opened.all)
  }
}
