import Market
import Proving
import Testing

@testable import Store

@Suite struct EnginesAgreeTests {
  /// The same history on both engines: the same answers, the same refusals, the same rows.
  @Test func `both engines give the same answers and keep the same rows`() async throws {
    guard Engine.all.count == 2 else {
      print("\n*** PostgreSQL is not installed: whether the engines agree is NOT tested. ***\n")
      return
    }
    let seed = UInt64(count("JISHI_SEED", or: Int.random(in: 0...999_999)))
    let history = Operation.history(seed: seed, count: count("JISHI_OPERATIONS", or: 5_000))
    async let one = live(history, on: .sqlite)
    async let other = live(history, on: .postgres)
    let (sqlite, postgres) = try await (one, other)
    let places = zip(sqlite.outcomes, postgres.outcomes).enumerated()
    if let parting = places.first(where: { $0.element.0 != $0.element.1 }) {
      Issue.record(
        """
        seed \(seed), transaction \(parting.offset): \(history[parting.offset])
        sqlite: \(parting.element.0)
        postgres: \(parting.element.1)
        """)
    }
    #expect(sqlite.outcomes.count == history.count)
    #expect(sqlite.outcomes.count == postgres.outcomes.count, "seed \(seed)")
    #expect(sqlite.state == postgres.state, "seed \(seed)")
    #expect(sqlite.state.rows > history.count, "the history left next to nothing; seed \(seed)")
    let refusals = sqlite.outcomes.filter { $0.hasPrefix("refused") }
    #expect(!refusals.isEmpty && refusals.count < history.count / 2, "seed \(seed)")
  }

  private func live(
    _ history: [[Operation]], on engine: Engine
  ) async throws -> (outcomes: [String], state: StateDigest) {
    let ground = try Ground(engine)
    let outcomes = try await ground.withStore { store in
      var outcomes: [String] = []
      for operations in history { outcomes.append(await perform(operations, in: store)) }
      return outcomes
    }
    let examination = try Database.examine(ground.address)
    #expect(examination.faults == [])
    return (outcomes, examination.state)
  }

  /// Some operations in one transaction: a refusal takes its neighbours with it.
  private func perform(_ operations: [Operation], in store: Store) async -> String {
    do {
      let done = try await store.write { tx in
        try operations.map { operation in try operation.tried(in: tx) }
      }
      return "\(done.position.number): " + done.value.joined(separator: "; ")
    } catch {
      return "refused: \(said(error))"
    }
  }
}

/// The engines say it in their own words, but must mean the same.
func said(_ error: any Error) -> String {
  switch error {
  case StoreError.conflict: "conflict"
  case let error as StoreError: "store: \(error)"
  default: "\(error)"
  }
}

/// One thing that can be done to a store, with three numbers to choose by.
private struct Operation: Sendable {
  let kind: Kind
  let a: Int
  let b: Int
  let c: UInt64
  let at: Instant

  enum Kind: CaseIterable {
    case enqueue, enqueueKeyed, claim, finish, fail, revive, killTask, forget
    case plan, dropPlan, enqueueScheduled
    case post, markSent, set, note, record, moveCursor
    case once, startClaim, answerClaim, abandonClaim, forgetClaims
    case refuse, conflict, unfit, badRoute, wrongTask, publish, look
  }

  static func history(seed: UInt64, count: Int) -> [[Operation]] {
    var random = Seeded(seed)
    var history: [[Operation]] = []
    var left = count
    var at = now
    while left > 0 {
      let size = min(left, Int.random(in: 1...8, using: &random))
      history.append(
        (0..<size).map { _ in
          at = at + .milliseconds(Int64.random(in: 0...2_000, using: &random))
          return Operation(
            kind: choose(&random), a: Int.random(in: 0..<40, using: &random),
            b: Int.random(in: 0..<1_000, using: &random), c: random.next(), at: at)
        })
      left -= size
    }
    return history
  }

