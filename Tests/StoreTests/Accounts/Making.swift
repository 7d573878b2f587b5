import Market
import Proving

@testable import Store

/// Short ways to what most tests begin with. Moments are `now`, words are as few as may be.
extension Transaction {
  func person(_ name: String) throws -> Account {
    try openAccount(
      name: name, contact: Contact(email: "\(name)@example.com"), locale: .chinese, by: .visitor,
      at: now)
  }

  func people(_ names: String...) throws -> [Account] { try names.map { try person($0) } }

  func organisation(_ name: String, of owner: Account) throws -> ID<Party> {
    try found(name, in: .chinese, owner: owner.party, by: .operator, at: now).id
  }

  /// Two categories in one group.
  func catalogue() throws -> [ID<Market.Category>] {
    try saveCatalogue(
      CataloguePlan([Sheet(catalogueText, file: "all.sheet")]), by: .operator, at: now)
    return try categories().filter { $0.group != nil }.map(\.id)
  }

  /// A gig that visitors see.
  func gig(
    of party: ID<Party>, in category: ID<Market.Category>, _ content: GigContent = .sample
  ) throws -> ID<Gig> {
    let gig = try openGig(of: party, in: category, by: .operator, at: now)
    try reviseGig(gig.id, content, from: 0, by: .operator, at: now)
    return try publishGig(gig.id, by: .operator, at: now).id
  }

  /// An order of a gig that was completed now.
  func deal(_ order: Int64, of id: ID<Gig>, buyer: ID<Party>) throws -> Deal {
    let gig = try gig(id)
    guard let version = gig.version else { throw GigError.nothingToPublish }
    return Deal(
      order: order, gig: id, version: version, buyer: buyer, seller: gig.party, completedAt: now)
  }

  @discardableResult
  func review(
    _ deal: Deal, _ side: Review.Side, _ stars: Int = 5, at moment: Instant = now
  ) throws -> ID<Review> {
    try writeReview(on: deal, as: side, .sample(stars), by: .operator, at: moment).id
  }

  /// Its receipt is drawn by the end of the log, so that no two are alike.
  @discardableResult
  func report(
    _ subject: ReportSubject, _ detail: String = "骗子", by actor: Actor = .visitor
  ) throws -> ID<Report> {
    var random = Seeded(UInt64(position().number))
    return try fileReport(
      Report.Complaint(about: subject, because: .scam, detail: detail, in: .chinese),
      receipt: PublicID(using: &random), by: actor, at: now
    ).id
  }
}

private let catalogueText = """
  [group design]
  name.en = Design
  [category logos]
  name.en = Logos
  [category posters]
  name.en = Posters
  """

extension GigContent {
  static let sample = GigContent(
    origin: .chinese,
    texts: [.chinese: GigText(title: "标志设计", summary: "一个标志", description: "三天之内。")],
    packages: [
      GigPackage(
        name: [.chinese: "基础"], summary: [.chinese: "一稿"], price: 10_000, deliveryDays: 3,
        revisions: 1)
    ])
}

extension ProfileContent {
  static let sample = ProfileContent(texts: [
    .chinese: ProfileText(name: "王小明", headline: "设计师", about: "十年经验。", place: "杭州")
  ])
}

extension Review.Words {
  static func sample(_ stars: Int = 5) -> Self {
    Self(
      stars: Review.Stars(overall: stars, quality: 4, communication: 5, timeliness: 3),
      text: "很好", language: .chinese)
  }
}

/// What a log must keep: each change of a thing begins where the one before ended.
extension Reading where Self: ~Copyable {
  func brokenChains() throws -> [LoggedChange] {
    var routes: [Subject: Route] = [:]
    return try changes(after: .start, atMost: 100_000).filter { logged in
      let change = logged.change
      let subject = Subject(
        noun: change.noun, number: change.subject, isList: change.after?.seen != nil)
      let known = routes[subject]
      routes[subject] = change.after
      // Every listing is there from the beginning, with nothing in it, and so is all company.
      if known == nil, change.before?.seen == 0 || change.noun == .related { return false }
      return change.before != known
    }
  }
}

private struct Subject: Hashable {
  let noun: Noun
  let number: Int64
  /// How many stand in a list is a thing of its own.
  let isList: Bool
}
