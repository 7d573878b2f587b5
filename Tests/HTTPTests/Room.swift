import HTTP
import Proving
import Synchronization

/// A server whose sockets get back what they say, and which remembers what it heard.
final class Room: Sendable {
  private final class Door: Sendable {
    let server = Mutex<Server?>(nil)
  }

  let server: Server
  let opened = Heard<SocketID>()
  let heard = Heard<Message>()
  let closed = Heard<SocketID>()
  private let door = Door()

  init(threads: Int = 2, _ limit: (inout Limits) -> Void = { _ in }) throws {
    let (door, opened, heard, closed) = (door, opened, heard, closed)
    server = try Server.make(threads: threads) { service in
      limit(&service.limits)
      service.message = { id, message in
        heard.add(message)
        let server = door.server.withLock { $0 }
        switch message {
        case .text("close me"): server?.close(id, code: 4_000, reason: "as you like")
        case .text(let text): server?.send(SharedBytes(Array(text.utf8)), to: [id])
        case .bytes(let bytes): server?.send(SharedBytes(bytes), isText: false, to: [id])
        }
      }
      service.closed = { closed.add($0) }
    } responding: { request, reply in
      guard request.wantsSocket else { return .now(.plain("no socket")) }
      opened.add(reply.id)
      return .socket(protocolName: request.target == "/chat" ? "chat.v1" : "")
    }
    let server = server
    door.server.withLock { $0 = server }
  }

  /// Not on a thread of the server, which would wait for itself.
  func end() {
    server.end()
    door.server.withLock { $0 = nil }
  }

  func client(_ target: String = "/", _ more: String = "", receiveBuffer: Int32? = nil) throws
    -> SocketClient
  {
    try SocketClient(server.endpoint.port, target, more, receiveBuffer: receiveBuffer)
  }
}
