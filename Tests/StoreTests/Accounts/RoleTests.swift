import Foundation
import Market
import Testing

@testable import Store

@Suite struct RoleTests {
  @Test(arguments: Engine.all)
  func `every role may do what the table says, and nothing else`(engine: Engine) async throws {
    let ground = try Ground(engine)
    try await ground.withStore { store in
      let town = try await store.write { try $0.town() }.value
      let digest = try Database.examine(ground.address).state
      for row in RoleTable.rows {
        for role in Role.allCases {
          // Who may do what is decided before any engine is asked: one need not try everything.
          let stalls = town.stalls(for: role).prefix(engine == .sqlite ? 2 : 1)
          for stall in stalls { await check(row, role, town, stall, in: store) }
        }
        guard engine == .sqlite else { continue }
        // Every cell was undone or refused.
        #expect(try Database.examine(ground.address).state == digest, "\(row.action)")
      }
      #expect(try Database.examine(ground.address).state == digest)
    }
    #expect(try Database.examine(ground.address).faults == [])
  }

  private struct Undone: Error {
    let changes: Int64
    let audits: Int64
    let brokenChains: Int
  }

  /// Does it and takes it back, so that the next cell finds the town as it was.
  private func check(
    _ row: RoleRow, _ role: Role, _ town: Town, _ stall: Town.Stall, in store: Store
  ) async {
    let cell = "\(row.action) by \(role.rawValue)"
    do {
      try await store.write { tx in
        let actor = try town.actor(role, tx)
        try row.first(tx, town, stall, actor)
        let before = tx.numbers()
        try row.act(tx, town, stall, actor)
        let after = tx.numbers()
        throw Undone(
          changes: after.changes - before.changes, audits: after.audits - before.audits,
          brokenChains: try tx.brokenChains().count)
      }
    } catch let undone as Undone {
      #expect(row.answers[role] == .done, "\(cell) was allowed")
      #expect(undone.changes > 0, "\(cell) told the log nothing")
      #expect(undone.brokenChains == 0, "\(cell) broke a chain of the log")
      if StaffRole(rawValue: role.rawValue) != nil, !["tag", "fileReport"].contains(row.name) {
        #expect(undone.audits > 0, "\(cell) left no name")
      }
    } catch {
      let expected: String? =
        switch row.answers[role] {
        case .notAllowed: "\(GigError.refused(.notAllowed))"
        case .signInNeeded: "\(GigError.refused(.signInNeeded))"
        case .notActive: "\(GigError.notActive(stall.person.party))"
        case .done, nil: nil
        }
      #expect("\(error)" == expected, "\(cell)")
      #expect(error is any Refusing, "\(cell): \(type(of: error))")
    }
  }

  /// The sources are read, because nothing else knows what there is.
  @Test func `no action is missing from the table`() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../Sources/Store").standardized
    let files = FileManager.default.enumerator(atPath: folder.path())?.compactMap { $0 as? String }
    var actions: Set<Substring> = []
    for file in files ?? [] where file.hasSuffix(".swift") {
      let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
      let functions = text.matches(of: /package func (\w+)\(((?:[^()]|\([^()]*\))*)\)/)
      for function in functions where function.2.contains("by actor: Actor") {
        actions.insert(function.1)
      }
    }
    let rows = Set(RoleTable.rows.map(\.name))
    #expect(actions.count > 30)
    #expect(actions.subtracting(rows).sorted() == [], "these have no row")
    #expect(rows.subtracting(actions).sorted() == [], "these are no actions")
  }
}

extension Transaction {
  fileprivate func numbers() -> (changes: Int64, audits: Int64) {
    (position().number, (try? row("select count(*) from audit") { try $0[0] as Int64 }) ?? 0)
  }
}
