package import Market

extension Reading where Self: ~Copyable {
  /// In this order; those that are not shown are left out.
  package func gigCards(_ ids: [ID<Gig>]) throws -> [GigCardRecord] {
    try cardShelf(of: ids).cards(ids)
  }

  /// The cards of some gigs. Sellers that are known already are not looked up again.
  func cardShelf(
    of ids: [ID<Gig>], sellers known: [ID<Party>: SellerCardRecord] = [:]
  ) throws -> CardShelf {
    let heads = try cardHeads(ids)
    let unknown = Set(heads.values.map(\.party)).subtracting(known.keys)
    return CardShelf(
      heads: heads, slugs: try slugs(of: .gig, among: heads.keys),
      media: try firstMedia(of: heads.values.map(\.version)),
      sellers: try known.merging(sellerCards(unknown)) { known, _ in known })
  }

  private func cardHeads(_ ids: [ID<Gig>]) throws -> [ID<Gig>: CardHead] {
    var heads: [ID<Gig>: CardHead] = [:]
    try each(
      """
      select g.id, g.party, g.category, g.version, v.origin, g.lowest_price, g.asset, v.scale,
        g.delivery_days, g.orders, g.reviews, g.stars, t.locale, t.title
      from gig g join gig_version v on v.id = g.version join gig_text t on t.version = g.version
      where g.is_shown = 1
        and g.id in ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
      """, among: ids
    ) { row in
      let gig: ID<Gig> = try row[0]
      var head = try heads[gig] ?? CardHead(row: row)
      head.titles[try row[12]] = try row[13] as String
      heads[gig] = head
    }
    return heads
  }

  private func firstMedia(
    of versions: [ID<GigVersion>]
  ) throws -> [ID<GigVersion>: GigMedia] {
    var media: [ID<GigVersion>: GigMedia] = [:]
    try each(
      """
      select m.version, m.file, p.locale, p.text
      from gig_media m left join gig_phrase p
        on p.version = m.version and p.part = 'media' and p.position = m.position
      where m.position = 0
        and m.version in ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
      """, among: versions
    ) { row in
      let version: ID<GigVersion> = try row[0]
      var picture = try media[version] ?? GigMedia(file: row[1], caption: [:])
      if let locale: Locale = try row[2] { picture.caption[locale] = try row[3] as String }
      media[version] = picture
    }
    return media
  }
}

/// What the cards of some gigs are made of.
struct CardShelf {
  let heads: [ID<Gig>: CardHead]
  let slugs: [ID<Gig>: Slugs]
  let media: [ID<GigVersion>: GigMedia]
  let sellers: [ID<Party>: SellerCardRecord]

  func cards(_ ids: [ID<Gig>]) throws -> [GigCardRecord] {
    try ids.compactMap { id in try heads[id].map { try card(id, $0) } }
  }

  private func card(_ id: ID<Gig>, _ head: CardHead) throws -> GigCardRecord {
    GigCardRecord(
      gig: id, category: head.category, titles: head.titles, origin: head.origin,
      slugs: slugs[id] ?? [:], media: media[head.version], lowestPrice: head.lowestPrice,
      deliveryDays: head.deliveryDays, figures: head.figures,
      seller: try seller(of: head).name)
  }

  func seller(of head: CardHead) throws -> SellerCardRecord {
    guard let seller = sellers[head.party] else {
      throw StoreError.corrupt("there is no party \(head.party) to sell a gig")
    }
    return seller
  }
}

/// A gig that is shown, as its own row and its version's have it.
struct CardHead {
  let party: ID<Party>
  let category: ID<Category>
  let version: ID<GigVersion>
  let origin: Locale
  let lowestPrice: Money
  let deliveryDays: Int
  let figures: GigFigures
  var titles = Localized()

  fileprivate init(row: borrowing Row) throws {
    party = try row[1]
    category = try row[2]
    version = try row[3]
    origin = try row[4]
    lowestPrice = Money(minorUnits: try row[5], try Asset(stored: row[6], scale: row[7]))
    deliveryDays = try row[8]
    figures = GigFigures(orders: try row[9], reviews: try row[10], stars: try row[11])
  }
}
