import Glibc

/// One client: reads a request, answers it, reads the next. Belongs to the thread that serves it.
final class ClientConnection {
  private enum Stage {
    case reading
    /// What stands behind the head, of which so much is missing.
    case skipping(Head, missing: Int64)
    /// Nothing is to be said yet. A client that says no more has left.
    case waiting(Waiting, Request, isLast: Bool)
    case sending(Outgoing, isLast: Bool)
    /// Refused while it was sending: closed at once, the system would throw our answer away.
    case leaving(taken: Int)
    case over
  }

  let socket: Int32
  private(set) var deadline: ContinuousClock.Instant
  private let service: Service
  /// Of the thread that it belongs to.
  private let alarm: Alarm
  private var reader: RequestReader
  private var stage = Stage.reading
  private var served = 0

  init(_ socket: Int32, _ service: Service, _ alarm: Alarm, at now: ContinuousClock.Instant) {
    self.socket = socket
    self.service = service
    self.alarm = alarm
    reader = RequestReader(service.limits)
    deadline = now + service.limits.idle
  }

  deinit { close(socket) }

  var isOver: Bool { if case .over = stage { true } else { false } }

  /// Nothing is under way that somebody waits for.
  var isIdle: Bool { if case .reading = stage { reader.isEmpty } else { false } }

  /// What to wait for.
  var events: Int16 {
    switch stage {
    case .sending: Int16(POLLOUT)
    // What is sent meanwhile stays where it is once there is no room for it.
    case .waiting where reader.room == 0: 0
    default: Int16(POLLIN)
    }
  }

  /// Goes on as far as it can without waiting.
  func advance(at now: ContinuousClock.Instant) {
    switch stage {
    case .reading, .skipping, .waiting: receive(at: now)
    case .sending: send(at: now)
    case .leaving(let taken): leave(taken)
    case .over: break
    }
  }

  /// The time for the stage is over.
  func expire(at now: ContinuousClock.Instant) {
    switch stage {
    case .reading where !reader.isEmpty, .skipping: refuse(.tooSlow, at: now)
    case .waiting: lookUp(at: now, isOver: true)
    default: stage = .over
    }
  }

  /// Answers a request that waits, if there is something to say or the time for it is over.
  func lookUp(at now: ContinuousClock.Instant, isOver: Bool = false) {
    guard case .waiting(let waiting, let request, let isLast) = stage,
      let answer = waiting.answer ?? (isOver ? .noChange : nil)
    else { return }
    begin(answer, to: request, isLast: isLast, at: now)
    proceedIfRead(at: now)
  }

  private func receive(at now: ContinuousClock.Instant) {
    var bytes: [UInt8] = []
    let wasIdle = isIdle
    switch Socket.receive(from: socket, atMost: reader.room, into: &bytes) {
    case .bytes: reader.add(bytes)
    case .blocked: return
    case .over:
      stage = .over
      return
    }
    if wasIdle { deadline = now + service.limits.head }
    proceed(at: now)
  }

  /// Takes what has arrived, request by request.
  private func proceed(at now: ContinuousClock.Instant) {
    do throws(Refusal) {
      if case .skipping(let head, let missing) = stage {
        try skip(missing, behind: head, at: now)
      }
      while case .reading = stage, let head = try reader.next() {
        deadline = now + service.limits.head
        try skip(head.bodyLength, behind: head, at: now)
      }
    } catch {
      refuse(error, at: now)
    }
  }

  private func skip(
    _ count: Int64, behind head: Head, at now: ContinuousClock.Instant
  ) throws(Refusal) {
    let missing = reader.skip(count)
    guard missing == 0 else {
      stage = .skipping(head, missing: missing)
      return
    }
    served += 1
    let isLast = !head.keepsAlive || served >= service.limits.requestsPerConnectionMax
    switch service.response(to: head.request) {
    case .now(let answer): begin(answer, to: head.request, isLast: isLast, at: now)
    case .later(let changes, let number):
      let waiting = changes.wait(after: number, alarm)
      if let answer = waiting.answer {
        begin(answer, to: head.request, isLast: isLast, at: now)
      } else {
        stage = .waiting(waiting, head.request, isLast: isLast)
        deadline = now + changes.patience
      }
    }
  }

  private func refuse(_ refusal: Refusal, at now: ContinuousClock.Instant) {
    begin(refusal.answer, to: nil, isLast: true, at: now)
  }

  private func begin(
    _ answer: Answer, to request: Request?, isLast: Bool, at now: ContinuousClock.Instant
  ) {
    service.log(request, answer)
    let outgoing = Outgoing(
      answer, toHEAD: request?.method == "HEAD", date: service.clock(), keepsAlive: !isLast)
    stage = .sending(outgoing, isLast: isLast)
    deadline = now + service.limits.chunk
    sendOn(at: now)
  }

  private func send(at now: ContinuousClock.Instant) {
    sendOn(at: now)
    proceedIfRead(at: now)
  }

  /// Requests that came all at once have no further event to wake us.
  private func proceedIfRead(at now: ContinuousClock.Instant) {
    if case .reading = stage, !reader.isEmpty { proceed(at: now) }
  }

  private func sendOn(at now: ContinuousClock.Instant) {
    guard case .sending(var outgoing, let isLast) = stage else { return }
    switch outgoing.send(to: socket) {
    case .failed: stage = .over
    case .blocked(let isChunk):
      stage = .sending(outgoing, isLast: isLast)
      if isChunk { deadline = now + service.limits.chunk }
    case .done where isLast:
      shutdown(socket, Int32(SHUT_WR))
      stage = .leaving(taken: 0)
      deadline = now + service.limits.farewell
    case .done:
      stage = .reading
      deadline = now + (reader.isEmpty ? service.limits.idle : service.limits.head)
    }
  }

  private func leave(_ taken: Int) {
    var bytes: [UInt8] = []
    switch Socket.receive(from: socket, atMost: Limits.chunkBytes, into: &bytes) {
    case .bytes(let count) where taken + count <= Limits.farewellBytesMax:
      stage = .leaving(taken: taken + count)
    case .blocked: break
    case .bytes, .over: stage = .over
    }
  }
}
