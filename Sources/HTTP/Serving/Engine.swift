internal import CBeast
import Glibc

/// Beast's side of a server. Everything can be called from any thread.
// The C server has locks of its own, and the pointer to it never changes.
final class Engine: @unchecked Sendable {
  private let server: OpaquePointer
  private let desk: Desk
  var watch: (@Sendable (Service.Exchange) -> Void)? { desk.service.watch }

  init(
    _ listenings: [Listening], tls: TLSFiles?, threads: Int, _ service: Service
  ) throws(ListenError) {
    let desk = Desk(service)
    var complaint: UnsafeMutablePointer<CChar>?
    let made = Self.withListeners(listenings, tls) { listeners in
      jb_make(
        listeners.baseAddress, listeners.count, UInt32(threads), jb_limits(service.limits),
        desk.callbacks, &complaint)
    }
    guard let made else {
      defer { free(complaint) }
      throw .certificate(complaint.map { String(cString: $0) } ?? "")
    }
    self.desk = desk
    server = made
    desk.engine = self
  }

  private static func withListeners<Value>(
    _ listenings: [Listening], _ tls: TLSFiles?,
    _ body: (UnsafeBufferPointer<jb_listener>) -> Value
  ) -> Value {
    (tls?.certificate ?? "").withCString { certificate in
      (tls?.key ?? "").withCString { key in
        let all = listenings.map { listening in
          jb_listener(
            socket: listening.socket, certificate: tls == nil ? nil : certificate,
            key: tls == nil ? nil : key)
        }
        return all.withUnsafeBufferPointer(body)
      }
    }
  }

  deinit { jb_free(server) }

  func use(_ tls: TLSFiles) throws(ListenError) {
    var complaint: UnsafeMutablePointer<CChar>?
    let isFine = tls.certificate.withCString { certificate in
      tls.key.withCString { jb_use_certificate(server, certificate, $0, &complaint) }
    }
    guard !isFine else { return }
    defer { free(complaint) }
    throw .certificate(complaint.map { String(cString: $0) } ?? "")
  }

  func run() { jb_run(server) }

  func stop(grace: Duration) { jb_stop(server, grace.milliseconds) }

  func join() { jb_join(server) }

  /// `sent` is held until it was sent, or was not.
  func send(_ answer: Answer, to id: Reply.ID, _ sent: Sent) {
    answer.fields.bytes.withUnsafeBufferPointer { fields in
      answer.status.reason.withUTF8Text { reason in
        var out = jb_answer()
        out.status = UInt16(answer.status.rawValue)
        out.reason = reason
        out.fields = jb_text(fields)
        out.file = -1
        out.length = answer.length ?? -1
        send(&out, answer.body, to: id.number, sent)
      }
    }
  }

  private func send(_ out: inout jb_answer, _ body: Answer.Body, to id: jb_id, _ sent: Sent) {
    let owner = Unmanaged.passRetained(sent).toOpaque()
    let release: jb_release = { owner, wasTaken in
      guard let owner else { return }
      Unmanaged<Sent>.fromOpaque(owner).takeRetainedValue().end(wasTaken: wasTaken)
    }
    switch body {
    case .none: jb_answer_request(server, id, &out, owner, release)
    case .bytes(let bytes):
      bytes.withUnsafeBytes { bytes in
        out.body = jb_text(bytes.bindMemory(to: UInt8.self))
        jb_answer_request(server, id, &out, owner, release)
      }
    case .shared(let bytes):
      out.shared = bytes.buffer
      jb_answer_request(server, id, &out, owner, release)
    case .part(let file, let range):
      (out.file, out.offset) = (file.handle, range.lowerBound)
      jb_answer_request(server, id, &out, owner, release)
    }
  }

  func open(_ id: Reply.ID, protocolName: String) {
    protocolName.withUTF8Text { jb_open_socket(server, id.number, $0) }
  }

  func send(_ message: SharedBytes, isText: Bool, to sockets: [SocketID]) {
    sockets.map(\.number).withUnsafeBufferPointer {
      jb_send(server, $0.baseAddress, $0.count, message.buffer, isText)
    }
  }

  func close(_ socket: SocketID, code: UInt16, reason: String) {
    reason.withUTF8Text { jb_close_socket(server, socket.number, code, $0) }
  }

  var counts: (connections: Int, sockets: Int, requests: Int) {
    let counts = jb_count(server)
    return (Int(counts.connections), Int(counts.sockets), Int(counts.requests))
  }
}

extension jb_text {
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.init(
      bytes: UnsafeRawPointer(bytes.baseAddress)?.assumingMemoryBound(to: CChar.self),
      count: bytes.count)
  }

  var bytesHere: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: bytes, count: count) }

  var string: String { String(decoding: bytesHere, as: UTF8.self) }
}

extension String {
  fileprivate func withUTF8Text<Value>(_ body: (jb_text) -> Value) -> Value {
    var text = self
    return text.withUTF8 { body(jb_text($0)) }
  }
}

extension jb_limits {
  init(_ limits: Limits) {
    self.init(
      line_bytes_max: limits.lineBytesMax, head_bytes_max: limits.headBytesMax,
      fields_max: limits.fieldsMax,
      requests_per_connection_max: UInt32(limits.requestsPerConnectionMax),
      connections_max: UInt32(limits.connectionsMax),
      connections_per_peer_max: UInt32(limits.connectionsPerPeerMax),
      idle: limits.idle.milliseconds, head: limits.head.milliseconds,
      chunk: limits.chunk.milliseconds, chunk_bytes: limits.chunkBytes,
      answer: limits.answer.milliseconds, farewell: limits.farewell.milliseconds,
      farewell_bytes_max: limits.farewellBytesMax, last_word: limits.lastWord.milliseconds,
      message_bytes_max: limits.messageBytesMax, backlog_bytes_max: limits.backlogBytesMax,
      silence: limits.silence.milliseconds)
  }
}

extension Duration {
  fileprivate var milliseconds: UInt32 {
    let (seconds, attoseconds) = components
    return UInt32(clamping: seconds * 1_000 + attoseconds / 1_000_000_000_000_000)
  }
}
