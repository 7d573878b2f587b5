import Foundation
import Market
import Proving
import Testing

@testable import Store

@Suite struct SchemaTests {
  @Test(arguments: Engine.all)
  func `a fresh database is at this program's version`(engine: Engine) throws {
    let ground = try Ground(engine, isMade: false)
    #expect(try Database.create(at: ground.address, at: now))
    try Schema.check(ground.address)
    #expect(try steps(in: ground) == Array(1...Schema.version))
  }

  @Test(arguments: Engine.all)
  func `migrating a second time does nothing`(engine: Engine) throws {
    let ground = try Ground(engine)
    let before = try Database.examine(ground.address).state
    #expect(try Schema.migrate(ground.address, at: now) == [])
    #expect(try Database.examine(ground.address).state == before)
  }

  @Test(arguments: Engine.all)
  func `both engines have the same tables`(engine: Engine) throws {
    let ground = try Ground(engine)
    let connection = try ground.address.open(.reading)
    defer { connection.close() }
    let tables = try connection.tables()
    #expect(
      tables.map(\.name) == [
        "migration", "counter", "change", "cursor", "idempotency", "queued_task", "schedule",
        "outgoing", "audit", "setting", "rule_version", "asset", "ledger_account",
        "ledger_transfer", "ledger_posting", "ledger_block", "rate", "party", "account",
        "account_role", "membership", "category", "category_text", "category_choice",
        "category_label", "tag", "tag_text", "listing", "listing_slot", "front_place", "slug",
        "slug_history", "gig", "gig_version", "gig_text", "gig_package", "gig_feature",
        "gig_extra", "gig_requirement", "gig_media", "gig_tag", "gig_attribute", "gig_phrase",
        "related", "skill", "skill_text", "profile", "profile_text", "profile_language",
        "profile_skill", "qualification", "portfolio_item", "portfolio_text", "review",
        "report", "credential", "proof", "challenge", "applicant", "session", "refresh", "device",
        "factor", "backup_code", "attempt", "consent", "preference", "security_event",
        "invitation", "former_contact", "vertical", "gig_template", "category_need",
        "gig_search", "seller_search",
        "media", "media_rendition", "share_card",
        "profile_hours", "profile_day_off", "portfolio_media",
      ])
    if engine == .sqlite {
      var clustered: [String] = []
      _ = try connection.run(
        "select name from sqlite_schema where sql like '%strict, without rowid' order by name", []
      ) { clustered.append(try $0[0]) }
      #expect(clustered == tables.filter { $0.key.count > 1 }.map(\.name).sorted())
    }
    let idempotency = try #require(tables.first { $0.name == "idempotency" })
    #expect(idempotency.key == ["scope", "key"])
    #expect(idempotency.columns.map(\.kind) == [.text, .text, .bytes, .text, .int])
  }

  @Test(arguments: Engine.all)
  func `an older database is refused until it is migrated`(engine: Engine) throws {
    let ground = try older(engine, at: 1)
    let refusal = StoreError.older(database: 1, program: Schema.version)
    #expect(throws: refusal) { try Store(at: ground.address) }
    #expect(throws: refusal) { try Schema.check(ground.address) }
    #expect(try Schema.migrate(ground.address, at: now) == Array(2...Schema.version))
    try Schema.check(ground.address)
    // Among them the first rules, without which no market can be.
    #expect(try Database.examine(ground.address).faults == [])
  }

  @Test(arguments: Engine.all)
  func `profiles that are there keep their clocks, and works their order`(engine: Engine) throws {
    let ground = try older(engine, at: 13)
    for (party, minutes) in [480, 0, 540, -300, 330].enumerated() {
      try ground.tamper(
        """
        insert into profile (party, level, is_published, is_taken_down, revision, is_shown,
          minutes_east, gigs_shown, orders, reviews, stars)
        values (\(party + 1), 'new', 1, 0, 1, 1, \(minutes), 0, 0, 0, 0)
        """)
      try ground.tamper("insert into portfolio_item (id, party) values (\(9 - party), 1)")
    }
    _ = try Schema.migrate(ground.address, at: now)
    let connection = try ground.address.open(.reading)
    defer { connection.close() }
    let (zones, items) = try connection.read { snapshot in
      (
        try (1...5).map { try snapshot.profile(ID($0))?.content.timeZone },
        try snapshot.portfolio(of: ID(1)).map(\.id.number)
      )
    }
    #expect(zones == ["Asia/Shanghai", "UTC", "Etc/GMT-9", "Etc/GMT+5", "UTC"])
    #expect(items == [5, 6, 7, 8, 9])
  }

  @Test(arguments: Engine.all)
  func `a newer database is refused and left alone`(engine: Engine) throws {
    let ground = try Ground(engine)
    let next = Schema.version + 1
    try ground.tamper("insert into migration values (\(next), 'later', 'x', 0)")
    let refusal = StoreError.newer(database: next, program: Schema.version)
    #expect(throws: refusal) { try Store(at: ground.address) }
    #expect(throws: refusal) { try Schema.migrate(ground.address, at: now) }
    #expect(try steps(in: ground) == Array(1...next))
  }

  @Test(arguments: Engine.all)
  func `a step that was edited after its release is refused`(engine: Engine) throws {
    let ground = try Ground(engine)
    try ground.tamper("update migration set digest = 'x' where number = 2")
    let refusal = StoreError.corrupt("its schema step 2 is not the one of this program")
    #expect(throws: refusal) { try Store(at: ground.address) }
    #expect(throws: refusal) { try Schema.migrate(ground.address, at: now) }
  }

  @Test(arguments: Engine.all)
  func `a database with somebody else's tables is refused and left alone`(engine: Engine) throws {
    let ground = try Ground(engine, isMade: false)
    try ground.tamper("create table stranger (name text primary key)")
    let refusal = StoreError.corrupt("it holds tables, but none that Jishi made")
    #expect(throws: refusal) { try Store(at: ground.address) }
    #expect(throws: refusal) { try Schema.migrate(ground.address, at: now) }
    let connection = try ground.address.open(.reading)
    defer { connection.close() }
    #expect(try connection.tables().map(\.name) == ["stranger"])
  }

  @Test(arguments: Engine.all)
  func `a database that is not there is missing`(engine: Engine) throws {
    let ground = try Ground(engine, isMade: false)
    let nowhere: Address =
      switch ground.address {
      case .sqlite: .sqlite(path: ground.folder.file("folder/market.db"))
      case .postgres: .postgres(url: try Ground.cluster.get().url(of: "nowhere"))
      }
    for address in [ground.address, nowhere] {
      let error = #expect(throws: StoreError.self) { try Store(at: address) }
      switch error {
      case .missing: break
      // A server's database is not ours to make, so the sentence is another one.
      case .unavailable where address == nowhere && engine == .postgres: break
      default: Issue.record("\(String(describing: error))")
      }
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: ground.folder.path) == [])
  }

  @Test(arguments: [Use.reading, .writing])
  func `a file that is no database is refused`(use: Use) throws {
    let ground = try Ground(.sqlite, isMade: false)
    let text = String(repeating: "Dear diary, today I wrote a file. ", count: 1_000)
    try text.write(toFile: ground.file, atomically: false, encoding: .utf8)
    let error = #expect(throws: StoreError.self) {
      let connection = try ground.address.open(use)
      defer { connection.close() }
      _ = try connection.tables()
    }
    guard case .corrupt = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(try String(contentsOfFile: ground.file, encoding: .utf8) == text)
  }

  @Test(arguments: Engine.all)
  func `a migration goes on while somebody reads, who sees nothing of it`(engine: Engine) throws {
    let ground = try older(engine, at: 2)
    let reader = try ground.address.open(.reading)
    defer { reader.close() }
    try reader.step(.beginReading)
    #expect(try reader.tables().count == 7 + 1)
    #expect(try Schema.migrate(ground.address, at: now) == Array(3...Schema.version))
    #expect(try Schema.state(of: reader).version == 2)
    try reader.step(.commit)
    #expect(try reader.read { _ in try Schema.state(of: reader).version } == Schema.version)
    try Schema.check(ground.address)
  }

  @Test(arguments: Engine.all)
  func `when several migrate at once, each step is taken once`(engine: Engine) throws {
    let ground = try older(engine, at: 1)
    let outcomes = together(4) { _ in try Schema.migrate(ground.address, at: now) }
    let steps = try outcomes.flatMap { try $0.get() }
    #expect(steps.sorted() == Array(2...Schema.version))
    try Schema.check(ground.address)
  }

  /// A database from the time when there were only the first few steps.
  private func older(_ engine: Engine, at version: Int) throws -> Ground {
    let ground = try Ground(engine, isMade: false)
    if engine == .sqlite { try ground.tamper("pragma journal_mode = wal") }
    let connection = try ground.address.open(.writing)
    defer { connection.close() }
    try Schema.inOneTurn(connection) {
      for migration in Schema.migrations.prefix(version) {
        try Schema.build(migration, on: connection, isFirst: migration.number == 1)
        _ = try connection.run(
          "insert into migration (number, name, digest, at) values ($1, 'old', $2, 0)",
          [migration.number.value, migration.digest.value]
        ) { _ in }
      }
    }
    return ground
  }

  private func steps(in ground: Ground) throws -> [Int] {
    let connection = try ground.address.open(.reading)
    defer { connection.close() }
    return try connection.read { snapshot in
      try snapshot.rows("select number from migration order by number") { try $0[0] }
    }
  }
}
