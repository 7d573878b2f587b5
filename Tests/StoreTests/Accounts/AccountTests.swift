import Market
import Testing

@testable import Store

@Suite struct AccountTests {
  @Test(arguments: Engine.all)
  func `one address is one account, whatever its case`(engine: Engine) async throws {
    let ground = try Ground(engine)
    let phone = "+8613800138000"
    try await ground.withStore { store in
      try await store.write { tx in
        _ = try tx.openAccount(
          name: "Ada", contact: Contact(email: "Ada@Example.COM", phone: phone), locale: .english,
          by: .visitor, at: now)
        _ = try tx.person("grace")
      }
      let takers: [(Contact, String)] = [
        (try Contact(email: "aDA@example.com"), "ada@example.com"),
        (try Contact(phone: phone), phone),
        (try Contact(email: "new@example.com", phone: phone), phone),
        (try Contact(email: "grace@example.com", phone: phone), "grace@example.com"),
      ]
      for (contact, taken) in takers {
        let error = await #expect(throws: AccountError.self) {
          try await store.write { tx in
            _ = try tx.openAccount(
              name: "Eve", contact: contact, locale: .english, by: .visitor, at: now)
          }
        }
        // Both are taken in the last case: either may be named.
        #expect(
          error == .contactTaken(taken) || contact.phone == phone && error == .contactTaken(phone))
      }
      let found = try await store.read {
        try $0.account(reachedAt: Contact(email: "ADA@example.com"))
      }
      #expect(found?.id == ID(1))
      let all = try await store.read { try $0.accounts(after: ID(0), atMost: 10) }
      #expect(all.map(\.party.name) == ["Ada", "grace"])
      #expect(all.map(\.account.party) == all.map(\.party.id))
    }
  }

  @Test(arguments: Engine.all)
  func `of forty who want one address at once, one gets it`(engine: Engine) async throws {
    let ground = try Ground(engine)
    try await ground.withStore { store in
      let outcomes = await withTaskGroup(of: AccountError?.self) { group in
        for number in 0..<40 {
          group.addTask {
            do {
              try await store.write { tx in
                _ = try tx.openAccount(
                  name: "Ada \(number)", contact: Contact(email: "ada@example.com"),
                  locale: .english, by: .visitor, at: now)
              }
              return nil
            } catch {
              return error as? AccountError ?? .unchanged
            }
          }
        }
        return await group.reduce(into: []) { $0.append($1) }
      }
      #expect(outcomes.count { $0 == nil } == 1)
      #expect(outcomes.count { $0 == .contactTaken("ada@example.com") } == 39)
      // Those who lost have used up no number.
      let next = try await store.write { tx in try tx.person("next").party }.value
      #expect(next == ID(2))
    }
    #expect(try Database.examine(ground.address).faults == [])
  }

  @Test(arguments: Engine.all)
  func `an account that is refused is not there at all`(engine: Engine) async throws {
    let ground = try Ground(engine)
    try await ground.withStore { store in
      let long = String(repeating: "字", count: Party.nameCharactersMax + 1)
      for name in ["", " ", "\u{200B}", "\u{3164}", "a\nb", "a\u{2028}b", "\u{202E}abc", long] {
        await #expect(throws: AccountError.unfitName(name)) {
          try await store.write { tx in
            _ = try tx.openAccount(
              name: name, contact: Contact(email: "a@example.com"), locale: .english, by: .visitor,
              at: now)
          }
        }
      }
      #expect(try await store.read { try $0.position() } == .start)
      let fit = String(long.dropLast())
      let account = try await store.write { tx in
        try tx.openAccount(
          name: fit, contact: Contact(email: "a@example.com"), locale: .english, by: .operator,
          at: now)
      }.value
      #expect(try await store.read { try $0.party(account.party) }.name == fit)
      #expect(try await store.read { try $0.account(account.id) } == account)
      await #expect(throws: AccountError.unknownAccount(ID(9))) {
        try await store.read { try $0.account(ID(9)) }
      }
    }
  }

  @Test(arguments: Engine.all)
  func `roles are given and taken once, and noted with their names`(engine: Engine) async throws {
    let ground = try Ground(engine)
    try await ground.withStore { store in
      let id = try await store.write { tx in
        let id = try tx.person("ada").id
        try tx.grant(.moderator, to: id, by: .operator, at: now)
        try tx.grant(.finance, to: id, by: .operator, at: now)
        return id
      }.value
      await refuses(store, .unchanged) { try $0.grant(.finance, to: id, by: .operator, at: now) }
      await refuses(store, .unchanged) { try $0.revoke(.admin, from: id, by: .operator, at: now) }
      await refuses(store, .unknownAccount(ID(9))) {
        try $0.grant(.admin, to: ID(9), by: .operator, at: now)
      }
      await refuses(store, .unknownAccount(ID(9))) {
        try $0.revoke(.admin, from: ID(9), by: .operator, at: now)
      }
      #expect(try await store.read { try $0.roles(of: id) } == [.moderator, .finance])
      try await store.write { tx in try tx.revoke(.moderator, from: id, by: .operator, at: now) }
      #expect(try await store.read { try $0.roles(of: id) } == [.finance])
      let audits = try await store.read { try $0.audits(of: .account, id.number, atMost: 9) }
      #expect(
        audits.map { "\($0.action) \($0.detail) by \($0.actor)" } == [
          "revoke moderator by operator", "grant finance by operator",
          "grant moderator by operator",
        ])
    }
  }

  @Test(arguments: Engine.all)
  func `what somebody may do follows from what he is now`(engine: Engine) async throws {
    let ground = try Ground(engine)
    try await ground.withStore { store in
      let (ada, studio) = try await store.write { tx in
        let ada = try tx.person("ada")
        try tx.grant(.finance, to: ada.id, by: .operator, at: now)
        return (ada, try tx.organisation("studio", of: ada))
      }.value
      func actor() async throws -> Actor { try await store.read { try $0.actor(ada.id) } }
      let bare = Actor.Standing(account: ada.id, party: ada.party)
      var whole = bare
      whole.roles = [.finance]
      whole.organisations = [studio: .owner]
      #expect(try await actor() == .member(whole))

      try await store.write { tx in try tx.disableAccount(ada.id, by: .operator, at: now) }
      #expect(try await actor() == .visitor)
      await refuses(store, .unchanged) { try $0.disableAccount(ada.id, by: .operator, at: now) }
      try await store.write { tx in try tx.enableAccount(ada.id, by: .operator, at: now) }
      await refuses(store, .unchanged) { try $0.enableAccount(ada.id, by: .operator, at: now) }
      #expect(try await actor() == .member(whole))

      try await store.write { tx in
        try tx.suspend(ada.party, because: "spam", by: .operator, at: now)
      }
      #expect(try await actor() == .member(bare))
      try await store.write { tx in try tx.reinstate(ada.party, by: .operator, at: now) }
      #expect(try await actor() == .member(whole))
      // A closed organisation keeps its members, who can do nothing with it.
      try await store.write { tx in try tx.closeParty(studio, by: .operator, at: now) }
      #expect(try await actor() == .member(whole))
      try await store.write { tx in try tx.closeParty(ada.party, by: .operator, at: now) }
      #expect(try await actor() == .member(bare))
      #expect(try await store.read { try $0.brokenChains() }.isEmpty)
    }
  }
}

func refuses(
  _ store: Store, _ refusal: AccountError, sourceLocation: SourceLocation = #_sourceLocation,
  _ act: @escaping @Sendable (borrowing Transaction) throws -> Void
) async {
  await #expect(throws: refusal, sourceLocation: sourceLocation) {
    try await store.write { tx in try act(tx) }
  }
}
