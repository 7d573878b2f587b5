import Foundation
import Market
import Proving
import Store
import Testing

/// What an operator does about how somebody comes in.
@Suite struct UserDoorTests {
  private static let root = URL(filePath: #filePath).appending(path: "../../..").standardized.path()
  private static let materials = [
    "--themes", "\(root)/themes", "--locales", "\(root)/locales", "--content", "\(root)/content",
  ]
  private static let password = "correct horse battery 9"

  private func market() throws -> TestMarket {
    let market = try TestMarket()
    try market.ran(
      "user", "create", "--name", "Ada", "--email", "ada@example.com", "--locale", "en")
    return market
  }

  /// The same with something on standard input.
  private func say(
    _ text: String, to market: TestMarket, _ words: String...
  ) throws -> (code: Int32, said: String) {
    let child = try Child(Command.ours("jishi"), words, in: market.folder.path)
    child.say(text)
    let said = child.readAll()
    return (child.wait(), said + child.errors)
  }

  @Test(arguments: TestMarket.engines)
  func `who has no password is shown a way to one`(engine: String) throws {
    let market = try TestMarket(engine)
    let made = try market.object(
      "user", "create", "--name", "Ada", "--phone", "+8613800138000", "--locale", "en")
    let code = try #require(made["code"] as? String)
    let address = try #require(made["address"] as? String)
    #expect(code.wholeMatch(of: /\d{6}/) != nil)
    #expect(
      address.wholeMatch(of: /http:\/\/127\.0\.0\.1:8080\/en\/reset\/[0-9a-z]{24}\?code=\d{6}/)
        != nil)
    #expect(address.hasSuffix(code))
    let again = try market.object("user", "password", "1", "--url", "https://jishi.example")
    #expect((again["address"] as? String)?.hasPrefix("https://jishi.example/en/reset/") == true)
    #expect(again["code"] as? String != code || again["address"] as? String != address)
    try market.ran("user", "disable", "1")
    #expect(try market.refused("user", "password", "1").contains("suspended or closed"))
    // It was shown, and not sent.
    #expect((try market.object("tasks", "--state", "waiting")["tasks"] as? [Any])?.isEmpty == true)
  }

  @Test func `a password comes from standard input, if it is any good`() throws {
    let market = try market()
    for (text, sentence) in [
      ("short\n", "at least 8"), ("\n", "at least 8"), ("password123\n", "everybody would try"),
      ("ada@example.com\n", "what others know"),
    ] {
      let refused = try say(text, to: market, "user", "password", "1", "--password-stdin")
      #expect(refused.code == 2)
      #expect(refused.said.contains(sentence), "\(refused.said)")
    }
    let set = try say(
      "\(Self.password)\n", to: market, "user", "password", "1", "--password-stdin")
    #expect(set.code == 0)
    #expect(!set.said.contains(Self.password))
    let made = try say(
      "\(Self.password)\n", to: market, "user", "create", "--name", "Bo", "--email",
      "bo@example.com", "--password-stdin", "--json")
    #expect(made.code == 0)
    #expect(!made.said.contains("reset"))
  }

  @Test(.enabled(if: AccountScripts.isThere))
  func `another password is told by mail`() throws {
    let market = try market()
    for _ in 1...2 {
      let set = try say(
        "\(Self.password)\n", to: market, "user", "password", "1", "--password-stdin")
      #expect(set.code == 0)
    }
    let office = try PostOffice()
    let sent = try market.jishi(
      ["work", "--once", "--only", "queue", "--mail", "smtp://localhost:\(office.port)?tls=none"]
        + ["--mailfrom", "集市 <no-reply@jishi.example>"] + Self.materials)
    #expect(sent.code == 0, "\(sent.errors)")
    let received = try office.received()
    #expect(received.receivers == ["ada@example.com"])
    #expect(received.letter.from == [["集市", "no-reply@jishi.example"]])
    #expect(received.letter.subject == "Your Jishi password was changed")
    #expect(!received.letter.text.contains("Device"))
    // The first one was nobody's news.
    #expect((try market.object("tasks")["counts"] as? [String: Int]) == ["done": 1])
  }

  @Test func `what does not apply is said`() throws {
    let market = try market()
    #expect(try market.refused("user", "reset-factor", "1").contains("no second factor"))
    #expect(try market.ran("user", "sign-out", "1") == "Ended 0 sessions of account 1.\n")
    for action in ["password", "reset-factor", "sign-out", "export"] {
      #expect(try market.refused("user", action, "7").contains("There is no account 7"))
      #expect(try market.refused("user", action).contains("needs WHO"))
    }
  }

