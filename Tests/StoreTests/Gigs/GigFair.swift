import Market

@testable import Store

/// A market with a catalogue, sellers and tags, on which the tests of gigs stand.
struct GigFair: Sendable {
  let ground: Ground
  let store: Store
  let sellers: [ID<Party>]
  let categories: [ID<Category>]
  let tags: [ID<Tag>]

  static let catalogue = """
    [group design]
    name.en = Design
    [category logo]
    name.en = Logos
    summary.zh-CN = 标志
    [attribute logo style]
    label.en = Style
    choice modern.en = Modern
    choice classic.en = Classic
    [category poster]
    name.en = Posters
    [group text]
    name.en = Text
    [category letter]
    name.en = Letters
    """

  static func open(
    _ engine: Engine, sellers count: Int = 2, _ body: (GigFair) async throws -> Void
  ) async throws {
    let ground = try Ground(engine)
    try await ground.withStore { store in
      try await body(GigFair(ground, store, sellers: count))
    }
  }

  private init(_ ground: Ground, _ store: Store, sellers count: Int) async throws {
    self.ground = ground
    self.store = store
    let plan = try Self.plan(Self.catalogue)
    (sellers, categories, tags) = try await store.write { tx in
      try tx.saveCatalogue(plan, by: .operator, at: now)
      let sellers = try (0..<count).map { number in
        try tx.openAccount(
          name: "Seller \(number)", contact: Contact(email: "seller\(number)@example.org"),
          locale: .english, by: .operator, at: now
        ).party
      }
      let tags = try (0..<8).map { try tx.tag([.english: "tag \($0)"], by: .operator, at: now) }
      return (sellers, try tx.categories().filter { $0.group != nil }.map(\.id), tags)
    }.value
  }

  static func plan(_ text: String) throws -> CataloguePlan {
    try CataloguePlan([Sheet(text, file: "catalogue")])
  }

  func goods(_ skills: [ID<Skill>]) -> GigDeed.Goods {
    GigDeed.Goods(sellers: sellers, categories: categories, tags: tags, skills: skills)
  }

  /// The seller of this place, signed in.
  func actor(_ place: Int) -> Actor {
    .member(Actor.Standing(account: ID(sellers[place].number), party: sellers[place]))
  }

  @discardableResult
  func write<Value: Sendable>(
    _ body: @escaping @Sendable (borrowing Transaction) throws -> Value
  ) async throws -> Value {
    try await store.write(body).value
  }

  func read<Value: Sendable>(
    _ body: @escaping @Sendable (borrowing Snapshot) throws -> Value
  ) async throws -> Value {
    try await store.read(body)
  }

  /// A gig of the first seller in the first category, on show.
  func published(_ content: GigContent = .small) async throws -> ID<Gig> {
    let (seller, category) = (sellers[0], categories[0])
    return try await write { tx in try tx.publishNew(of: seller, in: category, content) }
  }
}

extension Transaction {
  func publishNew(
    of seller: ID<Party>, in category: ID<Category>, _ content: GigContent = .small
  ) throws -> ID<Gig> {
    let gig = try openGig(of: seller, in: category, by: .operator, at: now)
    try publish(gig.id, content)
    return gig.id
  }

  func publish(
    _ gig: ID<Gig>, _ content: GigContent, by actor: Actor = .operator, at moment: Instant = now
  ) throws {
    try makeReady(content, of: self.gig(gig).party)
    try reviseGig(gig, content, from: self.gig(gig).revision, by: actor, at: moment)
    try publishGig(gig, by: actor, at: moment)
  }
}

extension GigContent {
  /// As little as may be published.
  static let small = titled("A logo")

  static func titled(_ title: String, tags: [ID<Tag>] = []) -> GigContent {
    GigContent(
      origin: .english,
      texts: [.english: GigText(title: title, summary: "Quick", description: "Fine.")],
      packages: [
        GigPackage(
          name: [.english: "Basic"], summary: [.english: "One"], price: 10_000, deliveryDays: 3,
          revisions: nil)
      ], tags: tags)
  }

  func with(_ change: (inout GigContent) -> Void) -> GigContent {
    var content = self
    change(&content)
    return content
  }
}

/// What some tables hold, row by row, by their keys.
struct TablePicture: Equatable, Sendable {
  struct Place: Hashable, Sendable {
    let table: String
    let key: [Value]
  }

  private(set) var tables: [String: [[Value]: [Value]]] = [:]

  init(_ shapes: [TableShape], of reading: borrowing some Reading & ~Copyable) throws {
    for shape in shapes {
      let places = shape.key.compactMap { key in shape.columns.firstIndex { $0.name == key } }
      var rows: [[Value]: [Value]] = [:]
      for row in try reading.rows(shape.rowsInOrder, as: { try shape.values(of: $0) }) {
        rows[places.map { row[$0] }] = row
      }
      tables[shape.name] = rows
    }
  }

  subscript(place: Place) -> [Value]? { tables[place.table]?[place.key] }

  /// Where a row was added, taken away or changed.
  func differences(from other: TablePicture) -> [Place] {
    tables.flatMap { table, rows in
      let others = other.tables[table] ?? [:]
      let changed = rows.compactMap { key, row in others[key] == row ? nil : key }
      let gone = others.keys.filter { rows[$0] == nil }
      return (changed + gone).map { Place(table: table, key: $0) }
    }
  }
}

extension GigFair {
  func shapes(_ names: [String]) throws -> [TableShape] {
    let connection = try ground.address.open(.reading)
    defer { connection.close() }
    return try connection.tables().filter { names.contains($0.name) }
  }
}

extension Value {
  var number: Int64 { if case .int(let number) = self { number } else { 0 } }
  var text: String { if case .text(let text) = self { text } else { "" } }
}
