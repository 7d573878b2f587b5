import Market
import Testing

@testable import Store

@Suite struct RuleTests {
  private static let stricter = Rules.standardText.replacing("tags-max = 5", with: "tags-max = 4")
  private let week = now + .days(7)
  private let admin = Actor.member(
    Actor.Standing(account: ID(7), party: ID(8), roles: [.admin]))

  @Test(arguments: Engine.all)
  func `a fresh market has the standard rules as its first version`(engine: Engine) async throws {
    let ground = try Ground(engine)
    try await ground.withStore { store in
      for moment in [now, now + .days(-999), now + .days(999)] {
        let (version, rules) = try await store.read { try $0.rules(at: moment) }
        #expect(version == ID(1))
        #expect(rules == .standard)
      }
      #expect(try await store.read { try $0.ruleText(ID(1)) } == Rules.standardText)
      let history = try await store.read { try $0.ruleHistory() }
      #expect(history.map(\.from) == [now])
      #expect(try await store.read { try $0.position() } == .start)
    }
    #expect(try Database.examine(ground.address).faults == [])
  }

  @Test(arguments: Engine.all)
  func `a new version takes effect at its moment, and what was pinned stays`(engine: Engine)
    async throws
  {
    let ground = try Ground(engine)
    try await ground.withStore { store in
      let published = try await store.write { tx in
        try tx.setRules(Self.stricter, file: "my.rules", from: week, by: admin, at: now)
      }.value
      #expect(published.id == ID(2))
      #expect(published.from == week)
      let moments = [now, week + .milliseconds(-1), week, week + .milliseconds(1)]
      let inForce = try await store.read { snapshot in
        try moments.map { try snapshot.rules(at: $0).version.number }
      }
      #expect(inForce == [1, 1, 2, 2])
      #expect(try await store.read { try $0.rules(version: ID(1)) }.gig.tagsMax == 5)
      #expect(try await store.read { try $0.rules(version: ID(2)) }.gig.tagsMax == 4)
      #expect(try await store.read { try $0.rules(at: week).rules }.gig.tagsMax == 4)
      #expect(try await store.read { try $0.ruleHistory() }.last == published)
      for id in [0, 3] as [Int64] {
        await #expect(throws: RuleVersionError.unknown(ID(id))) {
          try await store.read { try $0.rules(version: ID(id)) }
        }
        await #expect(throws: RuleVersionError.unknown(ID(id))) {
          try await store.read { try $0.ruleText(ID(id)) }
        }
      }
    }
    #expect(try Database.examine(ground.address).faults == [])
  }

  @Test(arguments: Engine.all)
  func `new rules are published a week ahead, by the rules in force`(engine: Engine) async throws {
    let ground = try Ground(engine)
    let hasty = Self.stricter.replacing("notice-days = 7", with: "notice-days = 0")
    try await ground.withStore { store in
      let refusal = RuleVersionError.tooSoon(earliest: week, noticeDays: 7)
      for from in [week + .milliseconds(-1), now, now + .days(-1)] {
        await #expect(throws: refusal) {
          try await store.write { tx in
            try tx.setRules(hasty, file: "my.rules", from: from, by: .operator, at: now)
          }
        }
      }
      #expect(try await store.read { try $0.ruleHistory() }.count == 1)
      let published = try await store.write { tx in
        try tx.setRules(hasty, file: "my.rules", by: .operator, at: now)
      }.value
      #expect(published.from == week)
      // Without any notice it is still never the past.
      await #expect(throws: RuleVersionError.tooSoon(earliest: week, noticeDays: 0)) {
        try await store.write { tx in
          try tx.setRules(
            Rules.standardText, file: "my.rules", from: week + .milliseconds(-1), by: .operator,
            at: week)
        }
      }
      let next = try await store.write { tx in
        try tx.setRules(Rules.standardText, file: "my.rules", from: week, by: .operator, at: week)
      }.value
      #expect(next.from == week)
      #expect(try await store.read { try $0.rules(at: week).version } == next.id)
    }
  }

  @Test(arguments: Engine.all)
  func `what was published last goes first, so a plan can be taken back`(engine: Engine)
    async throws
  {
    let ground = try Ground(engine)
    let later = now + .days(30)
    try await ground.withStore { store in
      try await store.write { tx in
        try tx.setRules(Self.stricter, file: "my.rules", from: later, by: .operator, at: now)
        try tx.setRules(
          Rules.standardText, file: "my.rules", from: later, by: .operator, at: now)
      }
      let rules = try await store.read { try $0.rules(at: later) }
      #expect(rules.version == ID(3))
      #expect(rules.rules == .standard)
      // The same rules sooner are a new plan, the same ones later are no news.
      try await store.write { tx in
        try tx.setRules(Rules.standardText, file: "my.rules", from: week, by: .operator, at: now)
        try tx.setRules(Rules.standardText, file: "my.rules", from: later, by: .operator, at: now)
      }
      let history = try await store.read { try $0.ruleHistory() }
      #expect(history.map(\.from) == [now, later, later, week])
    }
  }

  @Test(arguments: Engine.all)
  func `the same text makes no version and no noise`(engine: Engine) async throws {
    let ground = try Ground(engine)
    try await ground.withStore { store in
      let same = try await store.write { tx in
        try tx.setRules(Rules.standardText, file: "my.rules", from: week, by: .operator, at: now)
      }
      #expect(same.value.id == ID(1))
      #expect(same.position == .start || same.position == .unlogged)
      #expect(try await store.read { try $0.ruleHistory() }.count == 1)
      // A comment is part of the text.
      let other = try await store.write { tx in
        try tx.setRules(
          Rules.standardText + "# Checked.\n", file: "my.rules", by: .operator, at: now)
      }
      #expect(other.value.id == ID(2))
    }
  }

  @Test(arguments: Engine.all)
  func `rules that do not hold are refused with every fault`(engine: Engine) async throws {
    let ground = try Ground(engine)
    let wrong = Self.stricter.replacing("tags-max = 4", with: "tags-max = 99")
      .replacing("help-days = 30", with: "help-days = a month")
    try await ground.withStore { store in
      let error = await #expect(throws: SheetFaults.self) {
        try await store.write { tx in
          try tx.setRules(wrong, file: "my.rules", from: week, by: .operator, at: now)
        }
      }
      #expect(error?.faults.map(\.file) == ["my.rules", "my.rules"])
      let history = try await store.read { try $0.ruleHistory() }
      #expect(history.count == 1)
      #expect(try await store.read { try $0.position() } == .start)
    }
  }

  @Test(arguments: Engine.all)
  func `the log and the audit tell of a new version`(engine: Engine) async throws {
    let ground = try Ground(engine)
    try await ground.withStore { store in
      try await store.write { tx in
        try tx.setRules(Self.stricter, file: "my.rules", from: week, by: admin, at: now)
      }
      let changes = try await store.read { try $0.changes(after: .start, atMost: 10) }
      #expect(changes.map(\.change) == [Change(of: .ruleVersion, 2, from: nil, to: Route())])
      let audits = try await store.read { try $0.audits(of: .ruleVersion, 2, atMost: 10) }
      #expect(
        audits == [
          Audit(
            at: now, actor: "account:7", action: "publish", noun: .ruleVersion, subject: 2,
            detail: "in force from \(week.utcText)")
        ])
    }
  }

  @Test(arguments: Engine.all)
  func `two markets in one process do not mix up their versions`(engine: Engine) async throws {
    let one = try Ground(engine)
    let other = try Ground(engine)
    let strictest = Rules.standardText.replacing("tags-max = 5", with: "tags-max = 3")
    for (ground, text) in [(one, Self.stricter), (other, strictest)] {
      try await ground.withStore { store in
        try await store.write { tx in
          try tx.setRules(text, file: "my.rules", from: week, by: .operator, at: now)
        }
        _ = try await store.read { try $0.rules(version: ID(2)) }
      }
    }
    for (ground, tags) in [(one, 4), (other, 3), (one, 4)] {
      let rules = try await ground.withStore { store in
        try await store.read { try $0.rules(version: ID(2)) }
      }
      #expect(rules.gig.tagsMax == tags)
    }
  }

  @Test(arguments: Engine.all)
  func `a version that was tampered with is found`(engine: Engine) async throws {
    let ground = try Ground(engine)
    try ground.tamper(
      "update rule_version set text = replace(text, 'tags-max = 5', 'tags-max = 6')")
    let faults = try Database.examine(ground.address).faults
    #expect(
      faults == [
        "\(StoreError.corrupt("version 1 of the rules is not the text that was published"))"
      ])
    // A digest that nobody has read yet shows that the text is not it.
    try ground.tamper("update rule_version set digest = 'x\(engine)'")
    await #expect(throws: StoreError.self) {
      try await ground.withStore { store in try await store.read { try $0.rules(at: now) } }
    }
    try ground.tamper("delete from rule_version")
    #expect(try Database.examine(ground.address).faults.contains("The market has no rules."))
    await #expect(throws: StoreError.corrupt("the market has no rules")) {
      try await ground.withStore { store in try await store.read { try $0.rules(at: now) } }
    }
  }
}
