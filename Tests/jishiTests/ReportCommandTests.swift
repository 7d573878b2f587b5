import Market
import Proving
import Store
import Testing

@Suite struct ReportCommandTests {
  /// As the endpoint would, since no command files one. Each receipt is made from its number.
  @discardableResult
  private func file(
    _ number: UInt64, _ detail: String = "骗子", about subject: ReportSubject = .gig(ID(1)),
    _ contact: Contact? = nil, in market: TestMarket
  ) async throws -> String {
    var random = Seeded(number)
    let receipt = PublicID<Report>(using: &random)
    let complaint = Report.Complaint(
      about: subject, because: .scam, detail: detail, in: .chinese, contact: contact)
    _ = try await Store.with(try Address(market.database)) { store in
      try await store.write { tx in
        _ = try tx.fileReport(complaint, receipt: receipt, by: .visitor, at: moment)
      }
    }
    return receipt.text
  }

  private let moment = Instant(milliseconds: 1_790_000_000_000)

  private func market(_ engine: String = "sqlite") throws -> TestMarket {
    let market = try TestMarket(engine)
    try market.stock()
    try market.ran("gig", "create", "gig.sheet", "--publish")
    return market
  }

  @Test func `an empty market says that nothing waits`() throws {
    let market = try TestMarket()
    #expect(try market.ran("reports").contains("`jishi reports --all` lists the settled ones"))
    #expect(try market.ran("reports", "--all") == "Nobody has reported anything yet.\n")
    let facts = try market.object("reports")
    #expect((facts["reports"] as? [Any])?.isEmpty == true)
    #expect(facts["open"] as? Int == 0)
  }

  @Test(arguments: TestMarket.engines)
  func `a report is listed, shown as a whole, and settled once`(engine: String) async throws {
    let market = try market(engine)
    let contact = try Contact(email: "ada@example.com")
    let receipt = try await file(1, "收了钱\n就不见了", contact, in: market)
    let list = try market.ran("reports")
    #expect(list.contains("1   open   2026-09-21T"), "\(list)")
    #expect(list.contains("gig:1  scam    收了钱 就不见了"), "\(list)")
    let page = try market.ran("report", "1")
    #expect(page.hasPrefix("Report 1 is open: scam.\n"), "\(page)")
    for part in [
      "gig:1 为独立书店设计标志，三个方向可选; visitors see it", "by somebody without an account",
      "ada@example.com", receipt, "zh-CN", "\n  | 收了钱\n  | 就不见了\n",
    ] { #expect(page.contains(part), "\(part) in \(page)") }
    #expect(try market.ran("report", receipt) == page)
    let facts = try market.object("report", "1")
    #expect(facts["detail"] as? String == "收了钱\n就不见了")
    #expect(facts["email"] as? String == "ada@example.com")
    #expect((facts["about"] as? [String: Int]) == ["gig": 1])
    #expect(facts["account"] == nil && facts["settledBy"] == nil)

    let settled = try market.object("report", "settle", receipt, "--as", "upheld", "--note", "下架")
    #expect(settled["report"] as? Int == 1 && settled["state"] as? String == "upheld")
    #expect(try market.ran("reports").contains("No report waits"))
    #expect(try market.ran("reports", "--all").contains("1   upheld"))
    let after = try market.object("report", "1")
    #expect(after["state"] as? String == "upheld" && after["note"] as? String == "下架")
    #expect(after["settledBy"] as? String == "operator")
    let audits = after["audits"] as? [[String: Any]]
    #expect(audits?.map { $0["detail"] as? String } == ["upheld: 下架"])
    #expect(try market.ran("report", "1").contains("by operator\n  note      下架\n"))
    for outcome in ["upheld", "dismissed"] {
      #expect(
        try market.refused("report", "settle", "1", "--as", outcome).contains("settled already"))
    }
    #expect(try market.jishi("check").code == 0)
  }

