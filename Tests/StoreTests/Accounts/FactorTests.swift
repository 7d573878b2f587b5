import Market
import Proving
import Testing

@testable import Store

@Suite struct FactorTests {
  private let secret = Array("12345678901234567890".utf8)
  private func code(_ at: Instant) -> String {
    OneTimeCode.code(of: secret, step: TOTP.step(at: at))
  }

  @Test(arguments: Engine.all)
  func `of fifty who show the same code at once one comes in`(engine: Engine) async throws {
    let ground = try Ground(engine)
    let keys = try ground.write { tx -> [PublicID<Challenge>] in
      let (account, _) = try tx.guarded("he", secret)
      let comer = Comer(7)
      return try (0..<50).map { _ in
        let entrance = try tx.tryToEnter(account.contact, comer)
        return try #require(entrance?.challenge)
      }
    }
    let code = code(now)
    let sessions = Heard<Session>()
    try await ground.withStore { store in
      try await withThrowingTaskGroup(of: Void.self) { group in
        for (number, key) in keys.enumerated() {
          group.addTask {
            let outcome = try? await store.write { tx -> CodeOutcome<Session> in
              let comer = Comer(UInt64(100 + number))
              return try tx.enter(key, second: code, comer.arrival(), at: now)
            }
            if let session = outcome?.value.value { sessions.add(session) }
          }
        }
        try await group.waitForAll()
      }
    }
    #expect(sessions.all.map(\.isSecond) == [true])
  }

  @Test(arguments: Engine.all)
  func `the right password alone opens nothing`(engine: Engine) throws {
    let ground = try Ground(engine)
    try ground.write { tx in
      let (account, _) = try tx.guarded("he", secret)
      let comer = Comer(7)
      let key = try #require(try tx.tryToEnter(account.contact, comer)?.challenge)
      #expect(try tx.enter(key, second: "000000", comer.arrival(), at: now).triesLeft == 4)
      let before = code(now + .seconds(-30))
      #expect(try tx.enter(key, second: before, comer.arrival(), at: now).value != nil)
      // The step of now was not used, but a step before one that was used is gone.
      let next = try #require(try tx.tryToEnter(account.contact, comer)?.challenge)
      #expect(try tx.enter(next, second: before, comer.arrival(), at: now).triesLeft == 4)
      #expect(try tx.enter(next, second: code(now), comer.arrival(), at: now).value != nil)
    }
  }

  @Test(arguments: Engine.all)
  func `a backup code is good once, and its use is told`(engine: Engine) throws {
    let ground = try Ground(engine)
    var random = Seeded(3)
    let codes = BackupCode.set(using: &random)
    try ground.write { tx in
      let account = try tx.member("he")
      let comer = Comer(7)
      let session = try tx.begin(comer.arrival(), account, isSecond: false, at: now)
      try tx.turnOnFactor(secret, step: 0, codes: codes, in: session, at: now)
      #expect(try tx.backupCodesLeft(of: account.id) == codes.count)
      for left in [codes.count - 1, codes.count - 1] {
        let key = try #require(try tx.tryToEnter(account.contact, comer)?.challenge)
        let outcome = try tx.enter(key, second: codes[0].text, comer.arrival(), at: now)
        #expect(try tx.backupCodesLeft(of: account.id) == left)
        if outcome.value == nil { #expect(outcome.triesLeft == 4) }
      }
      let kinds = try tx.securityEvents(of: account.id, atMost: 20).map(\.kind)
      #expect(kinds.filter { $0 == .backupCodeUsed }.count == 1)
      #expect(kinds.filter { $0 == .signInFailed }.count == 1)
    }
  }

  @Test(arguments: Engine.all)
  func `codes cannot be guessed by beginning again and again`(engine: Engine) throws {
    let ground = try Ground(engine)
    let comer = Comer(7)
    let account = try ground.write { tx in try tx.guarded("he", secret).0 }
    for _ in 0..<Attempts.Limit.second.free {
      try ground.write { tx in
        let key = try #require(try tx.tryToEnter(account.contact, comer)?.challenge)
        #expect(try tx.enter(key, second: "000000", comer.arrival(), at: now).triesLeft == 4)
      }
    }
    let key = try ground.write { tx in
      try #require(try tx.tryToEnter(account.contact, comer)?.challenge)
    }
    #expect(throws: SignInError.self) {
      try ground.write { tx in
        _ = try tx.enter(key, second: code(now), comer.arrival(), at: now)
      }
    }
  }

  @Test(arguments: Engine.all)
  func `staff cannot turn it off`(engine: Engine) throws {
    let ground = try Ground(engine)
    try ground.write { tx in
      let (account, session) = try tx.guarded("he", secret)
      try tx.grant(.support, to: account.id, by: .operator, at: now)
      #expect(throws: AccountError.refused(.notAllowed)) {
        try tx.turnOffFactor(second: code(now), in: session, at: now)
      }
      try tx.revoke(.support, from: account.id, by: .operator, at: now)
      #expect(throws: SignInError.wrongSecond) {
        try tx.turnOffFactor(second: "000000", in: session, at: now)
      }
      try tx.turnOffFactor(second: code(now), in: session, at: now)
      #expect(try tx.factor(of: account.id) == nil)
    }
  }

  @Test(arguments: Engine.all)
  func `a new password never goes around it`(engine: Engine) throws {
    let ground = try Ground(engine)
    let comer = Comer(7)
    let (key, again) = (comer.key(), comer.key())
    try ground.write { tx in
      let (account, session) = try tx.guarded("he", secret)
      let new = try PasswordHash.other.get()
      try tx.beginReset(of: account.contact, key, code: "204816", in: .chinese, at: now)
      #expect(try tx.lastCode(sentTo: "he@example.com") == "204816")
      #expect(try tx.reset(key, "204817", code(now)) == "wrongCode(triesLeft: 4)")
      #expect(try tx.reset(key, "204816", "") == "secondMissing")
      #expect(try tx.reset(key, "204816", "000000") == "wrongSecond(triesLeft: 3)")
      #expect(try tx.passwordHash(of: account.id) == PasswordHash.usual.get())
      #expect(try tx.session(session.id, at: now) != nil)
      #expect(try tx.reset(key, "204816", code(now)) == "done")
      #expect(try tx.passwordHash(of: account.id) == new)
      #expect(try tx.session(session.id, at: now) == nil)
      #expect(try tx.factor(of: account.id) != nil)
      #expect(try tx.reset(key, "204816", code(now)) == "over")
      // For nobody there is a challenge too, and nothing opens it.
      let nobody = try Contact(email: "nobody@example.com")
      try tx.beginReset(of: nobody, again, code: "204816", in: .chinese, at: now)
      #expect(try tx.lastSent(to: "nobody@example.com") == .nothing)
      #expect(try tx.reset(again, "204816", "") == "wrongCode(triesLeft: 4)")
    }
  }
}

extension Transaction {
  /// To the other password, and how it went.
  fileprivate func reset(
    _ key: PublicID<Challenge>, _ code: String, _ second: String
  ) throws -> String {
    let place = Whereabouts(agent: "", address: "192.0.2.9")
    return
      "\(try finishReset(key, code: code, second: second, PasswordHash.other.get(), place, at: now))"
  }
}
