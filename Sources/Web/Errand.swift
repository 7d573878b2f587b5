import HTTP
import Pages
import Store

/// One visit on its way from step to step, until there is an answer.
struct Errand: Sendable {
  private var visit: Visit
  private let reply: Reply
  private let store: Store
  private let hub: LiveHub
  private let report: @Sendable (String, any Error) -> Void

  init(
    _ visit: Visit, for reply: Reply, at store: Store, _ hub: LiveHub,
    report: @escaping @Sendable (String, any Error) -> Void
  ) {
    (self.visit, self.reply, self.store, self.hub) = (visit, reply, store, hub)
    self.report = report
  }

  /// What needs no rows is answered at once.
  mutating func begin(_ admit: (inout Visit) throws -> Void) -> Service.Response {
    let first: Step
    do {
      try admit(&visit)
      first = try visit.route.act(visit)
    } catch {
      first = step(after: error)
    }
    switch first {
    case .answer(let answer): return .now(answer)
    case .socket where hub.open(reply.id, visit.actor, from: visit.address):
      return .socket(protocolName: LiveWord.protocolName)
    case .socket: return .now(visit.answer(to: Trouble(.tooMany, retrySeconds: 60)))
    case .read, .write:
      go(on: first)
      return .later
    }
  }

  private func go(on step: Step) {
    switch step {
    case .answer(let answer): reply.send(answer)
    case .socket: preconditionFailure("whether to listen is decided at once")
    case .read(let body): store.read(body) { finish($0) }
    case .write(let begin): begin(store) { finish($0) }
    }
  }

  private func finish(_ outcome: Result<Step, any Error>) {
    switch outcome {
    case .success(let next): go(on: next)
    case .failure(let error):
      var errand = self
      let next = errand.step(after: error)
      errand.go(on: next)
    }
  }

  /// A form is shown again with what was typed; all else is told.
  private mutating func step(after error: any Error) -> Step {
    guard let trouble = Trouble(error) else {
      report(visit.id, error)
      return .answer(visit.answer(to: Trouble(.broken)))
    }
    guard let again = visit.route.again, !visit.isShownAgain, trouble.canBeMended else {
      return .answer(visit.answer(to: trouble))
    }
    visit.isShownAgain = true
    return again(visit, trouble)
  }
}