  @Test func `a report about a seller names him`() async throws {
    let market = try market()
    _ = try await Store.with(try Address(market.database)) { store in
      try await store.write { tx in
        let content = ProfileContent(texts: [
          .chinese: ProfileText(name: "林知远", headline: "设计师", about: "十年。", place: "杭州")
        ])
        try tx.saveProfile(of: ID(1), content, from: 0, by: .operator, at: moment)
      }
    }
    try await file(1, about: .seller(ID(1)), in: market)
    #expect(try market.ran("reports").contains("party:1"))
    #expect(try market.ran("report", "1").contains("party:1 林知远; visitors see it"))
    try market.ran("user", "suspend", "1", "--reason", "骗子")
    #expect(try market.object("report", "1")["shown"] as? Bool == false)
    let settled = try market.ran("report", "settle", "1", "--as", "dismissed")
    #expect(settled == "Report 1 is dismissed.\n")
  }

  @Test func `a long list is leafed through, and long words are cut`() async throws {
    let market = try market()
    for number in 1...3 as ClosedRange<UInt64> {
      try await file(number, String(repeating: "字", count: 41), in: market)
    }
    let first = try market.object("reports", "--limit", "2")
    #expect((first["reports"] as? [Any])?.count == 2)
    #expect(first["next"] as? Int == 2 && first["open"] as? Int == 3)
    let list = try market.ran("reports", "--limit=2")
    #expect(list.hasSuffix("More follow: add `--after 2`.\n"))
    #expect(list.contains(" " + String(repeating: "字", count: 40) + "…\n"))
    try market.ran("report", "settle", "2", "--as", "dismissed")
    func ids(_ words: String...) throws -> [Int] {
      let answer = try market.object(["reports"] + words)
      return (answer["reports"] as? [[String: Any]])?.compactMap { $0["id"] as? Int } ?? []
    }
    #expect(try ids() == [1, 3])
    #expect(try ids("--all") == [1, 2, 3])
    #expect(try ids("--after", "1") == [3])
    #expect(try market.ran("reports", "--after", "3").contains("has a number after 3"))
  }

  static let wrong: [([String], String)] = [
    (["report"], "needs ID"),
    (["report", "7"], "There is no report 7"),
    (["report", "0"], "neither the number of a report nor a receipt"),
    (["report", "0123456789abcdefghjkmnpq"], "no report with the receipt 0123456789abc"),
    (["report", "settel", "1"], "Did you mean `jishi report settle`?"),
    (["report", "settle"], "needs ID"),
    (["report", "settle", "1"], "needs --as OUTCOME"),
    (["report", "settle", "1", "--as", "uphold"], "Did you mean upheld?"),
    (["report", "settle", "7", "--as", "upheld"], "There is no report 7"),
    (["report", "settle", "1", "--as", "upheld", "--note", " "], "The note says nothing"),
    (["report", "1", "2"], "does not know what to do with “2”"),
    (["report", "1", "--as", "upheld"], "`jishi report` has no option --as"),
    (["reports", "1"], "does not know what to do with “1”"),
    (["reports", "--after", "x"], "--after needs a number from 1"),
  ]

  @Test func `wrong use gets one sentence, and changes nothing`() async throws {
    let market = try market()
    try await file(1, in: market)
    let before = try market.object("check")["state"] as? String
    for (words, sentence) in Self.wrong {
      let errors = try market.refused(words)
      #expect(errors.contains(sentence), "\(words): \(errors)")
      #expect(errors.split(separator: "\n").count == 1)
    }
    #expect(try market.object("check")["state"] as? String == before)
  }

  @Test func `help shows how to settle, and that explains itself`() throws {
    let market = try TestMarket()
    let help = try market.ran("report", "--help")
    #expect(help.contains("Usage: jishi report ID [OPTIONS]"))
    #expect(help.contains("\n  jishi report settle ID --as OUTCOME  says what came"), "\(help)")
    #expect(try market.ran("help", "report") == help)
    let own = try market.ran("report", "settle", "--help")
    #expect(own.contains("Usage: jishi report settle ID --as OUTCOME"))
    #expect(own.contains("upheld or dismissed"))
    #expect(try market.ran("help", "report", "settle") == own)
    #expect(try market.ran("report", "7", "--help") == help)
  }
}