  /// What refuses a whole transaction comes seldom enough that most of them happen.
  private static func choose(_ random: inout Seeded) -> Kind {
    switch Kind.allCases.randomElement(using: &random) ?? .look {
    case .refuse, .conflict, .unfit, .badRoute, .wrongTask:
      Int.random(in: 0..<8, using: &random) > 0
        ? .enqueue
        : [.refuse, .conflict, .unfit, .badRoute, .wrongTask].randomElement(using: &random)
          ?? .refuse
    case let usual: usual
    }
  }

  /// What a rule refuses is an answer; what the store refuses ends the transaction.
  func tried(in tx: borrowing Transaction) throws -> String {
    do {
      return "\(kind) \(try perform(in: tx))"
    } catch let error as QueueError where kind != .wrongTask {
      return "\(kind) \(error)"
    } catch let error as IdempotencyError {
      return "\(kind) \(error)"
    } catch let error as RuleVersionError {
      return "\(kind) \(error)"
    } catch let error as LogCursorError {
      return "\(kind) \(error)"
    }
  }

  private func perform(in tx: borrowing Transaction) throws -> String {
    switch kind {
    case .enqueue, .enqueueKeyed, .claim, .finish, .fail, .revive, .killTask, .forget, .wrongTask:
      try performOnQueue(in: tx)
    case .plan, .dropPlan, .enqueueScheduled: try performOnSchedule(in: tx)
    case .once, .startClaim, .answerClaim, .abandonClaim, .forgetClaims: try performOnce(in: tx)
    case .post, .markSent, .set, .note, .record, .moveCursor, .badRoute: try performOnRest(in: tx)
    case .refuse: throw Refusal()
    case .conflict:
      "\(try tx.run("insert into counter (name, value) values ('change', 1), ('change', 1)"))"
    case .unfit: "\(try tx.enqueue("a\0b", "", at: at))"
    case .publish: try publish(in: tx)
    case .look: try look(in: tx)
    }
  }
}

extension Operation {
  /// Now and then new rules, which take effect at their times or never.
  private func publish(in tx: borrowing Transaction) throws -> String {
    guard b % 8 == 0 else { return "\(try tx.ruleVersion(at: at + .days(Int64(a))))" }
    let text = Rules.standardText.replacing("tags-max = 5", with: "tags-max = \(a % 3 + 5)")
    let from = at + .days(Int64(a))
    return "\(try tx.setRules(text, file: "my.rules", from: from, by: .operator, at: at))"
  }

  private func performOnQueue(in tx: borrowing Transaction) throws -> String {
    switch kind {
    case .enqueue: return "\(try tx.enqueue("kind\(a)", text, at: at + .seconds(b - 500)))"
    case .enqueueKeyed: return "\(try tx.enqueue("keyed", text, key: "key\(a)", at: at))"
    case .claim: return "\(try tx.claimTasks(atMost: a % 7 + 1, for: .seconds(b), at: at))"
    case .finish:
      try tx.finishTask(running(in: tx), attempt: b % 3, at: at)
    case .fail:
      var random = Seeded(c)
      try tx.failTask(
        running(in: tx), attempt: b % 3, because: text, at: at, using: &random)
    case .killTask: return try failToDeath(in: tx)
    case .revive:
      let dead = try tx.tasks("dead", atMost: 5)
      try tx.reviveTask(dead.isEmpty ? ID(Int64(b)) : dead[a % dead.count].id, at: at)
    case .forget: return "\(try tx.forgetTasks(doneBefore: at + .seconds(-b)))"
    default: return "\(try tx.task(ID(Int64(b) + 1_000_000)))"
    }
    return "done"
  }

  private func running(in tx: borrowing Transaction) throws -> ID<QueuedTask> {
    let running = try tx.tasks("running", atMost: 30)
    return running.isEmpty ? ID(Int64(b)) : running[a % running.count].id
  }

