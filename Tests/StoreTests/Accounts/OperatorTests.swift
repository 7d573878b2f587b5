import Market
import Proving
import Testing

@testable import Store

/// What is done for members, and to them, from the terminal.
@Suite struct OperatorTests {
  /// A member who has come in.
  private func insider(_ store: Store) async throws -> (account: Account, secret: Secret) {
    let arrival = Comer(1).arrival()
    let account = try await store.write { tx in
      let account = try tx.member("ada")
      _ = try tx.begin(arrival, account, isSecond: false, at: now)
      return account
    }.value
    #expect(try await store.read { try $0.session(arrival.secret, at: now) } != nil)
    return (account, arrival.secret)
  }

  private func isIn(_ secret: Secret, _ store: Store) async throws -> Bool {
    try await store.read { try $0.session(secret, at: now) } != nil
  }

  @Test(arguments: Engine.all)
  func `whoever is kept out is signed out at once`(engine: Engine) async throws {
    let ground = try Ground(engine)
    try await ground.withStore { store in
      let (account, secret) = try await insider(store)
      try await store.write { try $0.disableAccount(account.id, by: .operator, at: now) }
      #expect(try await !isIn(secret, store))
      let events = try await store.read { try $0.securityEvents(of: account.id, atMost: 1) }
      #expect(events.map(\.kind) == [.disabled])
      try await store.write { try $0.enableAccount(account.id, by: .operator, at: now) }
      #expect(try await !isIn(secret, store), "he has to come in again")
      let kept = try await store.read { try $0.allSessions(of: account.id) }
      #expect(kept.map(\.endedAt) == [now])
    }
  }

  @Test(arguments: Engine.all)
  func `another password ends all sessions and is told; a first one is not`(
    engine: Engine
  ) async throws {
    let ground = try Ground(engine)
    let hash = try PasswordHash.other.get()
    try await ground.withStore { store in
      let (account, secret) = try await insider(store)
      try await store.write {
        try $0.setPassword(hash, of: account.id, by: .operator, at: now)
      }
      #expect(try await !isIn(secret, store))
      let email = try #require(account.contact.email)
      let told = try await store.read { try $0.lastSent(to: email) }
      let nowhere = Whereabouts(agent: "", address: "")
      #expect(told == .alert(.passwordReset, of: account.id, nowhere, at: now))
      #expect(try await store.read { try $0.passwordHash(of: account.id) } == hash)
      let other = try await store.write { tx in
        let other = try tx.person("bo")
        try tx.setPassword(hash, of: other.id, by: .operator, at: now)
        return other
      }.value
      let first = try #require(other.contact.email)
      #expect(try await store.read { try $0.lastSent(to: first) } == nil)
    }
  }

  @Test(arguments: Engine.all)
  func `a code that the operator hands on opens the way to a password, once`(
    engine: Engine
  ) async throws {
    let ground = try Ground(engine)
    let hash = try PasswordHash.other.get()
    let comer = Comer(1)
    let (key, place) = (comer.key() as PublicID<Challenge>, comer.place)
    try await ground.withStore { store in
      let account = try await store.write { tx in
        let account = try tx.person("ada")
        try tx.offerReset(of: account.id, key, code: "123456", by: .operator, at: now)
        return account
      }.value
      let email = try #require(account.contact.email)
      #expect(try await store.read { try $0.lastSent(to: email) } == nil)
      var outcomes: [String] = []
      for code in ["654321", "123456", "123456"] {
        let outcome = try await store.write { tx in
          try tx.finishReset(key, code: code, second: "", hash, place, at: now)
        }.value
        outcomes.append("\(outcome)")
      }
      #expect(outcomes == ["wrongCode(triesLeft: 4)", "done", "over"])
      #expect(try await store.read { try $0.passwordHash(of: account.id) } == hash)
    }
  }
}
