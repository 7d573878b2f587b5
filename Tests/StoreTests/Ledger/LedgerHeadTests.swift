import Foundation
import Market
import Proving
import Testing

@testable import Store

/// The file outside the database that knows how far the ledger had come.
@Suite struct LedgerHeadTests {
  let ground: Ground
  let head: String

  init() throws {
    ground = try Ground(.sqlite)
    head = ground.folder.file("heads/ledger.head")
  }

  private func grow(_ parties: ClosedRange<Int64>, writingHeads: Bool = true) async throws {
    try await ground.withStore { store in
      for party in parties {
        try await store.write { tx in _ = try tx.wallet(party, 100) }
        _ = try await store.seal(at: now)
        if writingHeads { _ = try await store.writeHeads(to: head) }
      }
    }
  }

  private var text: String { get throws { try String(contentsOfFile: head, encoding: .utf8) } }

  private func write(_ text: String) throws {
    try text.write(toFile: head, atomically: true, encoding: .utf8)
  }

  @Test func `each block is a line, and nothing new is none`() async throws {
    try await grow(1...3)
    try await ground.withStore { store in
      #expect(try await store.seal(at: now) == [])
      let last = try await store.writeHeads(to: head)
      #expect(last?.block == 3)
    }
    #expect(try text.split(separator: "\n").count == 3)
    let audit = try ground.audit(head: head)
    #expect(audit.faults == [] && audit.notes == [] && audit.blocks == 3)
  }

  @Test func `what a sealer that died did not write is written by the next`() async throws {
    try await grow(1...1)
    try await grow(2...4, writingHeads: false)
    #expect(try ground.audit(head: head).notes == ["The blocks after 1 are not in \(head) yet."])
    try await grow(5...5)
    #expect(try text.split(separator: "\n").count == 5)
    #expect(try ground.audit(head: head).faults == [])
  }

  @Test(arguments: ["3 17900", "\u{0}\u{0}\u{0}\n", "3 x y\n"])
  func `a torn last line is passed over, reported, and mended by the next seal`(
    rest: String
  ) async throws {
    try await grow(1...2)
    try await grow(3...3, writingHeads: false)
    try write(try text + rest)
    let audit = try ground.audit(head: head)
    #expect(audit.faults == [])
    #expect(
      audit.notes == [
        "The last line of \(head) is torn, and was passed over.",
        "The blocks after 2 are not in \(head) yet.",
      ])
    try await grow(4...4)
    #expect(try text.split(separator: "\n").count == 4)
    #expect(try ground.audit(head: head).notes == [])
  }

  /// A sealer writes a line when its block is in the database, so whoever cuts the end off cannot
  /// hide it by spoiling the line.
  @Test(arguments: ["3 17900", "3 x y\n"])
  func `a torn line about a block that is not there is a fault`(rest: String) async throws {
    try await grow(1...2)
    try write(try text + rest)
    #expect(try ground.audit(head: head).faults.count == 1)
  }

  @Test(arguments: ["", "\r\n"])
  func `a last line counts however it ends`(ending: String) async throws {
    try await grow(1...2)
    let whole = try text
    try write(whole.dropLast() + ending)
    #expect(try ground.audit(head: head).faults == [])
    try await grow(3...3)
    #expect(try text.split(whereSeparator: \.isNewline).count == 3)
    #expect(try ground.audit(head: head).faults == [])
  }

  @Test func `a missing file is a fault once there are blocks`() async throws {
    #expect(try ground.audit(head: head).faults == [])
    try await grow(1...1, writingHeads: false)
    #expect(
      try ground.audit(head: head).faults == [
        "There is no \(head): whether the ledger's end was cut off cannot be seen."
      ])
  }

  @Test func `an emptied file is no better than none`() async throws {
    try await grow(1...2)
    try write("")
    #expect(
      try ground.audit(head: head).faults == [
        "No head is in \(head): whether the ledger's end was cut off cannot be seen."
      ])
  }

  @Test func `another digest is a fault, and the sealer stops`() async throws {
    try await grow(1...2)
    let whole = try text
    let digit = whole.dropLast().last == "0" ? "1" : "0"
    try write(whole.dropLast(2) + digit + "\n")
    #expect(
      try ground.audit(head: head).faults == [
        "Block 2 is not the one that \(head) knows: it was written anew."
      ])
    await #expect(throws: LedgerHeadError.parted(path: head, block: 2)) {
      try await grow(3...3)
    }
  }

  @Test func `a head ahead of the database is a cut end`() async throws {
    try await grow(1...2)
    let whole = try text
    try write(whole + whole.split(separator: "\n")[1].replacing(/^2/, with: "3") + "\n")
    #expect(
      try ground.audit(head: head).faults == [
        "\(head) knows block 3, but the database ends with block 2: its end was cut off."
      ])
    await #expect(throws: LedgerHeadError.self) { try await grow(3...3) }
  }

  @Test func `a line that cannot be read or comes twice is a fault`() async throws {
    try await grow(1...3)
    let lines = try text.split(separator: "\n").map(String.init)
    try write([lines[0], "what", lines[2], ""].joined(separator: "\n"))
    #expect(try ground.audit(head: head).faults == ["Line 2 of \(head) cannot be read."])
    try write([lines[0], lines[1], lines[1], lines[2], ""].joined(separator: "\n"))
    #expect(
      try ground.audit(head: head).faults == ["\(head) comes back to block 2 after block 2."])
  }

  @Test func `what is sealed while an audit begins is no fault`() async throws {
    try await grow(1...2)
    let heads = try HeadComparison(head)
    try await grow(3...4)
    let connection = try ground.address.open(.reading)
    defer { connection.close() }
    let audit = try connection.read { try $0.audit(beside: heads) }
    #expect(audit.faults == [] && audit.blocks == 4)
    // Nor does it see lines of blocks that came after its snapshot.
    let lines = try #require(try HeadLines(head))
    try await grow(5...5)
    var count = 0
    while lines.next() != nil { count += 1 }
    #expect(count == 4)
  }

  @Test func `a file where no file can be is said so`() async throws {
    try await grow(1...1, writingHeads: false)
    await #expect(throws: LedgerHeadError.self) {
      try await ground.withStore { store in
        _ = try await store.writeHeads(to: ground.folder.path)
      }
    }
  }
}
