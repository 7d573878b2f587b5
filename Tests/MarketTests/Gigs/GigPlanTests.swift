import Market
import Testing

@Suite struct GigPlanTests {
  static let text = """
    [gig]
    party = party:1
    category = naming
    currency = JPY

    [text zh-CN]
    title = 起名 = 三个方向
    summary = 摘要

    [description zh-CN]
    一
    |
    | # 标题
    |   - 缩进
    || 竖线

    [package]
    name.zh-CN = 起步
    summary.zh-CN = 一个方向
    price = 480
    days = 5
    revisions = unlimited

    [faq]
    question.zh-CN = 问？
    answer.zh-CN = 一
    answer.zh-CN =
    answer.zh-CN = 二

    """

  func plan(_ text: String) throws -> GigPlan { try GigPlan(Sheet(text, file: "a.sheet")) }

  @Test func `lines that mean something in a sheet are kept behind a bar`() throws {
    let content = try plan(Self.text).content
    #expect(content.texts[.chinese]?.title == "起名 = 三个方向")
    #expect(content.texts[.chinese]?.description == "一\n\n# 标题\n  - 缩进\n| 竖线")
    #expect(content.questions.first?.answer == [.chinese: "一\n\n二"])
    #expect(content.origin == .chinese)
  }

  @Test func `prices are read by the currency's scale`() throws {
    #expect(try plan(Self.text).content.packages.first?.price == 480)
    let yuan = Self.text.replacing("JPY", with: "CNY")
    #expect(try plan(yuan).content.packages.first?.price == 48_000)
    #expect(throws: SheetFaults.self) {
      try plan(Self.text.replacing("price = 480", with: "price = 480.5"))
    }
  }

  @Test func `what is printed is read as the same`() throws {
    var content = try plan(Self.text).content
    content.texts[.english] = GigText(title: "Names", summary: "", description: "")
    content.features = [GigFeature(label: [.chinese: "源文件"], packages: [PackageSet(rawValue: 1)])]
    content.extras = [GigExtra(title: [.english: "Rush"], price: 100, deliveryDays: 0)]
    content.requirements = [GigRequirement(question: [.chinese: "谁？"], isNeeded: false)]
    content.attributes = ["style": "minimal", "tone": "warm"]
    let tags: [Localized] = [[.chinese: "标志", .english: "logo"], [.chinese: "起名"]]
    let text = content.sheetText(owner: "party:1", category: "naming", tags: tags)
    let read = try plan(text)
    #expect(read.content == content)
    #expect(read.tags == tags)
    #expect(read.owner == "party:1")
    #expect(read.category == "naming")
  }

  @Test func `a fault is shown at its line, its section, or the top`() throws {
    let plan = try plan(Self.text)
    #expect(plan.fault(.packagePrice(0), "x").line == 20)
    #expect(plan.fault(.packageName(0, .english), "x").line == 17)
    #expect(plan.fault(.description(.chinese), "x").line == 10)
    #expect(plan.fault(.extras, "x").line == 1)
    #expect(plan.unknown("category", "x").line == 3)
  }

  @Test func `everything that cannot be read is told at once`() throws {
    let text = "[gig]\ncategory = naming\n[package]\nprice = x\n[tag]\n[shop]\n"
    #expect {
      try plan(text)
    } throws: { error in
      let lines = (error as? SheetFaults)?.faults.map(\.line)
      return lines == [1, 3, 3, 4, 5, 6]
    }
  }
}
