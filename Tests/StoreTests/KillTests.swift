import Glibc
import Market
import Proving
import Testing

@testable import Store

@Suite struct KillTests {
  /// A writer and a reader of the log, two processes on one database, die again and again.
  @Test(arguments: Engine.all)
  func `what was acknowledged survives any death, and the log is read once`(engine: Engine)
    async throws
  {
    let ground = try Ground(engine)
    let seed = UInt64(count("JISHI_SEED", or: Int.random(in: 0...999_999)))
    let rounds = count("JISHI_KILLS", or: 20)
    var killing = Killing(ground.address, seed: seed)
    do {
      for round in 1...rounds {
        try killing.round()
        if round % max(1, rounds / 5) == 0 { try await killing.check() }
      }
      try killing.killAll()
      try await killing.check()
      try killing.catchUp()
      try await killing.check(isReadToEnd: true)
    } catch {
      Issue.record("seed \(seed): \(error)")
    }
    #expect(killing.acknowledged.count >= rounds, "seed \(seed)")
    #expect(killing.position > 0, "the readers came nowhere; seed \(seed)")
  }
}

/// A history of deaths on one database, and what the dead had been told.
private struct Killing {
  static let clients = 8
  static let program = Command.ours("Victim")

  let address: Address
  let seed: UInt64
  private(set) var acknowledged: Set<String> = []
  /// How far a reader has said it has come.
  private(set) var position: Int64 = 0

  private var random: Seeded
  private var runs = 0
  private var writer: Victims?
  private var reader: Victims?

  init(_ address: Address, seed: UInt64) {
    self.address = address
    self.seed = seed
    random = Seeded(seed)
  }

  mutating func round() throws {
    runs += 1
    let writer = try writer ?? start(["write", place, "\(Self.clients)", "run\(runs)"])
    let reader = try reader ?? start(["read", place])
    (self.writer, self.reader) = (writer, reader)
    let target = acknowledged.count + Int.random(in: 1...100, using: &random)
    while acknowledged.count < target {
      guard let lines = writer.lines() else { throw Surprise("a writer ended: \(writer.errors)") }
      acknowledge(lines)
    }
    if position == 0 {
      // What was just written is there for it to read.
      guard let lines = reader.lines() else { throw Surprise("a reader ended: \(reader.errors)") }
      seen(lines)
    } else if Bool.random(using: &random) {
      seen(reader.lines(within: .milliseconds(100)))
    }
    let victim = Int.random(in: 0...3, using: &random)
    // Both die as near together as can be before either is buried.
    if victim != 0 { writer.kill() }
    if victim != 1 { reader.kill() }
    if victim != 0 { try buryWriter() }
    if victim != 1 { try buryReader() } else { seen(reader.lines(within: .zero)) }
  }

  mutating func killAll() throws {
    writer?.kill()
    reader?.kill()
    try buryWriter()
    try buryReader()
  }

  private mutating func buryWriter() throws {
    if let writer { acknowledge(try writer.bury()) }
    writer = nil
  }

  private mutating func buryReader() throws {
    if let reader { seen(try reader.bury()) }
    reader = nil
  }

  private var place: String {
    switch address {
    case .sqlite(let path): "sqlite:\(path)"
    case .postgres(let url): url
    }
  }

  private func start(_ words: [String]) throws -> Victims {
    Victims(try Child(Self.program, words))
  }

  private mutating func acknowledge(_ lines: [String]) {
    for line in lines {
      let words = line.split(separator: " ")
      let isNew = words.count == 3 && acknowledged.insert(String(words[1])).inserted
      #expect(isNew, "\(line) is no acknowledgement; seed \(seed)")
    }
  }

  private mutating func seen(_ lines: [String]) {
    position = lines.compactMap { Int64($0) }.reduce(position, max)
  }

  /// A reader that nobody kills.
  mutating func catchUp() throws {
    let result = try Command.run(Self.program, ["catch-up", place])
    guard result.code == 0 else { throw Surprise("a reader failed: \(result.errors)") }
  }

  func check(isReadToEnd: Bool = false) async throws {
    let store = try Store(at: address)
    let found = try await store.read { snapshot in
      Found(
        payloads: try snapshot.rows("select payload from queued_task order by id") { try $0[0] },
        log: try snapshot.rows("select id from change order by id") { try $0[0] },
        seen: try snapshot.rows("select subject from audit where action = 'seen' order by id") {
          try $0[0]
        },
        cursor: try snapshot.cursor("victim").number, end: try snapshot.position().number)
    }
    await store.close()
    let payloads = Set(found.payloads)
    #expect(payloads.count == found.payloads.count, "written twice; seed \(seed)")
    let lost = acknowledged.subtracting(payloads)
    #expect(lost.isEmpty, "acknowledged and lost; seed \(seed)")
    #expect(found.log == Array(1..<found.end + 1), "the log has gaps; seed \(seed)")
    #expect(found.payloads.count == found.log.count, "half a transaction; seed \(seed)")
    #expect(found.seen == Array(1..<found.cursor + 1), "not once each; seed \(seed)")
    #expect(found.cursor >= position, "a reader went back; seed \(seed)")
    if isReadToEnd { #expect(found.cursor == found.end, "seed \(seed)") }
    #expect(try Database.examine(address).faults == [], "seed \(seed)")
  }

  private struct Found {
    let payloads: [String]
    let log: [Int64]
    let seen: [Int64]
    let cursor: Int64
    let end: Int64
  }
}

/// One process, and what it has said so far in whole lines.
private final class Victims {
  private let child: Child
  private var begun: [UInt8] = []

  init(_ child: Child) { self.child = child }

  var errors: String { child.errors }

  /// Waits for some; nil at the end.
  func lines() -> [String]? {
    let bytes = child.read()
    return bytes.isEmpty ? nil : split(bytes)
  }

  func lines(within patience: Duration) -> [String] {
    split(child.read(within: patience) ?? [])
  }

  func kill() { child.signal(SIGKILL) }

  /// Reaps the process and returns its last words, none of which may be torn.
  func bury() throws -> [String] {
    let code = child.wait()
    let last = split(Array(child.readAll().utf8))
    guard code == 128 + SIGKILL else { throw Surprise("ended by itself (\(code)): \(errors)") }
    guard begun.isEmpty else { throw Surprise("half a line") }
    return last
  }

  private func split(_ bytes: [UInt8]) -> [String] {
    begun += bytes
    guard let end = begun.lastIndex(of: UInt8(ascii: "\n")) else { return [] }
    let whole = begun[..<end]
    begun = Array(begun[(end + 1)...])
    return whole.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
  }
}

struct Surprise: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}
