import Market
import Store

private let listedMax = 100

extension Command {
  static let tasks = Command(
    name: "tasks", summary: "shows the work that has died or waits, and revives what has died",
    options: [
      Option(name: "state", value: "STATE", summary: "list the waiting, running, done or dead"),
      Option(name: "revive", value: "ID", summary: "give a dead task another round"),
    ],
    details: """
      Counts the tasks by their state and lists the dead, which wait for somebody to look at them;
      --state lists others. The oldest \(listedMax) are listed.
      """
  ) { arguments, config in
    if let text = arguments.options["revive"] {
      guard let number = Int64(text) else {
        throw UsageError("--revive needs a number, not “\(text)”.")
      }
      return try await revive(ID(number), config)
    }
    let state = arguments.options["state"] ?? "dead"
    guard ["waiting", "running", "done", "dead"].contains(state) else {
      throw UsageError("--state is one of waiting, running, done, dead, not “\(state)”.")
    }
    let (counts, tasks) = try await Store.with(config.address) { store in
      try await store.read { (try $0.taskCounts(), try $0.tasks(state, atMost: listedMax)) }
    }
    return Report(
      [
        ("counts", .table(counts.map { ($0.state, .number(Int64($0.count))) })),
        ("tasks", .list(tasks.map(\.fact))),
      ],
      lines: [
        counts.isEmpty
          ? "There are no tasks." : counts.map { "\($0.count) \($0.state)" }.joined(separator: ", ")
      ]
        + tasks.map(\.line))
  }

  private static func revive(_ id: ID<QueuedTask>, _ config: Config) async throws -> Report {
    let now = Instant.now
    do {
      _ = try await Store.with(config.address) { store in
        try await store.write { tx in try tx.reviveTask(id, at: now) }
      }
    } catch QueueError.unknown {
      throw UsageError("There is no task \(id).")
    } catch QueueError.notDead {
      throw UsageError("Task \(id) is not dead.")
    }
    return Report(
      [("revived", .number(id.number))], lines: ["Task \(id) waits for its next round."])
  }
}

extension QueuedTask {
  fileprivate var line: String {
    let fault = fault.map { "  " + $0.split(whereSeparator: \.isNewline).joined(separator: " ") }
    return "\(id)  \(kind)  \(state.columns.name)  \(attempts) attempts\(fault ?? "")"
  }

  fileprivate var fact: Report.Fact {
    .table(
      [
        ("id", .number(id.number)), ("kind", .text(kind)), ("attempts", .number(Int64(attempts))),
        ("state", .text(state.columns.name)), ("at", .number(state.columns.at.milliseconds)),
        ("payload", .text(payload)),
      ] + (fault.map { [("fault", .text($0))] } ?? []))
  }
}
