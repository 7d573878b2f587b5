/// A client that says exactly what it is told, and never waits longer than its patience.
package final class Client {
  package static let patience = Duration.seconds(60)

  package struct Reply {
    package let status: Int
    package let head: [String]
    package let body: [UInt8]

    package var text: String { String(decoding: body, as: UTF8.self) }

    package subscript(name: String) -> String? {
      head.first { $0.lowercased().hasPrefix(name.lowercased() + ": ") }
        .map { String($0.dropFirst(name.count + 2)) }
    }
  }

  private let wire: Wire

  package init(port: UInt16, receiveBuffer: Int32? = nil) throws {
    wire = try Wire(port: port, receiveBuffer: receiveBuffer)
  }

  package func send(_ text: String) { wire.send(text) }

  /// What the other side does not want any more is lost.
  package func send(_ bytes: [UInt8]) { wire.send(bytes) }

  package func get(_ target: String, _ fields: String = "") {
    send("GET \(target) HTTP/1.1\r\nHost: localhost\r\n\(fields)\r\n")
  }

  package func finishSending() { wire.finishSending() }

  /// Whether something, be it the end, comes within this time.
  package func hears(within time: Duration) -> Bool { wire.hears(within: time) }

  /// The next answer; nil when the connection ends instead.
  package func reply(toHEAD isHEAD: Bool = false) throws -> Reply? {
    guard let lines = try wire.readHead()?.split(separator: "\r\n").map(String.init) else {
      return nil
    }
    let status = lines.first?.split(separator: " ").dropFirst().first.flatMap { Int($0) }
    let bare = Reply(status: status ?? 0, head: Array(lines.dropFirst()), body: [])
    let isChunked = !isHEAD && bare["Transfer-Encoding"] == "chunked"
    let length = isHEAD ? 0 : Int(bare["Content-Length"] ?? "") ?? 0
    guard let body = try isChunked ? chunks() : wire.read(length) else { return nil }
    return Reply(status: bare.status, head: bare.head, body: body)
  }

  /// A body in pieces, each after a line with its size, up to one of size 0. Nil when the connection
  /// ends before.
  private func chunks() throws -> [UInt8]? {
    var body: [UInt8] = []
    while let line = try wire.read(to: "\r\n") {
      // The end of a line is one character.
      guard let size = Int(line.dropLast(), radix: 16) else {
        throw ProvingError.failed("no size of a piece: \(line)")
      }
      guard let piece = try wire.read(size + 2) else { return nil }
      body += piece.dropLast(2)
      if size == 0 { return body }
    }
    return nil
  }

  /// Whether nothing comes any more but the end, as it should: not broken off.
  package func isEnded() throws -> Bool { try wire.isEnded() }
}
