import Market
import Store

extension Command {
  static let createGig = Command(
    name: "gig create", summary: "makes a gig out of a file", operands: [Operand(name: "FILE")],
    options: [
      Option(name: "publish", value: nil, summary: "and publish it, if nothing is wrong with it")
    ],
    details: """
      Without --publish it stays a draft, which may be unfinished. A file in two languages; what
      stands in one must stand in the other before it can be published:

      \(example.split(separator: "\n", omittingEmptySubsequences: false)
        .map { $0.isEmpty ? "" : "    \($0)" }.joined(separator: "\n"))

      In a description, a line that is empty or begins with #, [ or | stands behind a |. An answer of
      several lines has its key several times. `jishi gig show ID --version N` prints such a file.
      """
  ) { arguments, config in
    let path = arguments.operands[0]
    let plan = try GigPlan(Sheet(try TextFile.read(path), file: path))
    let isPublished = arguments.has("publish")
    let gig = try await config.change { tx, now in
      try tx.createGig(plan, isPublished: isPublished, at: now)
    }
    let next = gig.draft == nil ? "" : " `jishi gig publish \(gig.id)` puts it up."
    return Report(gig.outcome, lines: ["Made gig \(gig.id). \(gig.outcomeLine)\(next)"])
  }

  static let example = """
    [gig]
    # The seller: party:NUMBER, an e-mail address, or the number of an account.
    party = lin@example.com
    # The name of a category in addresses; `jishi catalogue` shows them.
    category = logo-design
    # The language in which it was written first, and the currency of all prices.
    origin = zh-CN
    currency = CNY

    [text zh-CN]
    title = 为独立书店设计标志，三个方向可选
    summary = 先看清招牌挂在哪里，再动笔画标志。

    [description zh-CN]
    标志最怕两件事：屏幕上好看，放到门头就散；或者换个底色就认不出来。
    |
    | ## 您会收到
    - 墨稿、彩稿、反白稿

    [text en]
    title = Logos for independent bookshops, three directions
    summary = The sign's place comes first, the drawing second.

    [description en]
    A logo fails in two ways: it falls apart on the shopfront, or it vanishes on another colour.
    |
    | ## What you get
    - black, colour and reversed versions

    # One to three packages, the smallest first.
    [package]
    name.zh-CN = 起步
    name.en = Starter
    summary.zh-CN = 一个方向，墨稿与彩稿
    summary.en = One direction, in black and colour
    price = 480.00
    days = 5
    # A number, or unlimited.
    revisions = 2

    # A line of the table that compares the packages, and which of them have it.
    [feature]
    label.zh-CN = 源文件
    label.en = Source files
    packages = 1

    [extra]
    title.zh-CN = 加急
    title.en = Rush delivery
    price = 200.00
    # More days; 0 when it takes none.
    days = 0

    [requirement]
    question.zh-CN = 店名怎么写？
    question.en = How is the name written?
    needed = yes

    [faq]
    question.zh-CN = 商标能注册下来吗？
    question.en = Can it be registered?
    answer.zh-CN = 以商标局审查为准。
    answer.en = The trademark office has the last word.

    [tag]
    name.zh-CN = 标志
    name.en = logo

    # The category's own fields, if it has some.
    [attributes]
    style = minimal
    """
}

extension Transaction {
  fileprivate func createGig(
    _ plan: GigPlan, isPublished: Bool, at now: Instant
  ) throws -> Gig {
    let category = try plan.locating("category") { try self.category(named: plan.category) }
    let owner = try plan.locating("party") { try self.party(Who(plan.owner)) }
    var content = plan.content
    do {
      content.tags = try plan.tags.map { try tag($0, by: .operator, at: now) }
    } catch GigError.unfit {
      throw plan.fault(
        .tags, "a tag has at most \(Tag.nameCharactersMax) characters in one line")
    }
    // The party has been found; what is refused now is its state, or the category.
    let gig = try plan.locating(owner.isActive ? "category" : "party") {
      try openGig(of: owner.id, in: category.id, by: .operator, at: now)
    }
    var made = try reviseGig(gig.id, content, from: gig.revision, by: .operator, at: now)
    if isPublished {
      do {
        made = try publishGig(gig.id, by: .operator, at: now)
      } catch GigError.unfit(let faults) {
        throw SheetFaults(faults.map { plan.fault($0.field, $0.sentence(in: content.asset)) })
      }
    }
    try noteOperator(
      isPublished ? "create and publish" : "create", .gig, gig.id.number, at: now)
    return try self.gig(made.id)
  }
}

extension GigPlan {
  /// What the file names and the market does not have is a fault of the file's line.
  fileprivate func locating<Value>(_ key: String, _ find: () throws -> Value) throws -> Value {
    do {
      return try find()
    } catch let error where Failure(error).code == .usage {
      throw unknown(key, "\(key): \(Failure(error).sentence)")
    }
  }
}
