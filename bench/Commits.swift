import Foundation
import Market
import Proving
import Store

/// A small durable transaction: one row changed and one change logged.
func smallWrite(_ store: Store, _ client: Int, _ number: Int) async throws {
  try await store.write { tx in
    try tx.enqueue("bench", "\(client)-\(number)", at: Instant(milliseconds: Int64(number)))
    try tx.record(
      Change(of: .queuedTask, Int64(number), from: nil, to: Route(slug: "bench")),
      at: Instant(milliseconds: Int64(number)))
  }
}

/// Writes for a while with this many clients at once; returns transactions a second.
func writesPerSecond(_ store: Store, clients: Int, for span: Duration) async throws -> Double {
  let clock = ContinuousClock()
  let start = clock.now
  let end = start + span
  let done = try await withThrowingTaskGroup(of: Int.self) { group in
    for client in 0..<clients {
      group.addTask {
        var done = 0
        while clock.now < end {
          try await smallWrite(store, client, done)
          done += 1
        }
        return done
      }
    }
    return try await group.reduce(0, +)
  }
  return Double(done) / ((clock.now - start) / .seconds(1))
}

func commitsOnSQLite() async throws -> [Figure] {
  let folder = try TemporaryFolder(in: FileManager.default.currentDirectoryPath + "/.build")
  let address = Address.sqlite(path: folder.file("market.db"))
  _ = try Database.create(at: address, at: Instant(milliseconds: 0))
  let store = try Store(at: address)
  _ = try await writesPerSecond(store, clients: 64, for: .seconds(1))
  let alone = try await writesPerSecond(store, clients: 1, for: .seconds(3))
  let together = try await writesPerSecond(store, clients: 64, for: .seconds(3))
  await store.close()
  return [
    Figure(
      name: "sqlite-commit", value: together, unit: "durable writes/s with 64 clients",
      ratio: together / alone, against: "one by one on the same file (\(Int(alone))/s)")
  ]
}

/// Two processes write to one database at once, as two endpoints do.
func commitsOnPostgres() async throws -> [Figure] {
  let cluster = try PostgresCluster(.full, in: FileManager.default.currentDirectoryPath + "/.build")
  let url = try cluster.makeDatabase()
  _ = try Database.create(at: .postgres(url: url), at: Instant(milliseconds: 0))
  let alone = try twoProcesses(at: url, clients: 1)
  let together = try twoProcesses(at: url, clients: 32)
  return [
    Figure(
      name: "postgres-commit", value: together,
      unit: "durable writes/s, two processes with 32 clients each", ratio: together / alone,
      against: "the two with one client each (\(Int(alone))/s)")
  ]
}

private func twoProcesses(at url: String, clients: Int) throws -> Double {
  let children = try (0..<2).map { _ in
    try Child(Command.ours("Bench"), ["child", url, "\(clients)"])
  }
  return try children.reduce(0) { sum, child in
    let answer = child.readAll().trimmingCharacters(in: .whitespacesAndNewlines)
    guard child.wait() == 0, let rate = Double(answer) else {
      throw ProvingError.failed(answer + child.errors)
    }
    return sum + rate
  }
}

/// What one of the two processes does: it prints its rate.
func writeAsChild(_ arguments: [String]) async throws {
  guard arguments.count == 2, let clients = Int(arguments[1]) else { return }
  let store = try Store(at: .postgres(url: arguments[0]))
  _ = try await writesPerSecond(store, clients: clients, for: .milliseconds(500))
  print(try await writesPerSecond(store, clients: clients, for: .seconds(3)))
  await store.close()
}
