import Glibc
import Synchronization

/// The system's way to say that settings have changed (SIGHUP), as `systemctl reload` does.
enum Hangups {
  private static let look = Duration.milliseconds(100)
  private static let count = Atomic<Int>(0)

  /// From now on none is lost, whenever somebody follows them; the usual end would come instead.
  static func listen() {
    // Made now: a handler makes nothing.
    count.store(0, ordering: .relaxed)
    signal(SIGHUP) { _ in Hangups.count.add(1, ordering: .relaxed) }
  }

  /// Those that come while one is followed are followed as one, after it. A handler of signals may wake
  /// nobody, so the count is looked at.
  private static func waitForOne() async throws {
    while count.exchange(0, ordering: .relaxed) == 0 { try await Task.sleep(for: look) }
  }

  /// Does `work` with the settings, and again with others each time: what was begun is finished before
  /// that. Settings that cannot be used are told, and those in force stay so.
  static func follow(
    _ config: Config, _ arguments: Arguments, tell: @escaping @Sendable (String) -> Void,
    _ work: @escaping @Sendable (Config) async throws -> Void
  ) async throws {
    var config = config
    while !Task.isCancelled {
      let now = config
      let next = try await withThrowingTaskGroup(of: Reread?.self) { group -> Reread? in
        group.addTask {
          try await work(now)
          return nil
        }
        group.addTask {
          while true {
            try await waitForOne()
            do {
              return try now.again(arguments)
            } catch {
              tell("The settings stay as they were. \(Failure(error).sentence)")
            }
          }
        }
        let first = try await group.next() ?? nil
        group.cancelAll()
        do { try await group.waitForAll() } catch is CancellationError {}
        return first
      }
      guard let next else { return }
      let lasting = next.differing.joined(separator: ", ")
      tell(
        "The settings were read again."
          + (lasting.isEmpty ? "" : " These count when the program is started again: \(lasting).")
      )
      config = next.config
    }
  }
}

/// Settings as they are now, but for those that cannot become others while the program runs.
private struct Reread: Sendable {
  let config: Config
  /// The names of those, where they differ.
  let differing: [String]
}

extension Config {
  private static let lasting = [
    "db", "replica", "output", "listen", "monitor", "readers", "head",
  ]
  private static let ofTLS = ["certificate", "key"]

  fileprivate func again(_ arguments: Arguments) throws -> Reread {
    let now = try Config(flags: arguments.options)
    // TLS is spoken from the start or not at all; the certificate can be another.
    let turnsTLS = (now.serving.tls == nil) != (serving.tls == nil)
    let names = Self.lasting + (turnsTLS ? Self.ofTLS : [])
    let kept = entries.filter { names.contains($0.name) }
    let config = try Config(
      flags: arguments.options.merging(kept.map { ($0.name, $0.value) }) { $1 })
    for name in config.deployed { _ = try config.target(name) }
    let differing = zip(entries, now.entries)
      .filter { names.contains($0.name) && $0.value != $1.value }.map(\.0.name)
    return Reread(config: config, differing: differing)
  }
}
