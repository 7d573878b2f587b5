import Market
import Store

extension Command {
  static let backup = Command(
    name: "backup", summary: "copies the database into one file while others go on writing",
    operands: [Operand(name: "FILE", isNeeded: false)],
    details: """
      Without FILE the copy goes to data/backups, named after the time. A copy of either engine can
      be restored into either engine. It holds a digest of all rows, which a restore checks.
      """
  ) { arguments, config in
    let now = Instant.now
    let path = arguments.operands.first ?? "data/backups/\(now.stamp).jishi"
    let progress = Progress("Copying")
    let backup = try Backup.make(of: config.address, to: path, at: now) { progress.reach($0) }
    return Report(
      backup.facts + [("file", .text(path))],
      lines: [
        "Saved \(backup.state.rows) rows of \(config.address) in \(path).",
        "state \(backup.state.hexadecimal)",
      ])
  }

  static let restore = Command(
    name: "restore", summary: "puts a backup where no database is, and checks what arrived",
    operands: [Operand(name: "FILE")],
    options: [
      Option(name: "verify", value: nil, summary: "only check the file, restore nothing")
    ],
    details: """
      The file is checked first, page by page and row by row. A database that exists is never
      replaced: restore beside it, then point `db` there.
      """
  ) { arguments, config in
    let path = arguments.operands[0]
    if arguments.has("verify") {
      let backup = try Backup.verify(path)
      return Report(
        backup.facts, lines: ["\(path) holds \(backup.state.rows) rows, all as they were saved."])
    }
    let progress = Progress("Restoring")
    let backup = try Backup.restore(path, to: config.address) { progress.reach($0) }
    return Report(
      backup.facts + [("database", .text("\(config.address)"))],
      lines: [
        "Restored \(backup.state.rows) rows to \(config.address) and found them all as they were saved."
      ])
  }
}

extension Backup {
  fileprivate var facts: [(String, Report.Fact)] {
    [
      ("at", .number(at.milliseconds)), ("engine", .text(engine)),
      ("schema", .number(Int64(schema))), ("rows", .number(Int64(state.rows))),
      ("state", .text(state.hexadecimal)),
    ]
  }
}
