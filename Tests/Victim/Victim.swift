import Glibc
import Market
import Store

/// A process that is made to be killed, or to run out of space.
///
///     Victim write ADDRESS CLIENTS RUN   writes for ever; a line for each write that returned
///     Victim read ADDRESS                reads the log for ever; a line for each step
///     Victim catch-up ADDRESS            reads the log to its end
///     Victim obey ADDRESS                does what standard input says, line by line
@main enum Victim {
  static func main() async throws {
    let words = CommandLine.arguments.dropFirst()
    guard words.count >= 2 else { preconditionFailure("what shall I do, and where?") }
    let rest = Array(words.dropFirst(2))
    let store = try Store(at: Address(words[words.startIndex + 1]))
    switch (words.first, rest.first.flatMap { Int($0) }, rest.last) {
    case ("write", let clients?, let run?): try await write(store, clients: clients, run: run)
    case ("read", _, _): try await read(store, untilEnd: false)
    case ("catch-up", _, _): try await read(store, untilEnd: true)
    case ("obey", _, _): await obey(store)
    default: preconditionFailure("what is \(words)?")
    }
    await store.close()
  }

  /// One write to the pipe: less than PIPE_BUF arrives whole or not at all.
  static func say(_ line: String) {
    let line = line + "\n"
    let count = line.utf8.count
    precondition(count < 4_096, "the line may be torn")
    let written = line.withCString { Glibc.write(1, $0, count) }
    guard written == count else { exit(3) }
  }
}

// MARK: Writing and reading for ever

extension Victim {
  static func write(_ store: Store, clients: Int, run: String) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for client in 0..<clients {
        group.addTask {
          var number = 0
          while true {
            number += 1
            let payload = "\(client)-\(number)-\(run)"
            let written = try await store.write { tx in try enqueue(payload, in: tx) }
            say("\(client) \(payload) \(written.position.number)")
          }
        }
      }
      try await group.waitForAll()
    }
  }

  /// A row and a change, in one transaction.
  private static func enqueue(_ payload: String, in tx: borrowing Transaction) throws {
    let id = try tx.enqueue("victim", payload, at: moment)
    try tx.record(Change(of: .queuedTask, id.number, from: nil, to: Route()), at: moment)
  }

  static func read(_ store: Store, untilEnd: Bool) async throws {
    while true {
      let waiting = try await store.read { snapshot in
        try snapshot.changes(after: snapshot.cursor(reader), atMost: 1).count
      }
      if waiting > 0 {
        say("\(try await store.write { tx in try readSome(in: tx) }.value.number)")
      } else if untilEnd {
        return
      } else {
        waitForMore()
      }
    }
  }

  /// Writes one audit for each change and moves the cursor, in one transaction.
  private static func readSome(in tx: borrowing Transaction) throws -> Position {
    let start = try tx.cursor(reader)
    let changes = try tx.changes(after: start, atMost: 100)
    for change in changes {
      try tx.note(
        Audit(
          at: moment, actor: reader, action: "seen", noun: .change, subject: change.id.number))
    }
    guard let end = changes.last?.position else { return start }
    try tx.moveCursor(reader, from: start, to: end, at: moment)
    return end
  }

  /// A millisecond, or the death of whoever started this process.
  private static func waitForMore() {
    var input = pollfd(fd: 0, events: 0, revents: 0)
    guard poll(&input, 1, 1) == 0 else { exit(0) }
  }

  private static let reader = "victim"
  private static let moment = Instant(milliseconds: 1_790_000_000_000)
}

// MARK: A file that may not grow

extension Victim {
  /// `limit BYTES`, `unlimit`, `write PAYLOAD`, `count`.
  private static func obey(_ store: Store) async {
    signal(SIGXFSZ, SIG_IGN)
    while let line = readLine() {
      let words = line.split(separator: " ").map(String.init)
      switch (words.first, words.last) {
      case ("limit", let bytes?): limit(to: rlim_t(bytes) ?? 0)
      case ("unlimit", _): limit(to: nil)
      case ("write", let payload?):
        await answer {
          try await store.write { tx in try enqueue(payload, in: tx) }.position.number
        }
      case ("count", _):
        await answer { try await store.read { try $0.taskCounts().map(\.count).reduce(0, +) } }
      default: preconditionFailure("what is \(line)?")
      }
    }
  }

  private static func answer(_ body: () async throws -> some CustomStringConvertible) async {
    do {
      say("ok \(try await body())")
    } catch StoreError.full {
      say("full")
    } catch {
      say("error \(error)")
    }
  }

  private static func limit(to bytes: rlim_t?) {
    var limit = rlimit()
    let isKnown = getrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit) == 0
    limit.rlim_cur = bytes ?? limit.rlim_max
    let isSet = setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit) == 0
    say(isKnown && isSet ? "ok" : "error \(errno)")
  }
}
