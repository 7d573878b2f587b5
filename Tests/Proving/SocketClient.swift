/// A client of WebSocket that says exactly what it is told.
package final class SocketClient {
  package enum Kind: UInt8, Sendable {
    case more = 0
    case text = 1
    case bytes = 2
    case close = 8
    case ping = 9
    case pong = 10
  }

  package struct Frame: Equatable {
    package let first: UInt8
    package let payload: [UInt8]

    package var kind: Kind? { Kind(rawValue: first & 0x0F) }
    package var isLast: Bool { first & 0x80 != 0 }
    package var isPacked: Bool { first & 0x40 != 0 }
    package var text: String { String(decoding: payload, as: UTF8.self) }
  }

  /// The one of RFC 6455, 1.3.
  package static let key = "dGhlIHNhbXBsZSBub25jZQ=="

  package static func request(_ target: String, _ more: String = "", version: String = "13")
    -> String
  {
    "GET \(target) HTTP/1.1\r\nHost: localhost\r\nConnection: keep-alive, Upgrade\r\nUpgrade: websocket\r\n"
      + "Sec-WebSocket-Version: \(version)\r\nSec-WebSocket-Key: \(key)\r\n\(more)\r\n"
  }

  package let wire: Wire
  package let head: String

  package init(
    _ port: UInt16, _ target: String = "/", _ more: String = "", receiveBuffer: Int32? = nil
  ) throws {
    wire = try Wire(port: port, receiveBuffer: receiveBuffer)
    wire.send(Self.request(target, more))
    guard let head = try wire.readHead(), head.hasPrefix("HTTP/1.1 101 ") else {
      throw ProvingError.failed("no socket")
    }
    self.head = head
  }

  package func send(_ kind: Kind, _ payload: [UInt8], isLast: Bool = true) {
    send(first: kind.rawValue | (isLast ? 0x80 : 0), payload)
  }

  package func send(_ text: String) { send(.text, Array(text.utf8)) }

  /// `first` is the byte that says what it is.
  package func send(first: UInt8, _ payload: [UInt8], isMasked: Bool = true) {
    let flag: UInt8 = isMasked ? 0x80 : 0
    let count = payload.count
    var frame = [first]
    switch count {
    case ..<126: frame.append(flag | UInt8(count))
    case ..<65_536: frame += [flag | 126, UInt8(count >> 8), UInt8(count & 0xFF)]
    default: frame += [flag | 127] + (0..<8).map { UInt8(count >> (56 - 8 * $0) & 0xFF) }
    }
    guard isMasked else { return wire.send(frame + payload) }
    let mask: [UInt8] = [0x37, 0xFA, 0x21, 0x3D]
    let masked = payload.enumerated().map { $1 ^ mask[$0 & 3] }
    wire.send(frame + mask + masked)
  }

  package func close(_ code: UInt16) {
    send(.close, [UInt8(code >> 8), UInt8(code & 0xFF)])
  }

  /// Nil when the connection ends.
  package func frame() throws -> Frame? {
    guard let start = try wire.read(2) else { return nil }
    var count = Int(start[1])
    if count > 125 {
      guard let size = try wire.read(count == 126 ? 2 : 8) else { return nil }
      count = size.reduce(0) { $0 << 8 | Int($1) }
    }
    return try wire.read(count).map { Frame(first: start[0], payload: $0) }
  }

  /// The next message, put together; pings are passed over.
  package func message() throws -> (kind: Kind, payload: [UInt8])? {
    var all: (kind: Kind, payload: [UInt8])?
    while let frame = try frame() {
      guard let kind = frame.kind, kind != .close else { return nil }
      if kind == .ping || kind == .pong { continue }
      all = (all?.kind ?? kind, (all?.payload ?? []) + frame.payload)
      if frame.isLast { return all }
    }
    return nil
  }

  /// What the other side says when it closes; nil when it says nothing.
  package func closeCode() throws -> UInt16? {
    while let frame = try frame() {
      guard frame.kind == .close else { continue }
      guard frame.payload.count >= 2 else { return nil }
      return UInt16(frame.payload[0]) << 8 | UInt16(frame.payload[1])
    }
    return nil
  }

  package func isEnded() throws -> Bool { try wire.isEnded() }
}
