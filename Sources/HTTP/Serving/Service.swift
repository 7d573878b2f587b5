/// What a server does for its clients. It is asked from several threads at once.
package struct Service: Sendable {
  /// What was answered, for those who look on. There is no request when it could not be read.
  package struct Exchange: Sendable {
    package let request: Request?
    package let status: Status
    /// Of the body; a request for the head alone gets none of them.
    package let bytes: Int64
  }

  package enum Response: Sendable {
    case now(Answer)
    /// As soon as the number is larger than that, or with nothing when its patience is over.
    case later(ChangeCount, after: Int64)
  }

  package var limits = Limits()
  private let responding: @Sendable (Request, _ now: Int64) -> Response
  /// Seconds since 1970.
  let clock: @Sendable () -> Int64
  let watch: (@Sendable (Exchange) -> Void)?

  package init(
    clock: @escaping @Sendable () -> Int64, watch: (@Sendable (Exchange) -> Void)? = nil,
    answering: @escaping @Sendable (Request, _ now: Int64) -> Answer
  ) {
    self.init(clock: clock, watch: watch, responding: { .now(answering($0, $1)) })
  }

  /// For those that let requests wait.
  package init(
    clock: @escaping @Sendable () -> Int64, watch: (@Sendable (Exchange) -> Void)? = nil,
    responding: @escaping @Sendable (Request, _ now: Int64) -> Response
  ) {
    self.clock = clock
    self.watch = watch
    self.responding = responding
  }

  func response(to request: Request) -> Response { responding(request, clock()) }

  func log(_ request: Request?, _ answer: Answer) {
    watch?(Exchange(request: request, status: answer.status, bytes: answer.length ?? 0))
  }
}
