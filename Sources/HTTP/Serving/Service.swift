/// What a server does for its clients. It is asked on the threads that carry all connections, several
/// at once, so whatever takes long is to be done elsewhere and answered later.
package struct Service: Sendable {
  /// What was answered, for those who look on. There is no request when it could not be read.
  package struct Exchange: Sendable {
    package let id: Reply.ID
    package let request: Request?
    package let status: Status
    /// Of the body; a request for the head alone gets none of them.
    package let bytes: Int64
    /// From the end of the request until the answer was sent.
    package let time: Duration
  }

  package enum Response: Sendable {
    case now(Answer)
    /// The reply is used by somebody, some time. If it is not, the request is overdue.
    case later
    /// The connection becomes a socket, of this protocol if it has a name.
    case socket(protocolName: String)
  }

  /// How the body of a request is taken, which is decided by its head.
  package enum Admission: Sendable {
    case memory(bytesMax: Int)
    /// In a file of this folder.
    case file(bytesMax: Int64, folder: String)
    case refused(Answer)
  }

  package var limits = Limits()
  /// Seconds since 1970.
  package var clock: @Sendable () -> Int64
  package var watch: (@Sendable (Exchange) -> Void)?
  package var admission: @Sendable (Request) -> Admission = { _ in .memory(bytesMax: 65_536) }
  package var response: @Sendable (Request, Reply) -> Response
  /// What is said to a request that nobody has answered in time.
  package var overdue: @Sendable (Request, Reply.ID) -> Answer = { _, _ in
    Rejection.unanswered.answer
  }
  /// Whoever waited for this reply has left.
  package var left: @Sendable (Reply.ID) -> Void = { _ in }
  /// The server is about to end: whoever lets requests wait answers them.
  package var ending: @Sendable () -> Void = {}
  package var message: @Sendable (SocketID, Message) -> Void = { _, _ in }
  package var closed: @Sendable (SocketID) -> Void = { _ in }

  package init(
    clock: @escaping @Sendable () -> Int64, watch: (@Sendable (Exchange) -> Void)? = nil,
    answering: @escaping @Sendable (Request, _ now: Int64) -> Answer
  ) {
    self.init(
      clock: clock, watch: watch, responding: { request, _ in .now(answering(request, clock())) })
  }

  /// For those that let requests wait.
  package init(
    clock: @escaping @Sendable () -> Int64, watch: (@Sendable (Exchange) -> Void)? = nil,
    responding: @escaping @Sendable (Request, Reply) -> Response
  ) {
    self.clock = clock
    self.watch = watch
    response = responding
  }
}
