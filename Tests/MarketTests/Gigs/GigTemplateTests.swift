import Foundation
import Market
import Testing

@Suite struct GigTemplateTests {
  private static let text = """
    [template quick]
    name.en = Quick
    summary.en = For a start
    category = logo
    origin = en

    [text en]
    title = A logo
    summary = In three days

    [description en]
    A fine logo.

    [package]
    name.en = Basic
    summary.en = One draft
    price = 100
    days = 3
    revisions = 2

    [tag]
    name.en = logo

    [attributes]
    style = modern
    """

  private static let catalogue = """
    [group design]
    name.en = Design
    [category logo]
    name.en = Logos
    [attribute logo style]
    label.en = Style
    required = yes
    choice modern.en = Modern
    choice classic.en = Classic
    """

  private func plan(_ templates: String...) throws -> CataloguePlan {
    var plan = try CataloguePlan([Sheet(Self.catalogue, file: "all.sheet")])
    var sheets: [Sheet] = []
    for (place, text) in templates.enumerated() {
      sheets.append(try Sheet(text, file: "\(place + 1).sheet"))
    }
    try plan.add(templates: sheets)
    return plan
  }

  @Test func `what is left for the seller to write keeps it from being published`() throws {
    let asking = Self.text.replacing(
      "A fine logo.", with: "A fine logo.\n|\n【Who you are.】\n|\n【What you drew.】")
    let template = try #require(try plan(asking).templates.first)
    let left = { (description: String) in
      var content = template.content
      content.texts[.english]?.description = description
      return content.blanksLeft(by: [template])
    }
    let fault = [GigFault.notFilled(.description(.english))]
    #expect(template.content.blanksLeft(by: [template]) == fault)
    #expect(left("Me: 【What you drew.】") == fault)
    #expect(left("【New】 I drew things.").isEmpty && left("").isEmpty)
    #expect(template.content.blanksLeft(by: []).isEmpty)
    #expect(try template.content.blanksLeft(by: plan(Self.text).templates).isEmpty)
  }

  @Test func `a template is a gig without an owner, and printed as it is read`() throws {
    let template = try #require(try plan(Self.text).templates.first)
    #expect(template.name == "quick")
    #expect(template.category == "logo")
    #expect(template.names == [.english: "Quick"])
    #expect(template.summaries == [.english: "For a start"])
    #expect(template.content.origin == .english)
    #expect(template.content.packages.first?.price == 10_000)
    #expect(template.content.attributes == ["style": "modern"])
    #expect(template.tags == [[.english: "logo"]])
    #expect(try GigTemplate(Sheet(template.sheetText, file: "again")) == template)
  }

  @Test(arguments: [
    ("[template quick]", "[template Quick]", 1, "is no name"),
    ("[template quick]", "[gig]", 1, "no section [template]"),
    ("name.en = Quick\n", "", 1, "has no name"),
    ("category = logo", "category = seal", 1, "no [category seal]"),
    ("category = logo", "party = 1\ncategory = logo", 4, "party"),
    ("origin = en", "origin = english", 5, "no language"),
    ("price = 100", "price = cheap", 17, "amount of CNY"),
    ("style = modern", "style = wild", 25, "no such field or choice"),
    ("style = modern", "size = large\nstyle = modern", 25, "no such field or choice"),
    ("style = modern", "style = modern\npromise.quiet = yes", 26, "only a seller"),
    ("[attributes]\nstyle = modern", "", 1, "must be chosen in logo"),
  ])
  func `a fault is told with its line`(old: String, new: String, line: Int, what: String) throws {
    let error = #expect(throws: SheetFaults.self) {
      try plan(Self.text.replacing(old, with: new))
    }
    let fault = try #require(error?.faults.first { $0.what.contains(what) }, "\(error as Any)")
    #expect(fault.line == line)
  }

  @Test func `a name stands once, and the faults of all files are told`() throws {
    let error = #expect(throws: SheetFaults.self) {
      try plan(Self.text, Self.text, Self.text.replacing("logo\norigin", with: "seal\norigin"))
    }
    #expect(error?.faults.map(\.file) == ["2.sheet", "3.sheet"])
  }

  // MARK: What is shipped

  private static let folder = URL(filePath: #filePath)
    .appending(path: "../../../../content/categories").standardized

  private static func sheets(_ name: String) throws -> [Sheet] {
    let folder = name.isEmpty ? folder : folder.appending(path: name)
    return try FileManager.default.contentsOfDirectory(atPath: folder.path()).sorted()
      .filter { $0.hasSuffix(".sheet") }
      .map { try Sheet(String(contentsOf: folder.appending(path: $0), encoding: .utf8), file: $0) }
  }

  private static func shipped() throws -> CataloguePlan {
    var plan = try CataloguePlan(sheets("") + sheets("verticals"))
    try plan.add(templates: sheets("templates"))
    return plan
  }

  @Test func `each vertical that is shipped has categories, steps, promises and templates`() throws
  {
    let plan = try Self.shipped()
    #expect(plan.verticals.map(\.name) == ["ai-agents", "healthcare-it", "security-audits"])
    let entries = plan.groups.flatMap(\.categories)
    for vertical in plan.verticals {
      let own = entries.filter { $0.vertical == vertical.name }
      #expect(!own.isEmpty)
      #expect(own.allSatisfy { $0.attributes.contains(where: \.isRequired) })
      #expect(plan.templates.count { own.map(\.slug).contains($0.category) } == 2)
      #expect(vertical.steps.count >= 5)
      #expect(vertical.promises.count == 3)
      let texts =
        [vertical.names, vertical.summaries] + vertical.promises.map(\.text)
        + vertical.steps.flatMap { [$0.names, $0.summaries] }
      for text in texts { #expect(text.texts.keys.sorted() == [.english, .chinese]) }
    }
  }

  /// All that is left to the seller is to promise, which no file can do.
  @Test func `each template that is shipped lacks nothing but the seller's promises`() throws {
    let plan = try Self.shipped()
    #expect(plan.templates.count == 8)
    for template in plan.templates {
      let entry = try #require(
        plan.groups.flatMap(\.categories).first { $0.slug == template.category })
      let vertical = plan.verticals.first { $0.name == entry.vertical }
      func faults(_ content: GigContent) -> [GigFault] {
        content.faults(under: .standard, attributes: entry.attributes, vertical: vertical)
      }
      let promises = vertical?.promises.map(\.name) ?? []
      #expect(
        faults(template.content) == promises.map { .missing(.promise($0)) }, "\(template.name)")
      #expect(faults(template.content.with { $0.promises = Set(promises) }) == [])
      #expect(template.content.locales == [.english, .chinese])
      #expect(template.names.texts.count == 2 && template.summaries.texts.count == 2)
      let limits = Rules.standard.gig
      #expect(template.tags.count <= limits.tagsMax)
      #expect(template.tags.flatMap { $0.inOrder.map(\.text) }.allSatisfy(limits.tag.allows))
    }
  }
}
