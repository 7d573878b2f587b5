import Foundation
import Proving
import Testing

@Suite struct GigCommandTests {
  @Test func `an empty market says how to make a gig`() throws {
    let market = try TestMarket()
    #expect(try market.ran("gig").contains("`jishi gig create FILE` makes one"))
    #expect((try market.object("gig")["gigs"] as? [Any])?.isEmpty == true)
  }

  @Test(arguments: TestMarket.engines)
  func `the example of the help can be published, shown and printed`(engine: String) throws {
    let market = try TestMarket(engine)
    try market.stock()
    let draft = try market.object("gig", "create", "gig.sheet")
    #expect(draft["state"] as? String == "draft")
    #expect(draft["shown"] as? Bool == false)
    let made = try market.object("gig", "create", "gig.sheet", "--publish")
    #expect(made["id"] as? Int == 2)
    #expect(made["shown"] as? Bool == true)
    let page = try market.ran("gig", "show", "2")
    #expect(page.hasPrefix("Gig 2 is published since 2"), "\(page)")
    for part in [
      "party       party:1 林知远, active", "480.00 CNY, 5 days, 2 revisions: Starter · 起步",
      "zh-CN  wei-du-li-shu-dian", "zh-CN  为独立书店设计标志，三个方向可选", "market, slot 0",
      "category logo-design, slot 0", "tag logo, slot 0", "rules 1, what visitors see",
    ] { #expect(page.contains(part), "\(part) in \(page)") }
    let facts = try market.object("gig", "show", "2")
    #expect((facts["titles"] as? [String: String])?.count == 2)
    let package = (facts["packages"] as? [[String: Any]])?.first
    #expect((package?["price"] as? [String: Any])?["amount"] as? String == "480.00")
    #expect((facts["versions"] as? [[String: Any]])?.first?["rules"] as? Int == 1)
    // What is printed makes the same again.
    let text = try market.ran("gig", "show", "2", "--version", "1")
    #expect(text.contains("\n|\n| ## 您会收到\n- 墨稿"))
    try market.write(text, to: "copy.sheet")
    try market.ran("gig", "create", "copy.sheet", "--publish")
    #expect(try market.ran("gig", "show", "3", "--version", "1") == text)
    let digests = try ["2", "3"].map { id in
      (try market.object("gig", "show", id)["versions"] as? [[String: Any]])?.first?["digest"]
        as? String
    }
    #expect(digests[0] != nil)
    #expect(digests[0] == digests[1])
    #expect(try market.jishi("check").code == 0)
  }

  @Test(arguments: TestMarket.engines)
  func `gigs are listed by state, party and category`(engine: String) throws {
    let market = try TestMarket(engine)
    try market.stock()
    try market.ran("user", "create", "--name", "Ada", "--email", "ada@example.com")
    try market.ran("gig", "create", "gig.sheet")
    try market.ran("gig", "create", "gig.sheet", "--publish")
    try market.gigFile(replacing: "lin@example.com", with: "ada@example.com")
    try market.gigFile(replacing: "category = logo-design", with: "category = naming")
    try market.ran("gig", "create", "gig.sheet")
    func ids(_ words: String...) throws -> [Int] {
      let answer = try market.jishi(["gig", "--json"] + words)
      let object = try JSONSerialization.jsonObject(with: Data(answer.output.utf8))
      let gigs = (object as? [String: Any])?["gigs"] as? [[String: Any]]
      return gigs?.compactMap { $0["id"] as? Int } ?? []
    }
    #expect(try ids() == [1, 2, 3])
    #expect(try ids("--state", "draft") == [1, 3])
    #expect(try ids("--party", "ada@example.com") == [3])
    #expect(try ids("--party", "party:1", "--state", "published") == [2])
    #expect(try ids("--category", "naming") == [3])
    #expect(try ids("--category", "brand") == [1, 2, 3])
    #expect(try ids("--after", "1", "--limit", "1") == [2])
    #expect(try market.ran("gig", "--limit", "1").hasSuffix("More follow: add `--after 1`.\n"))
    #expect(try market.ran("gig", "--state", "archived").contains("No gig is like that"))
    let list = try market.ran("gig")
    // The heading is wider than what stands under it.
    #expect(list.contains("2   published  unseen      yes    party:1  logo-design  为独立"), "\(list)")
    #expect(try market.ran("user", "show", "1").contains("gigs      1 draft, 1 published"))
  }

  @Test func `a gig goes through its states, each step in the audit once`() throws {
    let market = try TestMarket()
    try market.stock()
    try market.ran("gig", "create", "gig.sheet")
    #expect(try market.ran("gig", "publish", "1").contains("is published, not yet looked at"))
    #expect(try market.ran("gig", "pause", "1").contains("visitors do not see it"))
    #expect(try market.ran("gig", "show", "1").contains("market, slot 0, empty while it is away"))
    try market.ran("gig", "resume", "1")
    try market.ran("gig", "archive", "1")
    #expect(try market.ran("gig", "restore", "1").contains("is paused"))
    // The fields of one category are none of the other's, but moving asks for no new text.
    try market.ran("gig", "move", "1", "--to", "naming")
    #expect(try market.ran("gig", "show", "1").contains("category    naming"))
    try market.ran("gig", "resume", "1")
    try market.ran("gig", "approve", "1")
    try market.ran("gig", "reject", "1", "--reason", "字太小")
    #expect(try market.ran("gig", "show", "1").contains(/rejected since 2.*: 字太小/))
    try market.ran("gig", "take-down", "1", "--reason", "抄袭")
    let moved = try market.refused("gig", "move", "1", "--to", "logo-design")
    #expect(moved.contains("Staff have taken the gig down"))
    #expect(try market.ran("gig", "reinstate", "1").contains("is published, approved"))
    let audits = try market.object("gig", "show", "1")["audits"] as? [[String: Any]] ?? []
    #expect(audits.allSatisfy { $0["actor"] as? String == "operator" })
    #expect(
      audits.reversed().compactMap { $0["action"] as? String } == [
        "create", "publish", "pause", "resume", "archive", "restore", "move", "resume", "approve",
        "reject", "take down", "reinstate",
      ])
  }

