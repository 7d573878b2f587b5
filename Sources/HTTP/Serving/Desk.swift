internal import CBeast

/// Where the callbacks of the engine become questions to the service.
// Nothing in it changes once the threads have begun.
final class Desk: @unchecked Sendable {
  let service: Service
  /// Which has the desk. Set before anybody calls back, and there as long as anybody does.
  unowned var engine: Engine?

  init(_ service: Service) { self.service = service }

  var callbacks: jb_callbacks {
    jb_callbacks(
      context: Unmanaged.passUnretained(self).toOpaque(),
      head: { context, request in Desk.at(context).admit(request) },
      request: { context, request in Desk.at(context).take(request) },
      refuse: { context, why, request, id in Desk.at(context).refuse(why, request, id) },
      gone: { context, id in Desk.at(context).service.left(Reply.ID(number: id)) },
      message: { context, socket, message, isText in
        Desk.at(context).hear(socket, message, isText)
      },
      closed: { context, socket in Desk.at(context).service.closed(SocketID(number: socket)) },
      clock: { context in Desk.at(context).service.clock() })
  }

  private static func at(_ context: UnsafeMutableRawPointer?) -> Desk {
    guard let context else { preconditionFailure("the engine knows its desk") }
    return Unmanaged<Desk>.fromOpaque(context).takeUnretainedValue()
  }

  private func admit(_ asked: OpaquePointer?) -> jb_admission {
    let request = Request(head: asked)
    switch service.admission(request) {
    case .memory(let bytesMax):
      return jb_admission(sink: JB_MEMORY, bytes_max: UInt64(bytesMax), folder: nil)
    case .file(let bytesMax, let folder):
      return jb_admission(
        sink: JB_FILE, bytes_max: UInt64(bytesMax), folder: FolderNames.lasting(folder))
    case .refused(let answer):
      reply(asked, to: request)?.send(answer)
      return jb_admission(sink: JB_REFUSED, bytes_max: 0, folder: nil)
    }
  }

  private func take(_ asked: OpaquePointer?) {
    let request = Request(whole: asked)
    guard let reply = reply(asked, to: request) else { return }
    switch service.response(request, reply) {
    case .now(let answer): reply.send(answer)
    case .later: break
    case .socket(let name): engine?.open(reply.id, protocolName: name)
    }
  }

  private func refuse(_ why: jb_refusal, _ asked: OpaquePointer?, _ id: jb_id) {
    guard let engine else { return }
    let request = asked.map { Request(head: $0) }
    let rejection = Rejection(why)
    let reply = Reply(id, to: request, from: engine)
    if rejection == .unanswered, let request {
      reply.send(service.overdue(request, reply.id))
    } else {
      reply.send(rejection.answer)
    }
  }

  private func hear(_ socket: jb_id, _ message: jb_text, _ isText: Bool) {
    let heard: Message = isText ? .text(message.string) : .bytes(Array(message.bytesHere))
    service.message(SocketID(number: socket), heard)
  }

  private func reply(_ asked: OpaquePointer?, to request: Request) -> Reply? {
    guard let engine else { return nil }
    return Reply(jb_request_id(asked), to: request, from: engine)
  }
}

extension Request {
  /// Its body is still to come, or is of no interest.
  fileprivate init(head asked: OpaquePointer?) { self.init(asked, .none) }

  fileprivate init(whole asked: OpaquePointer?) {
    let file = jb_request_take_file(asked)
    if file >= 0 {
      self.init(asked, .file(SpooledFile(file)))
    } else {
      let body = jb_request_body(asked)
      self.init(asked, body.count == 0 ? .none : .bytes(Array(body.bytesHere)))
    }
  }

  private init(_ asked: OpaquePointer?, _ body: Body) {
    let size = jb_request_lines_size(asked)
    let fields = [UInt8](unsafeUninitializedCapacity: size) { bytes, count in
      jb_request_write_lines(asked, bytes.baseAddress)
      count = size
    }
    let length = jb_request_length(asked)
    self.init(
      jb_request_method(asked).string, jb_request_target(asked).string,
      fields: FieldLines(written: fields), body: body,
      length: length < 0 ? nil : length, peer: jb_request_peer(asked).string,
      isSecure: jb_request_is_secure(asked), wantsSocket: jb_request_wants_socket(asked))
  }
}
