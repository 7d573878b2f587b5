import Foundation
import Proving
import Store
import Testing

/// The demo market, as it comes out of the words under `content`.
@Suite struct SeedCommandTests {
  static let gigs = 300

  /// The words as they are in the repository.
  private static let content = URL(filePath: #filePath)
    .appending(path: "../../../content").standardized.path()

  /// One market that these tests only look at.
  private static let large = Result { try seeded("sqlite", gigs: gigs, seed: 3) }

  private static func seeded(_ engine: String, gigs: Int, seed: Int) throws -> TestMarket {
    // The market begins with the plan's first day, not with ours.
    let market = try TestMarket(engine, isMade: false)
    try market.ran(
      "seed", "--gigs", "\(gigs)", "--seed", "\(seed)", "--content", content)
    return market
  }

  @Test func `the same number makes the same market on every engine, another makes another`()
    throws
  {
    func state(_ engine: String, _ seed: Int) throws -> String {
      let found = try Self.seeded(engine, gigs: 25, seed: seed).object("check")
      #expect((found["faults"] as? [String]) == [])
      #expect(found["rows"] as? Int ?? 0 > 2_000)
      return try #require(found["state"] as? String)
    }
    let first = try state("sqlite", 3)
    #expect(try state("sqlite", 4) != first)
    // Without another engine it is made again on the same.
    #expect(try state(TestMarket.engines.last ?? "sqlite", 3) == first)
  }

  @Test func `its books are in order`() throws {
    let market = try Self.large.get()
    #expect(try market.jishi("check").code == 0)
    try market.ran("seal")
    let audit = try market.object("audit")
    #expect((audit["unsealed"] as? [String: Int])?["transfers"] == 0)
    #expect(audit["transfers"] as? Int ?? 0 > Self.gigs)
    #expect((audit["notes"] as? [String]) == [])
  }

  @Test func `no two gigs tell the same, not even in one paragraph`() throws {
    let market = try Self.large.get()
    let texts = try market.texts("select description from gig_text order by version, locale")
    #expect(texts.count > Self.gigs)
    #expect(repeated(texts) == [])
    let paragraphs = texts.flatMap { text in
      text.components(separatedBy: "\n\n").filter { !$0.hasPrefix("**") || !$0.hasSuffix("**") }
    }
    #expect(paragraphs.count > 3 * texts.count)
    #expect(repeated(paragraphs) == [])
    let titles = try market.texts("select title from gig_text where locale = 'en'")
    #expect(repeated(titles) == [])
  }

  @Test func `no two buyers say the same`() throws {
    let market = try Self.large.get()
    let reviews = try market.texts("select text from review")
    #expect(repeated(reviews) == [])
    #expect((2.4...3.6).contains(Double(reviews.count) / Double(Self.gigs)), "\(reviews.count)")
    #expect(try market.texts("select distinct stars || '' from review").count >= 4)
    #expect(try !market.texts("select reply from review where reply is not null").isEmpty)
  }

  private func repeated(_ texts: [String]) -> [String] {
    Dictionary(grouping: texts, by: \.self).filter { $0.value.count > 1 }.keys.sorted()
  }

  @Test func `all words are fit to be read`() throws {
    let market = try Self.large.get()
    let texts = try market.texts(
      """
      select title || char(10) || summary || char(10) || description from gig_text
      union all select text || char(10) || detail from gig_phrase
      union all select text || char(10) || coalesce(reply, '') from review
      union all select name || char(10) || headline || char(10) || about from profile_text
      """)
    #expect(texts.count > 10 * Self.gigs)
    // Slots that were not filled, signs of the sheets, and what visitors' screens cannot show.
    let unfit = /[{}<>|\\\u{FFFD}]|[^\S\n ]|\p{Cf}|[\p{Cc}--\n]|  |\.\.|。。|，，|，。/
    for text in texts where text.contains(unfit) { Issue.record("\(text)") }
  }

  @Test func `there is some of everything`() throws {
    let market = try Self.large.get()
    func number(_ question: String) throws -> Int {
      try market.texts("select (\(question)) || ''").first.flatMap { Int($0) } ?? -1
    }
    #expect(try number("select count(*) from gig") == Self.gigs)
    #expect(try number("select count(distinct party) from gig") == Self.gigs / 5)
    for state in ["draft", "published", "paused"] {
      #expect(try number("select count(*) from gig where state = '\(state)'") > 0, "\(state)")
    }
    #expect(try number("select count(*) from party where kind = 'organisation'") > 0)
    #expect(
      try number(
        "select count(*) from party p join gig g on g.party = p.id where p.kind = 'organisation'")
        > 0)
    #expect(try number("select count(distinct level) from profile") >= 3)
    for locale in ["en", "zh-CN"] {
      let alone = "group by version having count(*) = 1 and min(locale) = '\(locale)'"
      #expect(
        try number("select count(*) from (select version from gig_text \(alone))") > 0,
        "some gigs are in \(locale) only")
    }
    #expect(
      try number(
        "select count(*) from (select version from gig_text group by version having count(*) = 2)")
        > Self.gigs / 2)
    #expect(try number("select count(*) from account where email not like '%@example.com'") == 0)
  }

  @Test func `who tries it can sign in as one of each`() throws {
    let market = try Self.large.get()
    let doors = try market.texts(
      "select email from account a join credential c on c.account = a.id order by email")
    #expect(
      doors == [
        "admin@example.com", "buyer1@example.com", "finance@example.com", "moderator@example.com",
        "seller1@example.com", "support@example.com",
      ])
    let hashes = try market.texts("select distinct hash from credential")
    #expect(hashes.count == 1)
    let hash = PasswordHash(text: try #require(hashes.first))
    #expect(hash.matches("demo-password-1"))
    #expect(!hash.isWeak)
    #expect(try market.texts("select contact from proof order by contact") == doors)
    // Nobody is told that he has a password.
    #expect(try market.texts("select body from outgoing") == [])
  }

  @Test func `a demo that others can reach has no password that all know`() throws {
    let market = try TestMarket(isMade: false)
    let said = try market.ran(
      "seed", "--gigs", "5", "--content", Self.content, "--url", "https://jishi.example")
    #expect(!said.contains("password"))
    #expect(try market.texts("select hash from credential") == [])
    let other = try TestMarket(isMade: false)
    #expect(
      try other.ran("seed", "--gigs", "5", "--content", Self.content)
        .contains("with the password demo-password-1"))
  }

  @Test(arguments: TestMarket.engines)
  func `a market that has members stays as it is`(engine: String) throws {
    let market = try TestMarket(engine)
    try market.ran("user", "create", "--name", "Ada", "--email", "ada@example.org")
    let before = try market.object("check")["state"] as? String
    let sentence = try market.refused("seed", "--gigs", "5", "--content", Self.content)
    #expect(sentence.contains("seed an empty market"), "\(sentence)")
    #expect(try market.object("check")["state"] as? String == before)
  }

  @Test(arguments: [
    ["--gigs", "0"], ["--gigs", "x"], ["--gigs", "2000001"], ["--gigs", "-5"], ["--gigs", "1.5"],
    ["--seed", "-1"], ["--seed", "x"], ["--seed", "2147483648"], ["--colour", "red"], ["more"],
  ])
  func `an option that makes no sense is wrong use`(words: [String]) throws {
    let market = try TestMarket()
    let sentence = try market.refused(["seed", "--content", Self.content] + words)
    #expect(sentence.contains(words[0]), "\(sentence)")
    #expect((try market.object("user")["users"] as? [Any])?.isEmpty != false)
  }

  @Test func `without words there is nothing to seed`() throws {
    let market = try TestMarket()
    #expect(try market.jishi("seed", "--content", "nowhere").code != 0)
  }
}

extension TestMarket {
  /// The one column of an answer, asked with SQLite's own client.
  fileprivate func texts(_ question: String) throws -> [String] {
    let file = folder.file("data/market.db")
    // Other tests ask at the same time, and whoever closes last locks the file for a moment.
    let answer = try Command.run(
      "sqlite3",
      ["-bail", "-json", "-cmd", ".timeout 10000", file, "\(question)"])
    #expect(answer.code == 0, "\(answer.errors)")
    guard !answer.output.isEmpty else { return [] }
    let rows = try JSONSerialization.jsonObject(with: Data(answer.output.utf8))
    return (rows as? [[String: String]])?.compactMap(\.values.first) ?? []
  }
}
