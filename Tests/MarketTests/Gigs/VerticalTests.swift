import Market
import Testing

@Suite struct VerticalTests {
  private static let text = """
    [vertical audits]
    name.zh-CN = 审计
    name.en = Audits
    summary.en = Signed first
    requirements = 2

    [step scope]
    name.en = Scope
    summary.en = What is tested

    [step report]
    name.zh-CN = 报告
    name.en = Report

    [promise authorised]
    text.zh-CN = 有授权
    text.en = With authorisation
    """

  private static let audits = Vertical(
    name: "audits", names: both("审计", "Audits"), summaries: [.english: "Signed first"],
    requirementsMin: 2,
    steps: [
      .init(name: "scope", names: [.english: "Scope"], summaries: [.english: "What is tested"]),
      .init(name: "report", names: both("报告", "Report"), summaries: [:]),
    ], promises: [.init(name: "authorised", text: both("有授权", "With authorisation"))])

  private func vertical(_ text: String) throws -> Vertical {
    try Vertical(Sheet(text, file: "audits.sheet"))
  }

  @Test func `a vertical is read as it was written, and as it is printed`() throws {
    #expect(try vertical(Self.text) == Self.audits)
    #expect(try vertical(Self.audits.sheetText) == Self.audits)
  }

  /// What is added to a good vertical, which ends with line 17, and the line of the fault.
  @Test(arguments: [
    ("[vertical audits]\nname.en = X", 18, "twice"),
    ("[vertical general]\nname.en = X", 18, "without a vertical"),
    ("[vertical X]\nname.en = X", 18, "is no name"),
    ("[vertical x]\nsummary.en = X", 18, "has no name"),
    ("[vertical x]\nname.en = X\nrequirements = 11", 20, "from 0 to 10"),
    ("[vertical x]\nname.en = X\nrequirements = some", 20, "from 0 to 10"),
    ("[vertical x]\nname.en = X\ncolour = red", 20, "colour"),
    ("[step scope]\nname.en = X", 18, "twice"),
    ("[step end]\nsummary.en = X", 18, "has no name"),
    ("[step end]\nname.en = " + String(repeating: "x", count: 41), 19, "40 characters"),
    ("[step end]\nname.en = X\nname.en = Y", 20, "twice"),
    ("[step end]\nname.en = X\nsummary.en = a\u{202E}b", 20, "160 characters"),
    ("[promise authorised]\ntext.en = X", 18, "twice"),
    ("[promise quiet]", 18, "has no text"),
    ("[promise quiet]\ntext.en = " + String(repeating: "x", count: 201), 19, "200 characters"),
    ("[promise quiet]\nname.en = X", 19, "text.LANGUAGE"),
    ("[group x]\nname.en = X", 18, "no [group …]"),
  ])
  func `a fault is told with its line`(added: String, line: Int, what: String) throws {
    let error = #expect(throws: SheetError.self) { try vertical(Self.text + "\n" + added) }
    #expect(error?.line == line)
    #expect(error?.what.contains(what) == true, "\(error?.what ?? "")")
  }

  @Test func `a step and a promise belong to a vertical above`() throws {
    for text in ["[step a]\nname.en = A", "[promise a]\ntext.en = A"] {
      #expect(throws: SheetError("audits.sheet", 1, "a [vertical …] must come first")) {
        try vertical(text)
      }
    }
  }

  // MARK: What it asks of gigs

  private func faults(
    _ content: GigContent, required: Bool = false, _ vertical: Vertical? = audits
  ) -> [GigFault] {
    let styles = GigContent.styles.map {
      CategoryAttribute(name: $0.name, label: $0.label, choices: $0.choices, isRequired: required)
    }
    return content.faults(under: .standard, attributes: styles, vertical: vertical)
  }

  private static let question = GigRequirement(question: both("谁?", "Who?"), isNeeded: true)

  private static let fit = GigContent.full.with {
    $0.requirements = [question, question]
    $0.promises = ["authorised"]
  }

  @Test func `what the vertical asks must be there, and is told field by field`() {
    #expect(faults(Self.fit, required: true) == [])
    let bare = Self.fit.with {
      $0.requirements = [Self.question]
      $0.attributes = [:]
    }
    #expect(
      faults(bare, required: true) == [
        .missing(.requirements), .missing(.attribute("style")), .missing(.promise("authorised")),
      ])
    #expect(faults(bare, nil) == [])
  }

  @Test func `a promise is one of the vertical, and kept or not there`() {
    let other = Self.fit.with { $0.promises = ["authorised", "quiet"] }
    #expect(faults(other) == [.unknown(.promise("quiet"))])
    #expect(
      faults(Self.fit, nil) == [.unknown(.promise("authorised"))], "the category asks for none")
    let half = Self.fit.with { $0.attributes["promise.authorised"] = "no" }
    #expect(half.promises == [])
    #expect(faults(half) == [.unknown(.promise("authorised"))])
  }

  @Test func `promises are taken back without touching other choices`() {
    var content = Self.fit
    #expect(content.attributes == ["style": "modern", "promise.authorised": "yes"])
    content.promises = []
    #expect(content.attributes == ["style": "modern"])
  }

  @Test func `a promise goes through the gig's file`() throws {
    let text = Self.fit.sheetText(owner: "party:1", category: "logo", tags: [])
    let plan = try GigPlan(Sheet(text, file: "a.sheet"))
    #expect(plan.content.promises == ["authorised"])
    let line = plan.fault(.promise("authorised"), "x").line
    #expect(
      text.split(separator: "\n", omittingEmptySubsequences: false)[line - 1]
        == "promise.authorised = yes")
  }
}
