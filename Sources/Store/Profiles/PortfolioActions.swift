package import Market

/// What parties show of their work.
extension Transaction {
  @discardableResult
  package func addPortfolioItem(
    of id: ID<Party>, in category: ID<Category>?, titles: Localized, summaries: Localized = [:],
    year: Int?, by actor: Actor, at now: Instant
  ) throws -> ID<PortfolioItem> {
    let work = PortfolioWork(category: category, titles: titles, summaries: summaries, year: year)
    return try addPortfolioItem(of: id, work, by: actor, at: now)
  }

  /// It stands after the others.
  @discardableResult
  package func addPortfolioItem(
    of id: ID<Party>, _ work: PortfolioWork, by actor: Actor, at now: Instant
  ) throws -> ID<PortfolioItem> {
    let profile = try existing(id)
    let others = try row(
      "select count(*), coalesce(max(position), 0) from portfolio_item where party = $1", id
    ) { (count: try $0[0] as Int, last: try $0[1] as Int) }
    let item = try PortfolioItem(id: next(PortfolioItem.self), party: id, work)
      .checked(of: party(id), by: actor, others: others?.count ?? 0)
    try mustHaveFiles(item)
    try run(
      """
      insert into portfolio_item (id, party, category, year, position, link, revision)
      values ($1, $2, null, null, $3, null, $4)
      """, item.id, id, (others?.last ?? 0) + 1, item.revision)
    try write(item)
    try touch(profile, at: now)
    return item.id
  }

  /// `seen` is the revision that the writer worked from.
  package func editPortfolioItem(
    _ id: ID<PortfolioItem>, _ work: PortfolioWork, from seen: Int, by actor: Actor,
    at now: Instant
  ) throws {
    let item = try existing(id)
    let edited = try item.edited(work, of: party(item.party), from: seen, by: actor)
    try mustHaveFiles(edited)
    try write(edited)
    try touch(existing(item.party), at: now)
  }

  /// One place towards the first, or towards the last. Where it can go no further it stays.
  package func movePortfolioItem(
    _ id: ID<PortfolioItem>, up: Bool, by actor: Actor, at now: Instant
  ) throws {
    let item = try existing(id)
    try actor.must(.present, over: item.party, or: ProfileError.self)
    var items = try portfolio(of: item.party).map(\.id)
    guard let place = items.firstIndex(of: id) else { throw ProfileError.unknownItem(id) }
    let other = up ? place - 1 : place + 1
    if items.indices.contains(other) { items.swapAt(place, other) }
    for (place, id) in items.enumerated() {
      try run("update portfolio_item set position = $1 where id = $2", place + 1, id)
    }
    try touch(existing(item.party), at: now)
  }

  package func removePortfolioItem(
    _ id: ID<PortfolioItem>, by actor: Actor, at now: Instant
  ) throws {
    let item = try existing(id)
    try actor.must(.present, over: item.party, or: ProfileError.self)
    try run("delete from portfolio_item where id = $1", id)
    try run("delete from portfolio_text where item = $1", id)
    try run("delete from portfolio_media where item = $1", id)
    try touch(existing(item.party), at: now)
  }

  private func mustHaveFiles(_ item: PortfolioItem) throws {
    let faults = try item.work.mediaFaults(
      of: item.party, Array(media(item.work.media).values))
    guard faults.isEmpty else { throw ProfileError.unfit(faults) }
  }

  private func existing(_ id: ID<PortfolioItem>) throws -> PortfolioItem {
    guard let item = try portfolioItem(id) else { throw ProfileError.unknownItem(id) }
    return item
  }

  private func write(_ item: PortfolioItem) throws {
    let work = item.work
    if let category = work.category { _ = try self.category(category) }
    try run(
      """
      update portfolio_item set category = $1, year = $2, link = $3, revision = $4 where id = $5
      """, work.category, work.year, work.link, item.revision, item.id)
    try run("delete from portfolio_text where item = $1", item.id)
    for (locale, title) in work.titles.inOrder {
      try run(
        "insert into portfolio_text (item, locale, title, summary) values ($1, $2, $3, $4)",
        item.id, locale, title, work.summaries[locale] ?? "")
    }
    try run("delete from portfolio_media where item = $1", item.id)
    for (place, file) in work.media.enumerated() {
      try run(
        "insert into portfolio_media (item, position, file) values ($1, $2, $3)", item.id, place,
        file)
    }
  }

  /// The page of the seller shows it.
  private func touch(_ profile: Profile, at now: Instant) throws {
    try record(
      Change(of: .profile, profile.party.number, from: profile.route, to: profile.route), at: now)
  }
}

extension Reading where Self: ~Copyable {
  package func portfolio(of party: ID<Party>) throws -> [PortfolioItem] {
    try portfolios(of: [party])[party] ?? []
  }

  /// Nil when there is no such item.
  package func portfolioItem(_ id: ID<PortfolioItem>) throws -> PortfolioItem? {
    let party = try row("select party from portfolio_item where id = $1", id) {
      try $0[0] as ID<Party>
    }
    return try party.flatMap { try portfolio(of: $0).first { $0.id == id } }
  }

  func portfolios(of parties: [ID<Party>]) throws -> [ID<Party>: [PortfolioItem]] {
    var items: [PortfolioItem] = []
    var places: [ID<PortfolioItem>: Int] = [:]
    try each(
      """
      select i.id, i.party, i.revision, i.category, i.year, i.link, t.locale, t.title, t.summary
      from portfolio_item i left join portfolio_text t on t.item = i.id
      where i.party in (ids) order by i.party, i.position, i.id, t.locale
      """, among: parties, column: 1
    ) { row in
      let id: ID<PortfolioItem> = try row[0]
      if items.last?.id != id {
        places[id] = items.count
        items.append(try PortfolioItem(row: row))
      }
      guard let locale: Locale = try row[6] else { return }
      items[items.count - 1].work.titles[locale] = try row[7] as String
      let summary: String = try row[8]
      if !summary.isEmpty { items[items.count - 1].work.summaries[locale] = summary }
    }
    try each(
      "select item, file from portfolio_media where item in (ids) order by item, position",
      among: items.map(\.id).sorted()
    ) { row in
      guard let place = places[try row[0]] else { return }
      items[place].work.media.append(try row[1])
    }
    return Dictionary(grouping: items, by: \.party)
  }
}

extension PortfolioItem {
  fileprivate init(row: borrowing Row) throws {
    self.init(
      id: try row[0], party: try row[1], revision: try row[2],
      PortfolioWork(
        category: try row[3], titles: [:], year: try row[4], link: try row[5]))
  }
}
