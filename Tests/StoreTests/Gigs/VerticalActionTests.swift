import Market
import Testing

@testable import Store

@Suite struct VerticalActionTests {
  private static let catalogue =
    GigFair.catalogue.replacing("summary.zh-CN = 标志", with: "vertical = studio")
    .replacing("label.en = Style", with: "label.en = Style\nrequired = yes") + "\n" + studio

  private static let studio = """
    [vertical studio]
    name.zh-CN = 工作室
    name.en = Studio
    summary.en = Drafts first
    requirements = 1
    [step draft]
    name.en = Draft
    summary.en = On paper
    [step final]
    name.en = Final
    [promise original]
    text.zh-CN = 原创
    text.en = My own work
    """

  private static let template = """
    [template quick]
    name.en = Quick
    category = logo
    [text en]
    title = A logo
    summary = In three days
    [package]
    name.en = Basic
    summary.en = One draft
    price = 100
    days = 3
    revisions = unlimited
    [attributes]
    style = modern
    """

  @discardableResult
  private func save(_ text: String, templates: [String] = [], _ fair: GigFair) async throws -> Int {
    var plan = try GigFair.plan(text)
    var sheets: [Sheet] = []
    for text in templates { sheets.append(try Sheet(text, file: "template")) }
    try plan.add(templates: sheets)
    let whole = plan
    return try await fair.write { try $0.saveCatalogue(whole, by: .operator, at: now) }
  }

  @Test(arguments: Engine.all)
  func `verticals, templates and what categories ask are kept as the files say`(
    engine: Engine
  ) async throws {
    try await GigFair.open(engine) { fair in
      let plan = try GigFair.plan(Self.catalogue)
      let template = try GigTemplate(Sheet(Self.template, file: "template"))
      #expect(try await save(Self.catalogue, templates: [Self.template], fair) == 3)
      #expect(try await save(Self.catalogue, templates: [Self.template], fair) == 0)
      try await fair.read { [logo = fair.categories[0], poster = fair.categories[1]] snapshot in
        #expect(try snapshot.verticals() == plan.verticals)
        #expect(try snapshot.vertical(named: "studio") == plan.verticals[0])
        #expect(try snapshot.vertical(named: "general") == nil)
        #expect(try snapshot.vertical(of: logo) == plan.verticals[0])
        #expect(try snapshot.vertical(of: poster) == nil)
        #expect(try snapshot.gigTemplates(in: logo) == [template])
        #expect(try snapshot.gigTemplates(in: poster) == [])
        #expect(try snapshot.gigTemplate(named: "quick") == template)
        #expect(try snapshot.gigTemplate(named: "slow") == nil)
        #expect(
          try snapshot.categoryAttributes(of: logo) == plan.groups[0].categories[0].attributes)
        let record = try snapshot.catalogueRecord()
        #expect(record.vertical(of: logo) == plan.verticals[0])
        #expect(record.vertical(of: poster) == nil)
        #expect(record[logo]?.attributes == plan.groups[0].categories[0].attributes)
      }
    }
  }

  @Test(arguments: Engine.all)
  func `a changed vertical is told by its categories, and what no file has is taken away`(
    engine: Engine
  ) async throws {
    try await GigFair.open(engine) { fair in
      try await save(Self.catalogue, templates: [Self.template], fair)
      let start = try await fair.read { try $0.position() }
      let other = Self.catalogue.replacing("On paper", with: "On screen")
      #expect(try await save(other, templates: [Self.template], fair) == 1)
      let logo = fair.categories[0].number
      let changes = try await fair.read { try $0.changes(after: start, atMost: 9) }
      #expect(changes.map(\.change.noun) == [.category])
      #expect(changes.map(\.change.subject) == [logo])
      let slower = Self.template.replacing("days = 3", with: "days = 4")
      #expect(try await save(other, templates: [slower], fair) == 1)
      #expect(try await save(GigFair.catalogue, fair) == 3, "category, vertical and template")
      #expect(try await fair.read { try $0.verticals() } == [])
      #expect(try await fair.read { try $0.gigTemplate(named: "quick") } == nil)
    }
  }

  @Test(arguments: Engine.all)
  func `nobody publishes what a template leaves for him to write`(engine: Engine) async throws {
    try await GigFair.open(engine) { fair in
      let gig = try await fair.published()
      let asking = Self.template.replacing(
        "[package]", with: "[description en]\n【Who you are.】\n[package]")
      try await save(
        GigFair.catalogue, templates: [asking.replacing("[attributes]\nstyle = modern", with: "")],
        fair)
      let saying = { (description: String) in
        GigContent.titled("Next").with { $0.texts[.english]?.description = description }
      }
      let left = saying("Me: 【Who you are.】")
      await #expect(throws: GigError.unfit([.notFilled(.description(.english))])) {
        try await fair.write { try $0.publish(gig, left) }
      }
      let own = saying("Me: a painter.")
      try await fair.write { try $0.publish(gig, own) }
    }
  }

  @Test(arguments: Engine.all)
  func `a gig is published when it has what its category asks`(engine: Engine) async throws {
    try await GigFair.open(engine) { fair in
      let before = try await fair.published()
      try await save(Self.catalogue, fair)
      #expect(try await fair.read { try $0.gig(before).isShown }, "what is there stays")
      let missing: [GigFault] = [
        .missing(.requirements), .missing(.attribute("style")), .missing(.promise("original")),
      ]
      await #expect(throws: GigError.unfit(missing)) {
        try await fair.write { try $0.publish(before, .titled("Next")) }
      }
      let fit = GigContent.titled("Next").with {
        $0.requirements = [GigRequirement(question: [.english: "Who?"], isNeeded: true)]
        $0.attributes = ["style": "modern"]
        $0.promises = ["original"]
      }
      try await fair.write { try $0.publish(before, fit) }
      let record = try await fair.read { try $0.gigRecord(before) }
      #expect(record?.content == fit)
      #expect(record?.content.promises == ["original"])
      // The same promise means nothing where nobody asks for it.
      let elsewhere = GigError.unfit([
        .unknown(.promise("original")), .unknown(.attribute("style")),
      ])
      await #expect(throws: elsewhere) {
        try await fair.write { [seller = fair.sellers[0], poster = fair.categories[1]] tx in
          _ = try tx.publishNew(of: seller, in: poster, fit)
        }
      }
    }
  }

  @Test(arguments: Engine.all)
  func `a text that cannot be read is told as what it is`(engine: Engine) async throws {
    try await GigFair.open(engine) { fair in
      try await save(Self.catalogue, templates: [Self.template], fair)
      try await fair.write { tx in
        try tx.run("update vertical set sheet = $1", "[vertical studio]")
        try tx.run("update gig_template set sheet = $1", "[template quick]")
      }
      for read in [
        { _ = try $0.verticals() }, { _ = try $0.gigTemplate(named: "quick") },
      ] as [@Sendable (borrowing Snapshot) throws -> Void] {
        let error = await #expect(throws: StoreError.self) { try await fair.read(read) }
        #expect("\(error as Any)".contains("cannot be read"))
      }
      // Loading the files again mends it, since it does not have to understand what was there.
      #expect(try await save(Self.catalogue, templates: [Self.template], fair) == 2)
      #expect(try await fair.read { try $0.verticals().count } == 1)
    }
  }
}
