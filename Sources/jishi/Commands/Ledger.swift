import Market
import Store
import Synchronization
import Work

private let secondsMax = 3_600.0

extension Command {
  static let audit = Command(
    name: "audit", summary: "recalculates the whole ledger and reports what does not fit",
    details: """
      Every digest, every sum and every balance is calculated again, and the blocks are compared
      with the heads that were kept outside the database. What no block holds yet is reported:
      there a consistent change could not be noticed. Others may go on writing meanwhile.
      At most \(LedgerAudit.faultsListedMax) faults are listed.
      """
  ) { _, config in
    let progress = Progress("Auditing")
    let found = try LedgerAudit.examine(config.address, head: config.head) {
      progress.reach(rows: $0)
    }
    return Report(
      found.facts, lines: found.lines(of: "\(config.address)"),
      code: found.faultCount == 0 ? .fine : .fault)
  }

  static let seal = Command(
    name: "seal", summary: "seals what is new in the ledger, and keeps the seal's head in a file",
    options: [
      Option(name: "every", value: "SECONDS", summary: "go on until asked to end (SIGTERM)")
    ],
    details: """
      Each block is chained to the one before. Its head goes to the file named by `head`: copies of
      that file in other hands make sure that nobody can cut off or rewrite the ledger's end.
      With --every each block is a line as soon as it is sealed.
      """
  ) { arguments, config in
    guard let text = arguments.options["every"] else {
      let sealed = try await Store.with(config.address) { store in
        try await Sealing.seal(store, headsTo: config.head, clock: { .now })
      }
      return sealed.report(config)
    }
    guard let seconds = Double(text), seconds >= 0.1, seconds <= secondsMax else {
      throw UsageError("--every needs seconds from 0.1 to \(Int(secondsMax)), not “\(text)”.")
    }
    let isJSON = arguments.has("json")
    let count = try await Store.with(config.address) { store in
      try await sealOn(store, config, every: .seconds(seconds)) { block in
        if !isJSON { writeLine("Sealed block \(block.id).") }
      }
    }
    return Report(
      [("blocks", .number(count))], lines: ["Sealed \(count) blocks and ended as asked."])
  }

  private static func sealOn(
    _ store: Store, _ config: Config, every span: Duration,
    tell: @escaping @Sendable (LedgerBlock) -> Void
  ) async throws -> Int64 {
    let count = Atomic<Int64>(0)
    try await untilAskedToEnd {
      try await Sealing.run(
        on: store, headsTo: config.head, every: span, clock: { .now }
      ) { event in
        switch event {
        case .sealed(let block):
          count.add(1, ordering: .relaxed)
          tell(block)
        case .trouble(let error): writeError("jishi: \(error)\n")
        default: break
        }
      }
    }
    return count.load(ordering: .relaxed)
  }
}

extension Sealing.Round {
  fileprivate func report(_ config: Config) -> Report {
    let head: [(String, Report.Fact)] =
      head.map { [("block", .number($0.block)), ("digest", .text($0.digest))] } ?? []
    let said =
      blocks.isEmpty
      ? "Nothing is new in the ledger."
      : "Sealed \(blocks.count == 1 ? "one block" : "\(blocks.count) blocks")."
    return Report(
      [("sealed", .number(Int64(blocks.count))), ("head", .text(config.head))] + head,
      lines: [said] + (self.head.map { ["block \($0.block), head \($0.digest)"] } ?? []))
  }
}

extension LedgerAudit {
  fileprivate func lines(of place: String) -> [String] {
    var lines = faults
    if faultCount > faults.count { lines.append("… and \(faultCount - faults.count) faults more.") }
    if faultCount == 0 { lines.append("Nothing is wrong with the ledger of \(place).") }
    lines.append(
      "\(accounts) accounts, \(transfers) transfers (\(open) pending), \(postings) postings, \(blocks) blocks"
    )
    if let since = unsealed.since {
      lines.append("\(unsealed.transfers) transfers are not sealed yet, since \(since.stamp)")
    }
    if let head { lines.append("head \(head)") }
    return lines + notes
  }

  fileprivate var facts: [(String, Report.Fact)] {
    [
      ("faults", .list(faults.map { .text($0) })), ("fault_count", .number(Int64(faultCount))),
      ("accounts", .number(accounts)), ("transfers", .number(transfers)),
      ("postings", .number(postings)), ("rates", .number(rates)), ("blocks", .number(blocks)),
      ("pending", .number(Int64(open))),
      (
        "unsealed",
        .table(
          [
            ("accounts", .number(unsealed.accounts)), ("rates", .number(unsealed.rates)),
            ("transfers", .number(unsealed.transfers)),
          ] + (unsealed.since.map { [("since", .number($0.milliseconds))] } ?? []))
      ),
      ("notes", .list(notes.map { .text($0) })),
    ] + (head.map { [("head", .text($0))] } ?? [])
  }
}
