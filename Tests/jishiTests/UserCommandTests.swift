import Foundation
import Proving
import Testing

@Suite struct UserCommandTests {
  @Test func `an empty market says how to open an account`() throws {
    let market = try TestMarket()
    #expect(try market.ran("user").contains("jishi user create --name"))
    #expect((try market.object("user")["users"] as? [Any])?.isEmpty == true)
  }

  @Test(arguments: TestMarket.engines)
  func `accounts are opened, listed and shown`(engine: String) throws {
    let market = try TestMarket(engine)
    let opened = try market.object(
      "user", "create", "--name", "林知远", "--email", "Lin@example.com", "--role", "admin")
    #expect(opened["account"] as? Int == 1)
    #expect(opened["roles"] as? [String] == ["admin"])
    try market.ran(
      "user", "create", "--name", "Ada", "--phone", "+8613800138000", "--locale", "en")
    let lines = try market.ran("user").split(separator: "\n")
    #expect(lines.count == 3)
    // A Chinese sign takes two cells: three of them are as wide as three letters and three blanks.
    #expect(lines[1].hasPrefix("1   party:1  林知远  lin@example.com  -"))
    #expect(lines[2].hasPrefix("2   party:2  Ada     -                +8613800138000"))
    for who in ["1", "account:1", "party:1", "lin@example.com", "LIN@example.com"] {
      let shown = try market.object("user", "show", who)
      #expect((shown["account"] as? [String: Any])?["id"] as? Int == 1)
      #expect((shown["party"] as? [String: Any])?["name"] as? String == "林知远")
    }
    #expect(try market.ran("user", "show", "+8613800138000").hasPrefix("Ada\n"))
    let audits = try #require(
      try market.object("user", "show", "1")["audits"] as? [[String: Any]])
    #expect(audits.compactMap { $0["action"] as? String } == ["offer reset", "grant", "create"])
    #expect(audits.allSatisfy { $0["actor"] as? String == "operator" })
    #expect(try market.jishi("check").code == 0)
  }

  @Test func `a long list is leafed through`() throws {
    let market = try TestMarket()
    for number in 1...3 {
      try market.ran("user", "create", "--name", "N\(number)", "--email", "n\(number)@example.com")
    }
    let first = try market.object("user", "--limit", "2")
    #expect((first["users"] as? [Any])?.count == 2)
    #expect(first["next"] as? Int == 2)
    #expect(try market.ran("user", "--limit=2").hasSuffix("jishi user --after 2`.\n"))
    let rest = try market.object("user", "--limit", "2", "--after", "2")
    #expect((rest["users"] as? [Any])?.count == 1)
    #expect(rest["next"] == nil)
    #expect(try market.ran("user", "--after", "3").contains("No account has a number after 3"))
  }

  @Test func `roles are given and taken, accounts closed and opened, parties stopped`() throws {
    let market = try TestMarket()
    try market.ran("user", "create", "--name", "Ada", "--email", "ada@example.com")
    #expect(try market.ran("user", "grant", "1", "moderator").contains("now has: moderator"))
    #expect(try market.refused("user", "grant", "1", "moderator").contains("is moderator already"))
    #expect(try market.refused("user", "revoke", "1", "admin").contains("is no admin"))
    #expect(try market.ran("user", "revoke", "1", "moderator").contains("no staff role"))
    #expect(try market.ran("user", "disable", "ada@example.com").contains("is disabled"))
    #expect(try market.refused("user", "disable", "1").contains("is disabled already"))
    #expect(try market.ran("user").contains("disabled"))
    #expect(try market.ran("user", "enable", "1").contains("is active"))
    try market.ran("user", "suspend", "party:1", "--reason", "违规")
    #expect(try market.ran("user", "show", "1").contains("person, suspended since 2"))
    #expect(try market.refused("user", "suspend", "1", "--reason", "x").contains("is suspended or"))
    try market.ran("user", "reinstate", "1")
    #expect(try market.refused("user", "reinstate", "1").contains("party:1 is not suspended"))
    let audits = try market.object("user", "show", "1")["audits"] as? [[String: Any]] ?? []
    #expect(
      audits.compactMap { $0["action"] as? String } == [
        "reinstate", "suspend", "enable", "disable", "revoke", "grant", "offer reset", "create",
      ])
    #expect(audits.contains { $0["detail"] as? String == "违规" })
  }

  @Test(arguments: TestMarket.engines)
  func `an organisation has an owner and members`(engine: String) throws {
    let market = try TestMarket(engine)
    try market.ran("user", "create", "--name", "林知远", "--email", "lin@example.com")
    try market.ran("user", "create", "--name", "Ada", "--email", "ada@example.com")
    let founded = try market.object("user", "found", "北巷设计", "--owner", "1")
    #expect(founded["party"] as? Int == 3)
    try market.ran("user", "add-member", "party:3", "2", "--role", "manager")
    #expect(
      try market.refused("user", "add-member", "party:3", "2", "--role", "manager")
        .contains("in this role already"))
    let members = try market.object("user", "show", "party:3")["members"] as? [[String: Any]]
    #expect(members?.map { $0["role"] as? String } == ["owner", "manager"])
    let own = try market.object("user", "show", "2")["organisations"] as? [[String: Any]]
    #expect(own?.first?["name"] as? String == "北巷设计")
    #expect(try market.refused("user", "remove-member", "party:3", "1").contains("the only owner"))
    #expect(
      try market.ran("user", "remove-member", "party:3", "2").contains("no longer belongs to"))
    #expect(try market.refused("user", "remove-member", "party:3", "2").contains("does not belong"))
    #expect(try market.refused("user", "add-member", "1", "2").contains("is a person, and an"))
    #expect(try market.refused("user", "add-member", "party:3", "party:3").contains("and a person"))
    #expect(try market.refused("user", "grant", "party:3", "admin").contains("has no account"))
    let audits = try market.object("user", "show", "party:3")["audits"] as? [[String: Any]]
    #expect(
      audits?.map { $0["detail"] as? String } == ["party:2", "party:2, manager", "party:1, owner"])
  }

  static let wrong: [([String], String)] = [
    (["shwo", "1"], "Did you mean `jishi user show`?"),
    (["7"], "Did you mean `jishi user show 7`?"),
    (["show"], "needs WHO"),
    (["show", "7"], "There is no account 7"),
    (["show", "party:7"], "There is no party:7"),
    (["show", "nobody@example.com"], "Nobody here has nobody@example.com"),
    (["show", "Ada"], "“Ada” names nobody"),
    (["--after", "x"], "--after needs a number from 1"),
    (["--limit", "5000"], "a number from 1 to 1000"),
    (["create", "--email", "b@example.com"], "needs --name NAME"),
    (["create", "--name", "B"], "needs --email ADDRESS or --phone"),
    (["create", "--name", "B", "--email", "b"], "neither an e-mail address nor"),
    (["create", "--name", "B", "--email", "ada@example.com"], "Somebody has ada@example.com"),
    (["create", "--name", " ", "--email", "b@example.com"], "is no name"),
    (["create", "--name", "B", "--email", "b@example.com", "--locale", "1"], "a language such as"),
    (
      ["create", "--name", "B", "--email", "b@example.com", "--role", "boss"], "is one of moderator"
    ),
    (["grant", "1", "admn"], "Did you mean admin?"),
    (["grant", "7", "admin"], "There is no account 7"),
    (["suspend", "1"], "needs --reason TEXT"),
    (["suspend", "1", "--reason", " "], "--reason needs a text"),
    (["found", "B", "--owner", "party:9"], "There is no party:9"),
    (["show", "1", "--name", "x"], "`jishi user show` has no option --name"),
  ]

  @Test func `wrong use gets one sentence, and changes nothing`() throws {
    let market = try TestMarket()
    try market.ran("user", "create", "--name", "Ada", "--email", "ada@example.com")
    let before = try market.object("check")["state"] as? String
    for (words, sentence) in Self.wrong {
      let errors = try market.refused(["user"] + words)
      #expect(errors.contains(sentence), "\(words): \(errors)")
      #expect(errors.split(separator: "\n").count == 1)
    }
    #expect(try market.object("check")["state"] as? String == before)
  }

  @Test func `help shows every action, and each explains itself`() throws {
    let market = try TestMarket()
    let help = try market.ran("user", "--help")
    let actions = [
      "show", "create", "grant", "revoke", "password", "reset-factor", "sign-out", "disable",
      "enable", "suspend", "reinstate", "export", "found", "add-member", "remove-member",
    ]
    for action in actions {
      #expect(help.contains("\n  jishi user \(action) "), "\(action)")
      let own = try market.ran("user", action, "--help")
      #expect(own.contains("Usage: jishi user \(action)"))
      #expect(try market.ran("help", "user", action) == own)
      // Options may stand before the words.
      #expect(try market.ran("--db", "sqlite:x.db", "user", "--json", action, "--help") == own)
    }
    // Whoever looks for help need not have found the right word.
    #expect(try market.ran("user", "frobnicate", "--help") == help)
  }
}