  @Test func `gigs of two sellers stand beside each other`() throws {
    let market = try TestMarket()
    try market.stock()
    try market.ran("user", "create", "--name", "Ada", "--email", "ada@example.com")
    try market.ran("gig", "create", "gig.sheet", "--publish")
    try market.gigFile(replacing: "lin@example.com", with: "ada@example.com")
    try market.ran("gig", "create", "gig.sheet", "--publish")
    #expect(try market.object("gig", "show", "2")["related"] as? [Int] == [1])
    #expect(try market.ran("gig", "show", "2").contains("related     1      为独立书店"))
  }

  @Test func `addresses that a gig had before are shown with those it has`() throws {
    let market = try TestMarket()
    try market.stock()
    try market.ran("gig", "create", "gig.sheet", "--publish")
    // The program itself renames no gig: the web does.
    let former = "insert into slug_history values ('gig', 1, 'en', 'old-logos', 1)"
    #expect(
      try Command.run("sqlite3", [market.folder.file("data/market.db"), former]).code == 0)
    #expect(try market.ran("gig", "show", "1").contains("en     old-logos, formerly"))
    let slugs = try market.object("gig", "show", "1")["formerSlugs"] as? [[String: String]]
    #expect(slugs == [["locale": "en", "slug": "old-logos"]])
  }

  @Test func `all that keeps a gig from being published is told, each with its line`() throws {
    let market = try TestMarket()
    try market.stock()
    try market.gigFile(
      replacing: "title = Logos for", with: "title = \(String(repeating: "x", count: 90))")
    try market.gigFile(replacing: "price = 480.00", with: "price = 0.01")
    try market.gigFile(replacing: "name.en = Starter\n", with: "")
    try market.gigFile(replacing: "style = minimal", with: "style = baroque")
    let errors = try market.refused("gig", "create", "gig.sheet", "--publish")
    let lines = errors.split(separator: "\n")
    #expect(lines.first == "jishi: Nothing was loaded.")
    #expect(lines.count == 5, "\(errors)")
    #expect(errors.contains(/gig\.sheet:\d+: the title in en has more than 80 characters/))
    #expect(errors.contains(/gig\.sheet:\d+: the name of package 1 in en is missing/))
    #expect(
      errors.contains(/gig\.sheet:\d+: the price of package 1 is not between [\d.]+ and [\d.]+ CNY/)
    )
    #expect(errors.contains(/gig\.sheet:\d+: the category has no such field or choice: style/))
    #expect((try market.object("gig")["gigs"] as? [Any])?.isEmpty == true, "nothing is half made")
    // A draft may have faults; then they are told when it is to be published.
    try market.ran("gig", "create", "gig.sheet")
    let refused = try market.refused("gig", "publish", "1")
    #expect(refused.hasPrefix("jishi: The gig is not fit to be published:\n- "), "\(refused)")
    #expect(refused.split(separator: "\n").count == 5)
    #expect(refused.contains(/- the price of package 1 is not between [\d.]+ and [\d.]+ CNY/))
  }

  static let faults: [(String, String, String)] = [
    ("category = logo-design", "category = logo-desing", "Did you mean logo-design?"),
    (
      "party = lin@example.com", "party = who@example.com", "party: Nobody here has who@example.com"
    ),
    ("party = lin@example.com", "", "“party” is missing"),
    ("currency = CNY", "currency = COWRIE", "currency: “COWRIE” is none"),
    ("origin = zh-CN", "origin = 1", "“1” is no language"),
    ("price = 480.00", "price = 480.001", "expected an amount of CNY such as 380.00"),
    ("days = 5", "days = soon", "days: found “soon”"),
    ("packages = 1", "packages = 2", "packages: found “2”, expected numbers from 1 to 1"),
    ("[extra]", "[extras]", "there is no [extras]; there are gig, text"),
    ("[text en]", "[text zh-CN]", "[text zh-CN] stands here twice"),
    ("name.zh-CN = 起步", "nome.zh-CN = 起步", "found “nome.zh-CN”, expected one of price"),
    ("needed = yes", "needed = perhaps", "expected yes or no"),
    ("name.en = logo", "name.en = logo\nname.en = logos", "“name.en” stands here twice"),
    ("name.en = logo", "name.en = \(String(repeating: "x", count: 41))", "a tag has at most 40"),
    ("category = logo-design", "category = brand", "takes no gigs"),
  ]

  @Test(arguments: faults)
  func `a fault of a file is told with its line`(old: String, new: String, sentence: String) throws
  {
    let market = try TestMarket()
    try market.stock()
    try market.gigFile(replacing: old, with: new)
    let errors = try market.refused("gig", "create", "gig.sheet")
    #expect(errors.contains(sentence), "\(errors)")
    #expect(errors.contains(/gig\.sheet:\d+:/), "\(errors)")
    #expect((try market.object("gig")["gigs"] as? [Any])?.isEmpty == true)
  }

  static let wrong: [([String], String)] = [
    (["shwo", "1"], "Did you mean `jishi gig show`?"),
    (["1"], "Did you mean `jishi gig show 1`?"),
    (["show", "x"], "A number from 1 is needed, not “x”"),
    (["show", "7"], "There is no gig 7"),
    (["show", "1", "--version", "3"], "Gig 1 has no version 3; its last is 1"),
    (["--state", "lost"], "--state is one of draft"),
    (["--category", "logo-desgn"], "Did you mean logo-design?"),
    (["--party", "7"], "There is no account 7"),
    (["create", "none.sheet"], "There is no file at none.sheet"),
    (["create", "data/market.db"], "not text in UTF-8"),
    (["pause", "1"], "cannot be done while the gig is a draft"),
    (["restore", "1"], "cannot be done while the gig is a draft"),
    (["reinstate", "1"], "while the moderation is “unseen”"),
    (["move", "1"], "needs --to SLUG"),
    (["move", "1", "--to", "brand"], "takes no gigs"),
    (["reject", "1"], "needs --reason TEXT"),
    (["reject", "1", "--reason", " "], "--reason needs a text of at most 500"),
    (["approve", "7"], "There is no gig 7"),
  ]

  @Test func `wrong use gets one sentence, and changes nothing`() throws {
    let market = try TestMarket()
    try market.stock()
    try market.ran("gig", "create", "gig.sheet")
    let before = try market.object("check")["state"] as? String
    for (words, sentence) in Self.wrong {
      let errors = try market.refused(["gig"] + words)
      #expect(errors.contains(sentence), "\(words): \(errors)")
      #expect(errors.split(separator: "\n").count == 1)
    }
    #expect(try market.object("check")["state"] as? String == before)
  }

  @Test func `a suspended seller's gigs are hidden, and nothing new is put up`() throws {
    let market = try TestMarket()
    try market.stock()
    try market.ran("gig", "create", "gig.sheet", "--publish")
    try market.ran("user", "suspend", "1", "--reason", "x")
    #expect(try market.object("gig", "show", "1")["shown"] as? Bool == false)
    #expect(try market.refused("gig", "create", "gig.sheet").contains("is suspended or closed"))
    for _ in 1...2 { _ = try market.jishi("user", "reinstate", "1") }
    for _ in 2...4 { try market.ran("gig", "create", "gig.sheet", "--publish") }
    #expect(
      try market.refused("gig", "create", "gig.sheet", "--publish").contains(
        "allows 4 gigs on offer"))
  }

  @Test func `what a terminal obeys is not let through`() throws {
    let market = try TestMarket()
    try market.stock()
    try market.gigFile(replacing: "title = Logos", with: "title = \u{1B}[2JLogos")
    try market.ran("gig", "create", "gig.sheet")
    for words in [["gig"], ["gig", "show", "1"], ["gig", "show", "1", "--version", "1"]] {
      let answer = try market.jishi(words)
      #expect(!answer.output.contains("\u{1B}"))
    }
  }
}
