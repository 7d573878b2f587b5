package import Market

extension Reading where Self: ~Copyable {
  /// How parties stand beside their gigs, whether they have a page or not: those that there are,
  /// in this order.
  package func sellerCards(_ parties: [ID<Party>]) throws -> [SellerCardRecord] {
    try CardBox().sellers.things(parties) { try readSellers($0) }.compactMap(\.self)
  }

  /// All of them, in this order.
  func sellers(_ parties: [ID<Party>], _ cards: CardBox) throws -> [SellerCardRecord] {
    let found = try cards.sellers.things(parties) { try readSellers($0) }
    return try zip(parties, found).map { party, seller in
      guard let seller else {
        throw StoreError.corrupt("there is no party \(party) to sell anything")
      }
      return seller
    }
  }

  private func readSellers(_ parties: [ID<Party>]) throws -> Gathered<Party, SellerCardRecord> {
    var sellers = Gathered<Party, SellerCardRecord>()
    try each(
      """
      select p.id, p.kind, p.name, p.language, p.opened_at, f.level, f.is_shown, f.hourly_rate,
        f.asset, f.scale, f.gigs_shown, f.orders, f.reviews, f.stars, f.on_time, f.answers_in,
        t.locale, t.name, t.headline, t.place
      from party p left join profile f on f.party = p.id
        left join profile_text t on t.party = p.id
      where p.id in (ids)
      """, among: parties
    ) { row in
      try sellers.change(row[0], orAdd: SellerCardRecord(row: row)) {
        try $0.addTexts(row: row)
      }
    }
    let slugs = try slugs(of: .profile, among: sellers.ids)
    for (party, own) in zip(slugs.ids, slugs.records) {
      sellers.change(party) { $0.name.slugs = own }
    }
    return sellers
  }
}

extension SellerCardRecord {
  fileprivate init(row: borrowing Row) throws {
    let language: Locale = try row[3]
    let level: Level? = try row[5]
    let name = SellerNameRecord(
      party: try row[0], kind: try row[1], names: Localized([language: try row[2]]),
      language: language, slugs: Slugs(), level: level ?? .new, isShown: try row[6] ?? false)
    self.init(
      name: name, headlines: Localized(), places: Localized(),
      figures: level == nil ? SellerFigures() : try SellerFigures(row: row, from: 10),
      hourlyRate: name.isShown ? try Money.hourlyRate(row: row, from: 7) : nil,
      openedAt: try row[4])
  }

  /// Of a profile that is not shown only the name is.
  fileprivate mutating func addTexts(row: borrowing Row) throws {
    guard let locale: Locale = try row[16] else { return }
    let written: String = try row[17]
    if !written.isEmpty { name.names[locale] = written }
    guard name.isShown else { return }
    headlines[locale] = try row[18] as String
    places[locale] = try row[19] as String
  }
}
