import Foundation
import HTTP
import Proving
import Testing

/// WebSocket with clients as they should not be: each is told why with a code of RFC 6455, and none
/// disturbs another.
@Suite final class HostileSocketTests {
  let room: Room

  init() throws { room = try Room { $0.messageBytesMax = 1_000 } }

  deinit { room.end() }

  private func refusal(_ request: String) throws -> String {
    let wire = try Wire(room.server)
    wire.send(request)
    return try wire.readHead()?.components(separatedBy: "\r\n").first ?? "the end"
  }

  @Test func `a handshake that is not one is refused`() throws {
    let good = SocketClient.request("/")
    #expect(try refusal(good) == "HTTP/1.1 101 Switching Protocols")
    let old = try refusal(SocketClient.request("/", version: "8"))
    #expect(old.hasPrefix("HTTP/1.1 426 "))
    let key = "Sec-WebSocket-Key: \(SocketClient.key)\r\n"
    #expect(try refusal(good.replacing(key, with: "")).hasPrefix("HTTP/1.1 400 "))
    // Who asks for none is asked nothing more.
    #expect(try refusal(good.replacing("websocket", with: "h2c")) == "HTTP/1.1 200 OK")
    #expect(try refusal(good.replacing("keep-alive, Upgrade", with: "close")) == "HTTP/1.1 200 OK")
    try waitUntil("\(room.server.counts.connections) are there") {
      room.server.counts.connections == 0
    }
    #expect(room.closed.all.count == room.opened.all.count)
  }

  @Test func `a refused handshake says which version is spoken`() throws {
    let wire = try Wire(room.server)
    wire.send(SocketClient.request("/", version: "8"))
    #expect(try wire.readHead()?.contains("Sec-WebSocket-Version: 13\r\n") == true)
  }

  /// The first byte of a frame, its payload, whether it is masked, and the code that it is told.
  static let frames: [(UInt8, [UInt8], Bool, UInt16)] = [
    (0x81, [65], false, 1002),
    (0xC1, [65], true, 1002),
    (0xA1, [65], true, 1002),
    (0x91, [65], true, 1002),
    (0x83, [65], true, 1002),
    (0x8B, [65], true, 1002),
    (0x80, [65], true, 1002),
    (0x09, [65], true, 1002),
    (0x89, [UInt8](repeating: 65, count: 126), true, 1002),
    (0x88, [3], true, 1002),
    (0x88, [3, 0xED], true, 1002),
    (0x88, [0, 1], true, 1002),
    (0x88, [3, 0xE8, 0xFF], true, 1002),
    (0x81, [0xFF], true, 1007),
    (0x81, [0xC0, 0xAF], true, 1007),
    (0x81, [0xED, 0xA0, 0x80], true, 1007),
    (0x81, [0xE5, 0xAD], true, 1007),
    (0x82, [UInt8](repeating: 65, count: 1_001), true, 1009),
    (0x81, [UInt8](repeating: 65, count: 70_000), true, 1009),
  ]

  @Test(arguments: frames)
  func `a frame that cannot be is refused, and the socket ends`(
    first: UInt8, payload: [UInt8], isMasked: Bool, code: UInt16
  ) throws {
    let client = try room.client()
    client.send(first: first, payload, isMasked: isMasked)
    #expect(try client.closeCode() == code)
    client.wire.finishSending()
    #expect(try room.closed.wait(for: 1) == room.opened.all)
    #expect(room.heard.all.isEmpty)
  }

  @Test func `a new message within another is refused`() throws {
    let client = try room.client()
    client.send(.text, [65], isLast: false)
    client.send(.text, [66])
    #expect(try client.closeCode() == 1002)
  }

  @Test func `a message that becomes too large in parts is refused`() throws {
    let client = try room.client()
    client.send(.bytes, [UInt8](repeating: 0, count: 600), isLast: false)
    client.send(.more, [UInt8](repeating: 0, count: 600))
    #expect(try client.closeCode() == 1009)
    #expect(room.heard.all.isEmpty)
  }

  @Test func `who speaks before he was let in is not heard`() throws {
    let wire = try Wire(room.server)
    wire.send(Array(SocketClient.request("/").utf8) + [0x81, 0x80, 0, 0, 0, 0])
    #expect(try wire.readToEnd() == [])
    #expect(try room.closed.wait(for: 1) == room.opened.all)
  }

  @Test func `who leaves without a word is told of once`() throws {
    for number in 1...20 {
      do {
        let client = try room.client()
        client.send(.text, [65], isLast: false)
        if number.isMultiple(of: 2) { client.wire.willBreakOff() }
      }
      try room.closed.wait(for: number)
    }
    #expect(room.closed.all == room.opened.all)
    try waitUntil("sockets are there") { room.server.counts.sockets == 0 }
  }

  @Test(.enabled(if: SocketScripts.isThere, "run scripts/need-python sockets"))
  func `a message that is larger than it looks is refused`() throws {
    let said = try SocketScripts.run("bomb.py", "\(room.server.endpoint.port)")
    #expect(said == "1009\n")
    #expect(room.heard.all == [.text("before")])
  }
}
