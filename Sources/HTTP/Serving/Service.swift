/// What a server does for its clients. It is asked from several threads at once.
package struct Service: Sendable {
  /// What was answered, for those who look on. There is no request when it could not be read.
  package struct Exchange: Sendable {
    package let request: Request?
    package let status: Status
    /// Of the body; a request for the head alone gets none of them.
    package let bytes: Int64
  }

  package var limits = Limits()
  let answering: @Sendable (Request, _ now: Int64) -> Answer
  /// Seconds since 1970.
  let clock: @Sendable () -> Int64
  let watch: (@Sendable (Exchange) -> Void)?

  package init(
    clock: @escaping @Sendable () -> Int64, watch: (@Sendable (Exchange) -> Void)? = nil,
    answering: @escaping @Sendable (Request, _ now: Int64) -> Answer
  ) {
    self.clock = clock
    self.watch = watch
    self.answering = answering
  }

  func answer(to request: Request) -> Answer {
    let answer = answering(request, clock())
    log(request, answer)
    return answer
  }

  func log(_ request: Request?, _ answer: Answer) {
    watch?(Exchange(request: request, status: answer.status, bytes: answer.length ?? 0))
  }
}