  /// Every attempt of one task fails, hours apart.
  private func failToDeath(in tx: borrowing Transaction) throws -> String {
    let id = try tx.enqueue("doomed", text, at: at + .days(-1_000))
    var random = Seeded(c)
    for attempt in 1...QueuedTask.attemptsMax {
      let claimed = try tx.claimTasks(
        atMost: 1, for: .seconds(1), at: at + .days(Int64(attempt) - 900))
      guard claimed.map(\.id) == [id] else { return "overtaken by \(claimed.map(\.id))" }
      try tx.failTask(
        id, attempt: attempt, because: text, at: at + .days(Int64(attempt) - 900), using: &random)
    }
    return "\(try tx.task(id))"
  }

  private func performOnSchedule(in tx: borrowing Transaction) throws -> String {
    switch kind {
    case .plan:
      try tx.plan(
        Schedule(
          name: "schedule\(a)", kind: "tick", payload: text, every: .milliseconds(b + 1), next: at))
    case .dropPlan: try tx.dropSchedule("schedule\(a)")
    default: return "\(try tx.enqueueScheduled(at: at))"
    }
    return "\(try tx.schedules().count)"
  }

  private func performOnce(in tx: borrowing Transaction) throws -> String {
    let key = IdempotencyKey(
      scope: "scope\(a % 3)", key: "key\(a)", request: b % 4 == 0 ? "other" : "usual")
    switch kind {
    case .once: return try tx.once(key, at: at) { tx in "\(try tx.enqueue("once", text, at: at))" }
    case .startClaim: return try tx.claim(key, at: at) ?? "mine"
    case .answerClaim:
      // Only who holds a claim may answer it.
      if let answer = try tx.claim(key, at: at) { return answer }
      try tx.answerClaim(key, with: text)
      return "answered"
    case .abandonClaim:
      try tx.abandonClaim(key)
      return "abandoned"
    default: return "\(try tx.forgetIdempotency(before: at + .seconds(-b)))"
    }
  }

  private func performOnRest(in tx: borrowing Transaction) throws -> String {
    switch kind {
    case .post: return "\(try tx.post("mail", to: "member \(a)", text, at: at))"
    case .markSent: return "\(try tx.markSent(ID(Int64(b % 200)), at: at))"
    case .set: return "\(try tx.set("setting\(a)", to: "\(b % 5)", by: text, at: at))"
    case .note:
      try tx.note(
        Audit(at: at, actor: text, action: "see", noun: .setting, subject: Int64(a), detail: text))
    case .moveCursor:
      let from = b % 10 == 0 ? Position(Int64(b)) : try tx.cursor("reader\(a % 4)")
      try tx.moveCursor(
        "reader\(a % 4)", from: from, to: Position(from.number + Int64(a)), at: at)
    default:
      let slug = kind == .badRoute ? "two\nlines" : "slug\(a)"
      let route = Route(
        category: b % 2 == 0 ? Int64(b) : nil, slug: slug, tags: ["集", "tag\(a)"],
        isShown: c % 2 == 0)
      try tx.record(
        Change(of: .outgoing, Int64(b), from: b % 3 == 0 ? route : nil, to: route), at: at)
    }
    return "\(tx.position().number)"
  }

  private func look(in tx: borrowing Transaction) throws -> String {
    let end = tx.position().number
    return """
      \(try tx.taskCounts()) \(try tx.tasks("waiting", atMost: 3)) \(try tx.cursors()) \
      \(try tx.changes(after: Position(max(0, end - 3)), atMost: 2)) \
      \(try tx.audits(of: .setting, Int64(a), atMost: 2)) \(try tx.schedules().prefix(3)) \
      \(try tx.settingHistory("setting\(a)").suffix(2)) \(try tx.outgoing(ID(Int64(b % 200))) as Any)
      """
  }

  private var text: String {
    ["", " ", "集市", "e\u{301}", "👩‍👩‍👧", "a\r\nb", "'; drop table change; --", "$1 \\ \u{FFFD}"][b % 8]
  }
}
