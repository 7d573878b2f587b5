import Market
import Store

extension Command {
  static let initialize = Command(
    name: "init", summary: "makes a database, unless there is one",
    details: "An existing database is left as it is. Folders on the way are made."
  ) { _, config in
    let isNew = try Database.create(at: config.address, at: .now)
    if !isNew { try Schema.check(config.address) }
    return Report(
      [
        ("database", .text("\(config.address)")), ("created", .flag(isNew)),
        ("schema", .number(Int64(Schema.version))),
      ],
      lines: [
        isNew
          ? "Made a database at \(config.address)." : "A database is at \(config.address) already."
      ])
  }

  static let migrate = Command(
    name: "migrate", summary: "brings the database up to this program's schema",
    details: """
      Safe while other processes read. There is no way back: make a backup first.
      """
  ) { _, config in
    let progress = Progress("Migrating")
    let steps = try Schema.migrate(config.address, at: .now) { progress.reach(step: $0) }
    return Report(
      [
        ("database", .text("\(config.address)")),
        ("steps", .list(steps.map { .number(Int64($0)) })),
        ("schema", .number(Int64(Schema.version))),
      ],
      lines: [
        steps.isEmpty
          ? "The database is at schema \(Schema.version) already."
          : "Took \(steps.count == 1 ? "one step" : "\(steps.count) steps"); the database is at schema \(Schema.version)."
      ])
  }

  static let check = Command(
    name: "check", summary: "reads the whole database and reports what is wrong",
    details: """
      The state is a digest of all rows. It is the same on both engines for the same rows, so two
      copies can be compared by it. Others may go on writing meanwhile. What was published must be
      what is there now, and what is counted must come to what is kept.
      At most \(LedgerAudit.faultsListedMax) faults are listed.
      """
  ) { _, config in
    let progress = Progress("Reading")
    let found = try Database.examine(config.address) { progress.reach(rows: $0) }
    return Report(
      [
        ("database", .text("\(config.address)")), ("schema", .number(Int64(found.schema))),
        ("position", .number(found.position.number)),
        ("rows", .number(Int64(found.state.rows))), ("state", .text(found.state.hexadecimal)),
        ("faults", .list(found.faults.map { .text($0) })),
        ("fault_count", .number(Int64(found.faultCount))),
      ],
      lines: found.faults.isEmpty
        ? [
          "Nothing is wrong with \(config.address).",
          "\(found.state.rows) rows, \(found.position.number) changes, schema \(found.schema)",
          "state \(found.state.hexadecimal)",
        ] : found.faults + more(found.faultCount - found.faults.count),
      code: found.faults.isEmpty ? .fine : .fault)
  }

  private static func more(_ count: Int) -> [String] {
    count > 0 ? ["… and \(count) faults more."] : []
  }
}
