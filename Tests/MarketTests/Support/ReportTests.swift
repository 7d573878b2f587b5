import Market
import Proving
import Testing

@Suite struct ReportTests {
  private let moderator = Actor.member(
    Actor.Standing(account: ID(7), party: ID(8), roles: [.moderator]))

  private func complaint(_ detail: String) -> Report.Complaint {
    Report.Complaint(about: .gig(ID(3)), because: .scam, detail: detail, in: .english)
  }

  private func report(
    _ detail: String = "He took the money.", by actor: Actor = .visitor
  ) throws(ReportError) -> Report {
    var random = Seeded(1)
    return try Report.filed(
      ID(1), receipt: PublicID(using: &random), complaint(detail), by: actor, at: now)
  }

  @Test func `a report keeps what was said, by whom and when`() throws {
    var random = Seeded(2)
    let receipt = PublicID<Report>(using: &random)
    let contact = try Contact(email: "ada@example.com")
    let report = try Report.filed(
      ID(4), receipt: receipt,
      Report.Complaint(
        about: .seller(ID(9)), because: .copyright, detail: "我的图\n被拿走了", in: .chinese,
        contact: contact), by: .visitor, at: now)
    #expect(report.id == ID(4) && report.receipt == receipt && report.filedAt == now)
    #expect(report.subject == .seller(ID(9)) && report.reason == .copyright)
    #expect(report.detail == "我的图\n被拿走了" && report.language == .chinese)
    #expect(report.contact == contact && report.reporter == nil && report.state == .open)
  }

  @Test func `who is signed in is named, and nobody needs to be`() throws {
    let member = Actor.member(Actor.Standing(account: ID(5), party: ID(6)))
    #expect(try report(by: member).reporter == ID(5))
    #expect(try report(by: .visitor).reporter == nil)
    #expect(try report(by: .operator).reporter == nil)
  }

  @Test func `a thousand characters are a detail, and one more is too many`() throws {
    for sign in ["x", "字", "👩‍👩‍👧‍👧"] {
      let most = String(repeating: sign, count: 1_000)
      #expect(try report(most).detail == most)
      #expect(throws: ReportError.tooLong(.detail, charactersMax: 1_000)) {
        try report(most + sign)
      }
    }
    let piled = "a" + String(repeating: "\u{301}", count: 17)
    #expect(throws: ReportError.tooLong(.detail, charactersMax: 1_000)) { try report(piled) }
    #expect(try report("x").detail == "x")
  }

  @Test(arguments: ["", " ", "\n\n", "\u{3000}", "\u{200B}"])
  func `a detail that says nothing is missing`(detail: String) {
    #expect(throws: ReportError.missing(.detail)) { try report(detail) }
  }

  @Test(arguments: ["a\u{0}", "a\u{7}b", "a\r\nb", "a\tb", "\u{202E}a"])
  func `a detail that does harm is unfit`(detail: String) {
    #expect(throws: ReportError.unfit(.detail)) { try report(detail) }
  }

  @Test(arguments: ReportOutcome.allCases)
  func `a moderator settles it, and says how`(outcome: ReportOutcome) throws {
    let later = now + .hours(1)
    let open = try report()
    let settled = try open.settled(as: outcome, by: moderator, note: "Seen.", at: later)
    #expect(
      settled.state == .settled(outcome: outcome, by: "account:7", at: later, note: "Seen."))
    #expect(settled.detail == open.detail && settled.receipt == open.receipt)
    #expect(open.state == .open)
  }

  @Test(arguments: ReportOutcome.allCases)
  func `what is settled stays settled`(outcome: ReportOutcome) throws {
    let settled = try report().settled(as: .upheld, by: moderator, note: "", at: now)
    #expect(throws: ReportError.alreadySettled) {
      try settled.settled(as: outcome, by: .operator, note: "", at: now)
    }
  }

  @Test func `only who may moderate settles`() throws {
    let report = try report()
    #expect(throws: ReportError.refused(.signInNeeded)) {
      try report.settled(as: .upheld, by: .visitor, note: "", at: now)
    }
    for role in StaffRole.allCases {
      let actor = Actor.member(Actor.Standing(account: ID(7), party: ID(8), roles: [role]))
      if [.moderator, .admin].contains(role) {
        _ = try report.settled(as: .upheld, by: actor, note: "", at: now)
      } else {
        #expect(throws: ReportError.refused(.notAllowed)) {
          try report.settled(as: .upheld, by: actor, note: "", at: now)
        }
      }
    }
  }

  @Test func `a note may be empty or have 500 characters`() throws {
    let report = try report()
    let most = String(repeating: "字", count: 500)
    for note in ["", "x", most] {
      let settled = try report.settled(as: .dismissed, by: moderator, note: note, at: now)
      #expect(
        settled.state
          == .settled(outcome: .dismissed, by: "account:7", at: now, note: note))
    }
    let wrong: [(String, ReportError)] = [
      (most + "字", .tooLong(.note, charactersMax: 500)), (" ", .missing(.note)),
      ("a\u{7}", .unfit(.note)),
    ]
    for (note, refusal) in wrong {
      #expect(throws: refusal) {
        try report.settled(as: .dismissed, by: moderator, note: note, at: now)
      }
    }
  }
}
