internal import CBeast

/// The answer that a request still gets, or does not: the first one counts.
package struct Reply: Sendable {
  package struct ID: Hashable, Sendable {
    let number: jb_id

    /// For logs. A program that is started again begins anew.
    package var text: String { String(number, radix: 36) }
  }

  package let id: ID
  private let request: Request?
  private let engine: Engine
  private let start: ContinuousClock.Instant

  init(_ number: jb_id, to request: Request?, from engine: Engine) {
    id = ID(number: number)
    self.request = request
    self.engine = engine
    start = .now
  }

  /// From any thread, once.
  package func send(_ answer: Answer) {
    engine.send(answer, to: id, Sent(answer, id, request, since: start, engine.watch))
  }
}

/// What was answered, until it has been sent.
final class Sent: Sendable {
  /// Whose file is read.
  private let answer: Answer
  private let id: Reply.ID
  private let request: Request?
  private let start: ContinuousClock.Instant
  private let watch: (@Sendable (Service.Exchange) -> Void)?

  init(
    _ answer: Answer, _ id: Reply.ID, _ request: Request?, since start: ContinuousClock.Instant,
    _ watch: (@Sendable (Service.Exchange) -> Void)?
  ) {
    (self.answer, self.id, self.request) = (answer, id, request)
    (self.start, self.watch) = (start, watch)
  }

  func end(wasTaken: Bool) {
    guard wasTaken else { return }
    watch?(
      Service.Exchange(
        id: id, request: request, status: answer.status, bytes: answer.length ?? 0,
        time: .now - start))
  }
}

/// A connection on which both sides speak when they like. It has the id of the request that began it.
package typealias SocketID = Reply.ID

/// What is said on a socket.
package enum Message: Sendable, Equatable {
  case text(String)
  case bytes([UInt8])
}