  @Test(arguments: TestMarket.engines)
  func `all that is kept of somebody can be handed over`(engine: String) throws {
    let market = try TestMarket(engine)
    try market.ran("user", "create", "--name", "Ada", "--email", "ada@example.com")
    try market.ran("user", "found", "北巷设计", "--owner", "1")
    try market.ran("user", "sign-out", "1")
    let export = try market.object("user", "export", "1")
    #expect(
      Set(export.keys) == [
        "account", "party", "roles", "proofs", "preferences", "consents", "recoveryCodesLeft",
        "devices", "sessions", "securityEvents", "memberships",
      ])
    #expect((export["account"] as? [String: Any])?["email"] as? String == "ada@example.com")
    let events = export["securityEvents"] as? [[String: Any]]
    #expect(events?.map { $0["kind"] as? String } == ["sessions-ended"])
    let houses = export["memberships"] as? [[String: Any]]
    #expect(houses?.first?["name"] as? String == "北巷设计")
    // The same without being asked for JSON, and in a file that only its owner reads.
    let printed = try market.ran("user", "export", "ada@example.com")
    try market.ran("user", "export", "1", "ada.json")
    let path = market.folder.file("ada.json")
    #expect(try String(contentsOfFile: path, encoding: .utf8) == printed)
    let facts = try FileManager.default.attributesOfItem(atPath: path)
    #expect(facts[.posixPermissions] as? Int == 0o600)
    #expect(try market.refused("user", "export", "1", "ada.json").contains("File exists"))
  }

  @Test(arguments: TestMarket.engines)
  func `all parts of a profile are handed over`(engine: String) async throws {
    let market = try TestMarket(engine)
    try market.ran("user", "create", "--name", "Ada", "--email", "ada@example.com")
    var content = ProfileContent(
      texts: [.english: ProfileText(name: "Ada", headline: "Seals", about: "Ten.", place: "Bath")])
    content.languages = [SpokenLanguage(.english, .native)]
    content.proofs = [
      Qualification(
        .experience, title: [.english: "Carver"], issuer: [.english: "Studio"], from: 2_015)
    ]
    content.timeZone = "Europe/London"
    let day = CivilDay(number: 21_000)
    content.availability = Availability(
      state: .away(until: day), hours: [.init(.monday, from: 540, to: 720)],
      daysOff: [.init(first: day, last: day)])
    let (written, at) = (content, Instant(milliseconds: 1_790_000_000_000))
    _ = try await Store.with(try Address(market.database)) { store in
      try await store.write { tx in
        var written = written
        let skill = try tx.addSkill([.english: "Seals"], by: .operator, at: at)
        written.skills = [SkillLevel(skill, .expert)]
        let ada = try tx.account(ID(1)).party
        try tx.saveProfile(of: ada, written, from: 0, by: .operator, at: at)
        try tx.addPortfolioItem(
          of: ada,
          PortfolioWork(
            titles: [.english: "Gate"], year: 2_020, link: "https://example.com/gate"),
          by: .operator, at: at)
      }
    }
    let export = try market.object("user", "export", "1")
    let profile = try #require(export["profile"] as? [String: Any])
    let expected: NSDictionary = [
      "texts": ["en": ["name": "Ada", "headline": "Seals", "about": "Ten.", "place": "Bath"]],
      "timeZone": "Europe/London", "languages": [["language": "en", "fluency": "native"]],
      "skills": [["skill": "seals", "grade": "expert"]],
      "qualifications": [
        [
          "kind": "experience", "title": ["en": "Carver"], "issuer": ["en": "Studio"],
          "from": 2_015,
        ]
      ],
      "availability": [
        "state": "away", "until": "\(day)",
        "hours": [["day": "monday", "fromMinute": 540, "toMinute": 720]],
        "daysOff": [["first": "\(day)", "last": "\(day)"]],
      ],
      "portfolio": [
        [
          "item": 1, "title": ["en": "Gate"], "summary": [:] as NSDictionary,
          "media": [] as NSArray, "to": 2_020, "link": "https://example.com/gate",
        ]
      ],
    ]
    let parts = profile.filter { expected[$0.key] != nil }
    #expect(parts as NSDictionary == expected)
  }
}
