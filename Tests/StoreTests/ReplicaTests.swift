import Market
import Proving
import Testing

@testable import Store

/// A database on a cluster of its own, and a standby that repeats what happens there.
private final class Pair: Sendable {
  let cluster: PostgresCluster
  let standby: PostgresCluster
  let source: Address
  let replica: Address

  init() throws {
    cluster = try PostgresCluster(.none)
    try cluster.administer("create database market")
    source = .postgres(url: cluster.url(of: "market"))
    _ = try Database.create(at: source, at: now)
    standby = try PostgresCluster(standbyOf: cluster)
    replica = .postgres(url: standby.url(of: "market"))
  }

  /// Asking for a pause is not yet one.
  func pause() throws {
    try standby.administer("select pg_wal_replay_pause()")
    try wait("select pg_get_wal_replay_pause_state()", says: "paused")
  }

  func resume() throws { try standby.administer("select pg_wal_replay_resume()") }

  /// The standby has repeated all that happened so far.
  func catchUp() throws {
    let end = try cluster.administer("select pg_current_wal_lsn()").dropLast()
    try wait("select pg_last_wal_replay_lsn() >= '\(end)'", says: "t")
  }

  /// Each look is a process of its own, so that many of them last longer on a busy machine.
  private func wait(_ question: String, says answer: String) throws {
    for _ in 1...2_000 where try standby.administer(question) == answer + "\n" { return }
    throw ProvingError.failed("never \(answer): \(question)")
  }
}

@Suite(.enabled(if: PostgresCluster.programs != nil)) struct ReplicaTests {
  @Test func `whoever wrote reads what he wrote, from the source while the replica lags`()
    async throws
  {
    let pair = try Pair()
    var options = Store.Options()
    options.replica = pair.replica
    let store = try Store(at: pair.source, options)
    let first = try await store.write { tx in try tx.set("fee", to: "20", by: "test", at: now) }
    #expect(try await store.read(after: first.position) { try $0.setting("fee")?.value } == "20")
    try pair.catchUp()

    try pair.pause()
    let second = try await store.write { tx in try tx.set("fee", to: "15", by: "test", at: now) }
    let plain = try await store.read { try $0.seen() }
    #expect(plain == Seen(fee: "20", isReplica: true), "a plain read may be old")
    let patient = try await store.read(after: second.position) { try $0.seen() }
    #expect(patient == Seen(fee: "15", isReplica: false))
    let old = try await store.read(after: first.position) { try $0.seen() }
    #expect(old == Seen(fee: "20", isReplica: true), "the replica holds that much")

    try pair.resume()
    try pair.catchUp()
    let again = try await store.read(after: second.position) { try $0.seen() }
    #expect(again == Seen(fee: "15", isReplica: true))
    await store.close()
  }

  @Test func `a replica cannot be written to`() throws {
    let pair = try Pair()
    let error = #expect(throws: StoreError.self) { try pair.replica.open(.writing) }
    guard case .unavailable = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test func `a replica that falls silent is passed over`() async throws {
    let pair = try Pair()
    var options = Store.Options()
    options.replica = pair.replica
    let store = try Store(at: pair.source, options)
    let written = try await store.write { tx in try tx.set("fee", to: "20", by: "test", at: now) }
    try pair.catchUp()
    let told = Heard<Seen?>()
    store.read {
      try $0.seen()
    } then: {
      told.add(try? $0.get())
    }
    let awake = try told.wait(for: 1)
    #expect(awake == [Seen(fee: "20", isReplica: true)])
    try pair.standby.stop()
    store.read {
      try $0.seen()
    } then: {
      told.add(try? $0.get())
    }
    let silent = try told.wait(for: 2).last
    #expect(silent == Seen(fee: "20", isReplica: false))
    for _ in 1...3 {
      let plain = try await store.read { try $0.seen() }
      #expect(plain == Seen(fee: "20", isReplica: false))
      let patient = try await store.read(after: written.position) { try $0.seen() }
      #expect(patient == Seen(fee: "20", isReplica: false))
    }
    await store.close()
  }

  @Test(arguments: Engine.all)
  func `a copy of something else is no replica`(engine: Engine) throws {
    let ground = try Ground(engine)
    let other = try Ground(engine, isMade: false)
    _ = try Database.create(at: other.address, at: now + .seconds(1))
    var options = Store.Options()
    options.replica = other.address
    let error = #expect(throws: StoreError.self) { try Store(at: ground.address, options) }
    #expect("\(String(describing: error))".contains("copy of another database"))
  }
}

private struct Seen: Equatable {
  let fee: String?
  let isReplica: Bool
}

extension Reading where Self: ~Copyable {
  fileprivate func seen() throws -> Seen {
    let isReplica = try row("select pg_is_in_recovery()") { try $0[0] as Bool }
    return Seen(fee: try setting("fee")?.value, isReplica: isReplica ?? false)
  }
}
