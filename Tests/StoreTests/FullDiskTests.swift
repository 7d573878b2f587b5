import Foundation
import Glibc
import Market
import Proving
import Testing

@testable import Store

@Suite struct FullDiskTests {
  @Test(arguments: Engine.all)
  func `a full disk refuses writes and nothing else, until there is space again`(engine: Engine)
    async throws
  {
    guard let place = try TinyPlace(engine) else { return }
    defer { place.remove() }
    _ = try Database.create(at: place.address, at: now)
    let store = try Store(at: place.address)
    do {
      try await fillAndFree(store, place)
    } catch {
      Issue.record("\(error)")
    }
    await store.close()
    #expect(try Database.examine(place.address).faults == [])
  }

  private func fillAndFree(_ store: Store, _ place: TinyPlace) async throws {
    try place.makeBallast()
    var written: [String] = []
    var refused: [String] = []
    for number in 1...20_000 where refused.isEmpty {
      if try await write("filling \(number)", store) {
        written.append("filling \(number)")
      } else {
        refused.append("filling \(number)")
      }
    }
    #expect(!written.isEmpty)
    #expect(!refused.isEmpty, "the disk never was full")
    try await expectKept(written, store)

    // What is small may still fit into a page that is there; what is large must not.
    for number in 1...20 {
      #expect(try await !write("refused \(number)", store))
    }
    let together = await withTaskGroup(of: (any Error)?.self) { group in
      for number in 1...50 {
        group.addTask {
          do {
            _ = try await self.write("refused together \(number)", store)
            return nil
          } catch { return error }
        }
      }
      return await group.reduce(into: [any Error]()) { if let error = $1 { $0.append(error) } }
    }
    #expect(together.isEmpty, "a neighbour got something other than full")
    try await expectKept(written, store)

    try place.dropBallast()
    for number in 1...20 {
      #expect(try await write("after \(number)", store))
      written.append("after \(number)")
    }
    try await expectKept(written, store)
  }

  /// False when the disk is full; throws whatever else went wrong.
  private func write(_ name: String, _ store: Store) async throws -> Bool {
    do {
      try await store.write { tx in
        for part in 1...20 {
          let id = try tx.enqueue(name, padding + "\(part)", at: now)
          try tx.record(Change(of: .queuedTask, id.number, from: nil, to: Route()), at: now)
        }
      }
      return true
    } catch StoreError.full {
      return false
    }
  }

  /// All of each that was acknowledged, and nothing else.
  private func expectKept(_ written: [String], _ store: Store) async throws {
    let kept = try await store.read { snapshot in
      try snapshot.rows("select kind, count(*) from queued_task group by kind order by min(id)") {
        (name: try $0[0] as String, count: try $0[1] as Int)
      }
    }
    #expect(kept.map(\.name) == written)
    #expect(kept.allSatisfy { $0.count == 20 }, "half a transaction")
    let log = try await store.read { try $0.changes(after: .start, atMost: 1_000_000).map(\.id) }
    #expect(log.map(\.number) == (0..<written.count * 20).map { Int64($0 + 1) })
  }

  /// The file may not grow beyond what the system allows the process.
  @Test func `a file at its limit refuses writes until the limit is raised`() throws {
    let ground = try Ground(.sqlite)
    let victim = try Child(
      Command.ours("Victim"), ["obey", "sqlite:\(ground.folder.file("market.db"))"])
    func ask(_ line: String) -> String {
      victim.say(line + "\n")
      return String(decoding: victim.read(), as: UTF8.self).trimmingCharacters(in: .newlines)
    }
    defer {
      victim.signal(SIGKILL)
      victim.wait()
    }
    #expect(ask("write before").hasPrefix("ok"))
    #expect(ask("limit 200000") == "ok")
    var written = 1
    var answer = ""
    while written < 1_000 {
      answer = ask("write \(written)-\(padding)")
      guard answer.hasPrefix("ok") else { break }
      written += 1
    }
    #expect(answer == "full")
    #expect(written > 5, "the limit was there from the start")
    for _ in 1...10 { #expect(ask("write refused-\(padding)") == "full") }
    #expect(ask("count") == "ok \(written)")
    #expect(ask("unlimit") == "ok")
    for _ in 1...10 { #expect(ask("write after-\(padding)").hasPrefix("ok")) }
    #expect(ask("count") == "ok \(written + 10)")
    #expect(try Database.examine(ground.address).faults == [])
  }
}

/// Too short for PostgreSQL to move it out of its row, where it would be compressed.
private let padding = String(repeating: "集市", count: 200)

/// A database on a disk of a few megabytes, part of which a ballast file takes.
private struct TinyPlace {
  let address: Address
  private let disk: TinyDisk
  private let ballastBytes: Int
  /// A server of its own: whoever needs a page in its memory writes out a page of somebody else,
  /// and would meet the full disk too.
  private var cluster: PostgresCluster?

  /// Nil, loudly, where no disk can be mounted.
  init?(_ engine: Engine) throws {
    guard getuid() == 0 else {
      print("\n*** Only root can mount a disk: the tests of a full disk do NOT run. ***\n")
      #expect(ProcessInfo.processInfo.environment["CI"] == nil, "in CI we must be root")
      return nil
    }
    switch engine {
    case .sqlite:
      disk = try TinyDisk("size=3m")
      ballastBytes = 2 << 20
      address = .sqlite(path: "\(disk.path)/market.db")
    case .postgres:
      // An empty database takes eight.
      disk = try TinyDisk("size=26m,mode=700,uid=postgres,gid=postgres")
      ballastBytes = 12 << 20
      do {
        let cluster = try PostgresCluster(.none)
        try cluster.administer("create tablespace tiny location '\(disk.path)'")
        try cluster.administer("create database tiny tablespace tiny")
        address = .postgres(url: cluster.url(of: "tiny"))
        self.cluster = cluster
      } catch {
        disk.remove()
        throw error
      }
    }
  }

  private var ballast: String { "\(disk.path)/ballast" }

  /// By another process: a child of a parallel test would inherit our open file, and keep its space
  /// after we dropped it.
  func makeBallast() throws {
    let made = try Command.run("fallocate", ["-l", "\(ballastBytes)", ballast])
    guard made.code == 0 else { throw ProvingError.failed(made.errors) }
  }

  func dropBallast() throws { try FileManager.default.removeItem(atPath: ballast) }

  /// Gives the disk back even when the server that is on it cannot be stopped.
  func remove() {
    defer { disk.remove() }
    do { try cluster?.stop() } catch { Issue.record("\(error)") }
  }
}

/// A disk in memory. A shell holds it, and gives it back when we are done or dead.
private struct TinyDisk {
  let path: String
  private let holder: Child

  init(_ options: String) throws {
    path = "/tmp/jishi-disk-\(UInt32.random(in: 0...UInt32.max))"
    // Somebody may still hold a file: then the disk goes when he does.
    let script = """
      trap '' PIPE
      mkdir -p \(path)
      mount -t tmpfs -o \(options) tmpfs \(path) || { rmdir \(path); exit 1; }
      echo ready
      read -r end
      umount \(path) 2>/dev/null || umount -l \(path)
      rmdir \(path)
      """
    holder = try Child("sh", ["-c", script])
    guard String(decoding: holder.read(), as: UTF8.self).hasPrefix("ready") else {
      throw Surprise("no disk: \(holder.errors)")
    }
  }

  func remove() {
    holder.say("\n")
    holder.wait()
  }
}
