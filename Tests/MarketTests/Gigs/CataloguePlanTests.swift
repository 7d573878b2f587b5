import Market
import Testing

@Suite struct CataloguePlanTests {
  private static let whole = """
    [group design]
    name.zh-CN = 设计
    name.en = Design
    summary.en = What is drawn

    [category logo]
    name.en = Logos
    vertical = studio

    [attribute logo style]
    label.zh-CN = 风格
    label.en = Style
    choice modern.en = Modern
    choice modern.zh-CN = 现代
    choice classic.en = Classic

    [group text]
    name.en = Text
    """

  private func plan(_ texts: String...) throws -> CataloguePlan {
    var sheets: [Sheet] = []
    for (place, text) in texts.enumerated() {
      sheets.append(try Sheet(text, file: "\(place + 1).sheet"))
    }
    // A vertical may stand in any of the files, also after the categories that name it.
    sheets.append(try Sheet("[vertical studio]\nname.en = Studio", file: "studio.sheet"))
    return try CataloguePlan(sheets)
  }

  @Test func `a plan is read as it was written`() throws {
    let plan = try plan(Self.whole, "[category more]\nname.en = More")
    #expect(plan.groups.map(\.slug) == ["design", "text"])
    let design = try #require(plan.groups.first)
    #expect(design.names == both("设计", "Design"))
    #expect(design.summaries == [.english: "What is drawn"])
    let logo = try #require(design.categories.first)
    #expect(logo.vertical == "studio")
    #expect(logo.names == [.english: "Logos"])
    #expect(
      logo.attributes == [
        CategoryAttribute(
          name: "style", label: both("风格", "Style"),
          choices: [
            .init(name: "modern", label: both("现代", "Modern")),
            .init(name: "classic", label: [.english: "Classic"]),
          ])
      ])
    #expect(plan.verticals.map(\.name) == ["studio"])
    #expect(plan.groups.last?.categories.map(\.slug) == ["more"], "a sheet goes on where one ended")
    #expect(plan.groups.last?.categories.first?.vertical == "general")
  }

  @Test func `the longest names and summaries fit`() throws {
    let name = String(repeating: "名", count: Category.nameCharactersMax)
    let summary = String(repeating: "述", count: Category.summaryCharactersMax)
    let plan = try plan("[group a]\nname.zh-CN = \(name)\nsummary.zh-CN = \(summary)")
    #expect(plan.groups.first?.names[.chinese] == name)
    #expect(plan.groups.first?.summaries[.chinese] == summary)
  }

  /// What is added to a good plan, which ends with line 18, and the line where the fault is told.
  @Test(arguments: [
    ("[shelf x]\nname.en = X", 21, "no [shelf …]"),
    ("[group]\nname.en = X", 21, "no name"),
    ("[group A]\nname.en = X", 21, "no name"),
    ("[group a b]\nname.en = X", 21, "no name"),
    ("[group design]\nname.en = X", 21, "twice"),
    ("[category logo]\nname.en = X", 21, "twice"),
    ("[category 标志]\nname.en = X", 21, "no name"),
    ("[group x]", 21, "has no name"),
    ("[category x]\nsummary.en = X", 21, "has no name"),
    ("[group x]\nname.en = X\nvertical = studio", 23, "vertical"),
    ("[category x]\nname.en = X\nvertical = The Studio", 23, "vertical"),
    ("[category x]\nname.en = X\nvertical = studios", 23, "there is no [vertical studios]"),
    (
      "[category x]\nname.en = X\n[attribute x size]\nlabel.en = X\nrequired = maybe", 25,
      "expected yes or no"
    ),
    ("[category x]\nname = X", 22, "name.LANGUAGE"),
    ("[category x]\nname.e = X", 22, "name.LANGUAGE"),
    ("[category x]\nname.en =", 22, "key = value"),
    ("[category x]\nname.en: X", 22, "key = value"),
    ("[category x]\nname.en = X\ncolour.en = red", 23, "colour.en"),
    ("[category x]\nname.en = \u{202E}X", 22, "40 characters"),
    ("[category x]\nname.en = " + String(repeating: "x", count: 41), 22, "40 characters"),
    (
      "[category x]\nname.en = X\nsummary.en = " + String(repeating: "x", count: 161), 23,
      "160 characters"
    ),
    ("[category x]\nname.en = X\nname.en = Y", 23, "twice"),
    ("[attribute style]\nlabel.en = X", 21, "[attribute CATEGORY NAME]"),
    ("[attribute logo size]\nlabel.en = X", 21, "of the group above"),
    ("[category x]\nname.en = X\n[attribute x Size]\nlabel.en = X", 23, "no name"),
    ("[category x]\nname.en = X\n[attribute x size]\nlabel = X", 24, "label.LANGUAGE"),
    ("[category x]\nname.en = X\n[attribute x size]\nlabel.en = X\nchoice a.en = A", 23, "two"),
    (
      "[category x]\nname.en = X\n[attribute x size]\nchoice a.en = A\nchoice b.en = B", 23,
      "needs a label"
    ),
    (
      "[category x]\nname.en = X\n[attribute x size]\nlabel.en = X\nchoice A.en = A", 25,
      "choice NAME"
    ),
    ("[category x]\nname.en = X\n[attribute x size]\nlabel.en = a\u{202E}b", 24, "40 characters"),
    (
      "[category x]\nname.en = X\n[attribute x size]\nlabel.en = X\nchoice a.en = "
        + String(repeating: "x", count: 41), 25, "40 characters"
    ),
    (
      """
      [category x]
      name.en = X
      [attribute x size]
      label.en = X
      choice a.en = A
      choice b.en = B
      [attribute x size]
      """, 27, "twice"
    ),
  ])
  func `a fault is told with its line`(added: String, line: Int, what: String) throws {
    let error = #expect(throws: SheetError.self) { try plan(Self.whole + "\n\n\n" + added) }
    let fault = try #require(error)
    #expect(fault.file == "1.sheet")
    #expect(fault.line == line)
    #expect(fault.what.contains(what), "\(fault)")
  }

  @Test func `a category needs a group, and a sheet knows what the one before it had`() throws {
    #expect(throws: SheetError("1.sheet", 1, "a [group …] must come first")) {
      try plan("[category x]\nname.en = X")
    }
    let error = #expect(throws: SheetError.self) {
      try plan(Self.whole, "# More.\n[category logo]\nname.en = X")
    }
    #expect(error?.file == "2.sheet")
    #expect(error?.line == 2)
  }
}
