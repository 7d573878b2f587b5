import Market
import Proving
import Testing

@testable import Store

@Suite struct SignUpTests {
  private func applicant(_ email: String) throws -> Applicant {
    Applicant(
      name: "陈禾", contact: try Contact(email: email), hash: try PasswordHash.usual.get(),
      locale: .chinese,
      consents: [Consent(.terms, version: "1"), Consent(.marketing, version: "1", isGiven: false)])
  }

  @Test(arguments: Engine.all)
  func `an account is there when its code has come back, and not before`(
    engine: Engine
  ) throws {
    let ground = try Ground(engine)
    let comer = Comer(1)
    let key = comer.key()
    let contact = try Contact(email: "he@example.com")
    try ground.write { tx in
      try tx.beginSignUp(applicant("he@example.com"), key, code: "204816", at: now)
      #expect(try tx.account(reachedAt: contact) == nil)
      #expect(
        try tx.lastSent(to: "he@example.com")
          == .code(.signUp, code: "204816", challenge: key))
      #expect(try tx.finishSignUp(key, code: "204817", comer.arrival(), at: now).triesLeft == 4)
    }
    try ground.write { tx in
      let arrival = comer.arrival()
      let session = try #require(
        try tx.finishSignUp(key, code: "204816", arrival, at: now).value)
      let account = try #require(try tx.account(reachedAt: contact))
      #expect(session.account == account.id)
      #expect(try tx.party(account.party).name == "陈禾")
      #expect(try tx.session(arrival.secret, at: now) == session)
      #expect(try tx.proofs(of: account.id) == ["he@example.com"])
      #expect(try tx.consents(of: account.id).map(\.consent.isGiven) == [false, true])
      // Once.
      #expect(try tx.finishSignUp(key, code: "204816", comer.arrival(), at: now).isOver)
    }
    let entrance = try ground.write { tx in try tx.tryToEnter(contact, comer) }
    #expect(entrance?.session != nil)
  }

  @Test(arguments: Engine.all)
  func `who has closed an account can open another with the same address`(
    engine: Engine
  ) throws {
    let ground = try Ground(engine)
    let (comer, secret) = (Comer(1), Array(repeating: UInt8(7), count: TOTP.secretBytes))
    let contact = try Contact(email: "he@example.com")
    let (old, session) = try ground.write { tx in try tx.guarded("he", secret) }
    // Both factors are asked for; the password was, before this.
    #expect(throws: SignInError.wrongSecond) {
      try ground.write { tx in try tx.closeAccount(second: "", in: session, at: now) }
    }
    try ground.write { tx in
      let code = OneTimeCode.code(of: secret, step: TOTP.step(at: now))
      try tx.closeAccount(second: code, in: session, at: now)
      #expect(try tx.sessions(of: old.id, at: now).isEmpty)
      guard case .alert(.closed, _, _, _) = try tx.lastSent(to: "he@example.com") else {
        Issue.record("he was not told")
        return
      }
      #expect(try tx.account(old.id).contact == .nobody)
      #expect(try tx.formerContact(of: old.id) == contact)
      let key = comer.key()
      try tx.beginSignUp(applicant("he@example.com"), key, code: "204816", at: now)
      let new = try tx.finishSignUp(key, code: "204816", comer.arrival(), at: now).value
      #expect(new != nil && new?.account != old.id)
      #expect(try tx.proofs(of: old.id).isEmpty)
    }
  }

  @Test(arguments: Engine.all)
  func `whoever has an account is told by mail alone`(engine: Engine) throws {
    let ground = try Ground(engine)
    let comer = Comer(1)
    let key = comer.key()
    try ground.write { tx in
      _ = try tx.member("he")
      try tx.beginSignUp(applicant("he@example.com"), key, code: "204816", at: now)
      #expect(try tx.lastSent(to: "he@example.com") == .known)
      let challenge = try #require(try tx.challenge(key))
      #expect(challenge.isOpen(at: now))
      #expect(try tx.finishSignUp(key, code: "204816", comer.arrival(), at: now).triesLeft == 4)
    }
  }

  @Test(arguments: Engine.all)
  func `a code has five tries and a quarter of an hour`(engine: Engine) throws {
    let ground = try Ground(engine)
    let comer = Comer(1)
    let (first, second) = (comer.key(), comer.key())
    try ground.write { tx in
      try tx.beginSignUp(applicant("a@example.com"), first, code: "111111", at: now)
      for left in (0..<5).reversed() {
        #expect(
          try tx.finishSignUp(first, code: "000000", comer.arrival(), at: now).triesLeft == left)
      }
      #expect(try tx.finishSignUp(first, code: "111111", comer.arrival(), at: now).isOver)
      try tx.beginSignUp(applicant("b@example.com"), second, code: "111111", at: now)
      let late = now + Challenge.life
      #expect(try tx.finishSignUp(second, code: "111111", comer.arrival(), at: late).isOver)
      let early = late + .milliseconds(-1)
      #expect(
        try tx.finishSignUp(second, code: "111111", comer.arrival(), at: early).value != nil)
    }
  }

  @Test(arguments: Engine.all)
  func `another code can be had after a minute, and takes the place of the first`(
    engine: Engine
  ) throws {
    let ground = try Ground(engine)
    let comer = Comer(1)
    let key = comer.key()
    try ground.write { tx in
      try tx.beginSignUp(applicant("a@example.com"), key, code: "111111", at: now)
      let early = now + .seconds(59)
      #expect(try !tx.sendAgain(key, code: "222222", in: .chinese, at: early))
      #expect(try tx.lastCode(sentTo: "a@example.com") == "111111")
      let later = now + .seconds(60)
      #expect(try tx.sendAgain(key, code: "222222", in: .chinese, at: later))
      #expect(try tx.lastCode(sentTo: "a@example.com") == "222222")
      #expect(try tx.finishSignUp(key, code: "111111", comer.arrival(), at: later).triesLeft == 4)
      #expect(try tx.finishSignUp(key, code: "222222", comer.arrival(), at: later).value != nil)
    }
  }

  @Test(arguments: Engine.all)
  func `nobody can have others written to again and again`(engine: Engine) throws {
    let ground = try Ground(engine)
    let comer = Comer(1)
    let free = Attempts.Limit.sending.free
    for _ in 0..<free {
      let key = comer.key()
      try ground.write { tx in
        try tx.beginSignUp(applicant("a@example.com"), key, code: "111111", at: now)
      }
    }
    let until = now + Attempts.Limit.sending.firstPause
    let key = comer.key()
    #expect(throws: SignInError.tooOften(until: until)) {
      try ground.write { tx in
        try tx.beginSignUp(applicant("a@example.com"), key, code: "111111", at: now)
      }
    }
    // Another kind of letter is another matter, or anybody could keep a member from a new password.
    let other = comer.key()
    try ground.write { tx in
      try tx.beginReset(
        of: Contact(email: "a@example.com"), other, code: "111111", in: .chinese, at: now)
    }
    #expect(throws: Never.self) {
      try ground.write { tx in
        try tx.beginSignUp(applicant("a@example.com"), key, code: "111111", at: until)
      }
    }
  }
}
