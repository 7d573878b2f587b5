import HTTP
import Market
import Pages
import Store

/// One visit on its way from step to step, until there is an answer.
struct Errand: Sendable {
  private var visit: Visit
  private let reply: Reply
  private let store: Store
  private let hub: LiveHub
  private let hashing: HashingRoom
  private let filing: HashingRoom
  private let report: @Sendable (String, any Error) -> Void
  /// Of a form that was refused for a while, and is shown again.
  private var retrySeconds: Int?

  init(
    _ visit: Visit, for reply: Reply, at store: Store, _ hub: LiveHub, _ hashing: HashingRoom,
    _ filing: HashingRoom, report: @escaping @Sendable (String, any Error) -> Void
  ) {
    (self.visit, self.reply, self.store, self.hub) = (visit, reply, store, hub)
    (self.hashing, self.filing) = (hashing, filing)
    self.report = report
  }

  /// What needs no rows is answered at once.
  mutating func begin(_ pay: (Visit) throws -> Void) -> Service.Response {
    let first: Step
    do {
      try pay(visit)
      if !visit.route.isSocket, let secret = visit.sessionSecret {
        recognise(secret)
        return .later
      }
      first = try act()
    } catch {
      first = step(after: error)
    }
    switch first {
    case .answer(let answer): return .now(finished(answer))
    case .socket where hub.open(reply.id, visit.sessionSecret, from: visit.address):
      return .socket(protocolName: LiveWord.protocolName)
    case .socket: return .now(visit.answer(to: Trouble(.tooMany, retrySeconds: 60)))
    case .read, .write, .hash, .file:
      go(on: first)
      return .later
    }
  }

  /// Finds out who comes with this secret before anything is done for him.
  private func recognise(_ secret: Secret) {
    let now = visit.now
    let kind = visit.sessionKind
    store.readNewest { rows in
      try rows.session(secret, at: now).flatMap {
        $0.kind == kind ? ($0, try rows.actor($0)) : nil
      }
    } then: { outcome in
      var errand = self
      errand.admit(outcome)
    }
  }

  private mutating func admit(_ outcome: Result<(Session, Actor)?, any Error>) {
    do {
      if let (session, actor) = try outcome.get() {
        visit.recognise(session, as: actor)
        noteVisit(of: session)
      }
      // First what was sent is read, then all of this goes on: a copy made before knows nothing of it.
      let step = try act()
      go(on: step)
    } catch {
      let step = step(after: error)
      go(on: step)
    }
  }

  /// Now and then: nobody waits for it, and nothing is lost when it fails.
  private func noteVisit(of session: Session) {
    guard session.isSeenLongAgo(at: visit.now), session.kind == .browser else { return }
    let (address, now) = (visit.address, visit.now)
    store.write { tx in
      try tx.seen(session.id, from: address, at: now)
    } then: { _ in
    }
  }

  private mutating func act() throws -> Step {
    try visit.admit()
    if visit.route.audience == .member, visit.actor == .visitor { return visit.signInNeeded }
    return try visit.route.act(visit)
  }

  private func go(on step: Step) {
    switch step {
    case .answer(let answer): reply.send(finished(answer))
    case .socket: preconditionFailure("whether to listen is decided at once")
    // Who has signed in sees what he has just done; a replica may not know of it yet.
    case .read(let body) where visit.session != nil: store.readNewest(body) { finish($0) }
    case .read(let body): store.read(body) { finish($0) }
    case .write(let begin): begin(store) { finish($0) }
    case .hash(let body): work(in: hashing, body)
    case .file(let body): work(in: filing, body)
    }
  }

  private func work(in room: HashingRoom, _ body: @escaping @Sendable () throws -> Step) {
    let isTaken = room.run { finish(Result { try body() }) }
    if !isTaken { finish(.failure(Trouble(.unavailable, retrySeconds: 2))) }
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
    guard let trouble = Trouble(error)?.told(at: visit.now) else {
      report(visit.id, error)
      return .answer(visit.answer(to: Trouble(.broken)))
    }
    guard let again = visit.route.again, !visit.isShownAgain, trouble.canBeMended else {
      return .answer(visit.answer(to: trouble))
    }
    visit.isShownAgain = true
    retrySeconds = trouble.retrySeconds
    return again(visit, trouble)
  }

  /// With what does not depend on what it says.
  private func finished(_ answer: Answer) -> Answer {
    var answer = answer
    if visit.isSecure { answer.fields.add("Strict-Transport-Security", Self.secureForAYear) }
    if let retrySeconds { answer.fields.add("Retry-After", "\(retrySeconds)") }
    return answer
  }

  private static let secureForAYear = "max-age=31536000"
}
