import Market
import Proving
import Testing

@testable import Store

@Suite struct SignInTests {
  private func he() throws -> Contact { try Contact(email: "he@example.com") }

  @Test(arguments: Engine.all)
  func `after five wrong passwords there are pauses, whether there is an account or not`(
    engine: Engine
  ) throws {
    let ground = try Ground(engine)
    let comer = Comer(1)
    try ground.write { tx in _ = try tx.member("he") }
    for email in ["he@example.com", "nobody@example.com"] {
      let contact = try Contact(email: email)
      for _ in 0..<Attempts.Limit.password.free {
        try ground.write { tx in _ = try tx.tryToEnter(contact, isRight: false, comer) }
      }
      let until = now + Attempts.Limit.password.firstPause
      #expect(throws: SignInError.tooOften(until: until)) {
        try ground.write { tx in _ = try tx.knock(contact, device: nil, at: now) }
      }
      #expect(throws: Never.self) {
        try ground.write { tx in _ = try tx.knock(contact, device: nil, at: until) }
      }
    }
  }

  @Test(arguments: Engine.all)
  func `a machine that its member came in from has tries of its own`(engine: Engine) throws {
    let ground = try Ground(engine)
    let (member, stranger) = (Comer(1), Comer(2))
    let contact = try he()
    try ground.write { tx in
      _ = try tx.member("he")
      #expect(try tx.tryToEnter(contact, member)?.session != nil)
    }
    for _ in 0..<Attempts.Limit.password.free {
      try ground.write { tx in _ = try tx.tryToEnter(contact, isRight: false, stranger) }
    }
    #expect(throws: SignInError.self) {
      try ground.write { tx in _ = try tx.tryToEnter(contact, stranger) }
    }
    let entrance = try ground.write { tx in try tx.tryToEnter(contact, member) }
    #expect(entrance?.session != nil)
  }

  @Test(arguments: Engine.all)
  func `a password that was changed meanwhile opens nothing`(engine: Engine) throws {
    let ground = try Ground(engine)
    let comer = Comer(1)
    let contact = try he()
    let arrival = comer.arrival()
    let key = comer.key()
    try ground.write { tx in
      let account = try tx.member("he")
      let knock = try tx.knock(contact, device: nil, at: now)
      try tx.setPassword(PasswordHash.other.get(), of: account.id, at: now)
      #expect(throws: SignInError.wrong) {
        _ = try tx.enter(knock, contact, arrival, key, at: now)
      }
    }
  }

  @Test(arguments: Engine.all)
  func `whoever is disabled or closed is nobody`(engine: Engine) throws {
    let ground = try Ground(engine)
    try ground.write { tx in
      let (disabled, closed) = (try tx.member("disabled"), try tx.member("closed"))
      try tx.disableAccount(disabled.id, by: .operator, at: now)
      try tx.closeParty(closed.party, by: .operator, at: now)
      for account in [disabled, closed] {
        let knock = try tx.knock(account.contact, device: nil, at: now)
        #expect(knock.account == nil && knock.hash == nil)
      }
    }
  }

  @Test(arguments: Engine.all)
  func `a session ends when nobody comes, and after its time in any case`(
    engine: Engine
  ) throws {
    let ground = try Ground(engine)
    let comer = Comer(1)
    try ground.write { tx in
      let account = try tx.member("he")
      let arrival = comer.arrival()
      let session = try tx.begin(arrival, account, isSecond: false, at: now)
      let last = now + Session.idleMax + .milliseconds(-1)
      #expect(try tx.session(arrival.secret, at: last) != nil)
      #expect(try tx.session(arrival.secret, at: last + .milliseconds(1)) == nil)
      var moment = now
      while moment + .days(10) < now + Session.lengthMax {
        moment = moment + .days(10)
        #expect(try tx.session(arrival.secret, at: moment) != nil)
        try tx.seen(session.id, from: "192.0.2.8", at: moment)
      }
      #expect(try tx.session(arrival.secret, at: moment)?.place.address == "192.0.2.8")
      #expect(try tx.session(arrival.secret, at: now + Session.lengthMax) == nil)
      // Set back, a clock revives nothing that was ended.
      try tx.signOut(session, comer.place, at: moment)
      #expect(try tx.session(arrival.secret, at: now + .days(-3)) == nil)
    }
  }

  @Test(arguments: Engine.all)
  func `somebody new at an account that is known is told to its member`(engine: Engine) throws {
    let ground = try Ground(engine)
    let (first, second) = (Comer(1), Comer(2))
    try ground.write { tx in
      _ = try tx.member("he")
      _ = try tx.tryToEnter(he(), first)
      #expect(try tx.lastSent(to: "he@example.com") == nil)
      _ = try tx.tryToEnter(he(), second)
      #expect(
        try tx.lastSent(to: "he@example.com") == .newDevice(second.place, at: now))
    }
  }

  @Test(arguments: Engine.all)
  func `staff without a second factor have no power over others`(engine: Engine) throws {
    let ground = try Ground(engine)
    let comer = Comer(1)
    try ground.write { tx in
      let account = try tx.member("he")
      try tx.grant(.admin, to: account.id, by: .operator, at: now)
      for isSecond in [false, true] {
        let session = try tx.begin(comer.arrival(), account, isSecond: isSecond, at: now)
        let refusal = try tx.actor(session).refusal(of: .employ)
        #expect(refusal == (isSecond ? nil : .notAllowed))
      }
    }
  }

  @Test(arguments: Engine.all)
  func `a refresh token is good once; the second time ends all that came of it`(
    engine: Engine
  ) throws {
    let ground = try Ground(engine)
    let comer = Comer(1)
    try ground.write { tx in
      let account = try tx.member("he")
      let arrival = comer.arrival(.api)
      let session = try tx.begin(arrival, account, isSecond: false, at: now)
      let (first, second, third) = (
        Tokens(using: &comer.random), Tokens(using: &comer.random), Tokens(using: &comer.random)
      )
      try tx.give(first.refresh, to: session, at: now)
      #expect(try tx.refresh(second.refresh, third, comer.place, at: now) == nil)
      #expect(try tx.refresh(first.refresh, second, comer.place, at: now)?.id == session.id)
      #expect(try tx.session(arrival.secret, at: now) == nil)
      #expect(try tx.session(second.access, at: now)?.id == session.id)
      #expect(try tx.session(second.access, at: now + Tokens.accessLife) == nil)
      #expect(try tx.refresh(first.refresh, third, comer.place, at: now) == nil)
      #expect(try tx.session(second.access, at: now) == nil)
      #expect(try tx.refresh(second.refresh, third, comer.place, at: now) == nil)
      #expect(
        try tx.securityEvents(of: account.id, atMost: 1).map(\.kind) == [.refreshReused])
    }
  }

  @Test(arguments: Engine.all)
  func `what was begun with an old password is over with it`(engine: Engine) throws {
    let ground = try Ground(engine)
    let (comer, secret) = (Comer(1), Array(repeating: UInt8(3), count: TOTP.secretBytes))
    let contact = try he()
    let reset = comer.key()
    try ground.write { tx in
      let (account, session) = try tx.guarded("he", secret)
      let step = try #require(try tx.tryToEnter(contact, comer)?.challenge)
      try tx.beginReset(of: contact, reset, code: "204816", in: .chinese, at: now)
      try tx.changePassword(PasswordHash.other.get(), in: session, at: now)
      let code = OneTimeCode.code(of: secret, step: TOTP.step(at: now))
      #expect(try tx.enter(step, second: code, comer.arrival(), at: now).isOver)
      let outcome = try tx.finishReset(
        reset, code: "204816", second: code, PasswordHash.usual.get(), comer.place, at: now)
      guard case .over = outcome else {
        Issue.record("\(outcome)")
        return
      }
      #expect(try tx.passwordHash(of: account.id) == PasswordHash.other.get())
    }
  }

  @Test(arguments: Engine.all)
  func `a second factor is not guessed in a session, nor is its owner locked out`(
    engine: Engine
  ) throws {
    let ground = try Ground(engine)
    let (comer, thief) = (Comer(1), Comer(2))
    let secret = Array(repeating: UInt8(3), count: TOTP.secretBytes)
    let contact = try he()
    let session = try ground.write { tx in try tx.guarded("he", secret).1 }
    for _ in 0..<Attempts.Limit.second.free {
      try ground.write { tx in
        _ = try tx.present(session, isBoth: true, at: now)
        try tx.isPresent(session)
      }
    }
    #expect(throws: SignInError.self) {
      try ground.write { tx in _ = try tx.present(session, isBoth: true, at: now) }
    }
    try ground.write { tx in _ = try tx.present(session, isBoth: false, at: now) }
    // A machine that is known has tries of its own.
    func come(_ who: Comer, _ code: String, at moment: Instant) throws -> Bool {
      try ground.write { tx in
        let step = try #require(try tx.tryToEnter(contact, who, at: moment)?.challenge)
        return try tx.enter(step, second: code, who.arrival(), at: moment).value != nil
      }
    }
    func code(at moment: Instant) -> String {
      OneTimeCode.code(of: secret, step: TOTP.step(at: moment))
    }
    #expect(try come(comer, code(at: now), at: now))
    for _ in 0..<Attempts.Limit.second.free {
      #expect(try !come(thief, "000000", at: now))
    }
    let later = now + .minutes(1)
    #expect(throws: SignInError.self) { _ = try come(thief, code(at: later), at: later) }
    #expect(try come(comer, code(at: later), at: later))
  }

  @Test(arguments: Engine.all)
  func `what nobody can come in with is forgotten`(engine: Engine) throws {
    let ground = try Ground(engine)
    let comer = Comer(1)
    let key = comer.key()
    try ground.write { tx in
      let account = try tx.member("he")
      #expect(try tx.tryToEnter(he(), comer)?.session != nil)
      try tx.beginReset(of: he(), key, code: "204816", in: .chinese, at: now)
      #expect(try tx.signInCounts() == [1, 1, 1, 1])
      try tx.forgetSignIns(at: now + .hours(1))
      #expect(try tx.signInCounts() == [1, 1, 1, 1])
      try tx.forgetSignIns(at: now + .days(3))
      #expect(try tx.signInCounts() == [0, 0, 1, 1])
      try tx.forgetSignIns(at: now + .days(61))
      #expect(try tx.signInCounts() == [0, 0, 0, 1])
      try tx.forgetSignIns(at: now + SignInsKept.events + .days(1))
      #expect(try tx.signInCounts() == [0, 0, 0, 0])
      #expect(try tx.account(account.id).state == .active)
    }
  }
}

extension Reading where Self: ~Copyable {
  fileprivate func signInCounts() throws -> [Int] {
    let statements: [SQL] = [
      "select count(*) from challenge", "select count(*) from attempt",
      "select count(*) from session", "select count(*) from security_event",
    ]
    return try statements.map { try row($0) { try $0[0] as Int } ?? 0 }
  }
}
