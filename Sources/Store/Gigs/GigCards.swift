package import Market

extension Reading where Self: ~Copyable {
  /// In this order; those that are not shown are left out.
  package func gigCards(_ ids: [ID<Gig>]) throws -> [GigCardRecord] {
    try boxed(ids, CardBox()).compactMap { $0?.card }
  }

  /// The cards of some gigs, in this order; nil for one that is not shown.
  func boxed(_ ids: [ID<Gig>], _ cards: CardBox) throws -> [BoxedGig?] {
    try cards.gigs.things(ids) { try readGigs($0, cards) }
  }

  private func readGigs(
    _ ids: [ID<Gig>], _ cards: CardBox
  ) throws -> Gathered<Gig, BoxedGig> {
    let heads = try cardHeads(ids)
    let slugs = try slugs(of: .gig, among: heads.ids)
    let media = try firstMedia(of: heads.records.map(\.version))
    let sellers = try sellers(heads.records.map(\.party), cards)
    var gigs = Gathered<Gig, BoxedGig>()
    for (place, id) in heads.ids.enumerated() {
      let head = heads.records[place]
      let card = GigCardRecord(
        gig: id, category: head.category, titles: head.titles, origin: head.origin,
        slugs: slugs[id] ?? Slugs(), media: media[head.version], lowestPrice: head.lowestPrice,
        deliveryDays: head.deliveryDays, figures: head.figures, seller: sellers[place].name)
      gigs.add(BoxedGig(card, of: head.version), as: id)
    }
    return gigs
  }

  private func cardHeads(_ ids: [ID<Gig>]) throws -> Gathered<Gig, CardHead> {
    var heads = Gathered<Gig, CardHead>()
    try each(
      """
      select g.id, g.party, g.category, g.version, v.origin, g.lowest_price, g.asset, v.scale,
        g.delivery_days, g.orders, g.reviews, g.stars, t.locale, t.title
      from gig g join gig_version v on v.id = g.version join gig_text t on t.version = g.version
      where g.is_shown = 1 and g.id in (ids)
      """, among: ids
    ) { row in
      try heads.change(row[0], orAdd: { try CardHead(row: row) }) {
        $0.titles[try row[12]] = try row[13] as String
      }
    }
    return heads
  }

  private func firstMedia(of versions: [ID<GigVersion>]) throws -> Gathered<GigVersion, GigMedia> {
    var media = Gathered<GigVersion, GigMedia>()
    try each(
      """
      select m.version, m.file, p.locale, p.text
      from gig_media m left join gig_phrase p
        on p.version = m.version and p.part = 'media' and p.position = m.position
      where m.position = 0 and m.version in (ids)
      """, among: versions
    ) { row in
      try media.change(
        row[0], orAdd: { try GigMedia(file: row[1], caption: Localized()) }
      ) {
        if let locale: Locale = try row[2] { $0.caption[locale] = try row[3] as String }
      }
    }
    return media
  }
}

/// A gig that is shown, as its own row and its version's have it.
private struct CardHead {
  let party: ID<Party>
  let category: ID<Category>
  let version: ID<GigVersion>
  let origin: Locale
  let lowestPrice: Money
  let deliveryDays: Int
  let figures: GigFigures
  var titles = Localized()

  init(row: borrowing Row) throws {
    party = try row[1]
    category = try row[2]
    version = try row[3]
    origin = try row[4]
    lowestPrice = Money(minorUnits: try row[5], try Asset(stored: row[6], scale: row[7]))
    deliveryDays = try row[8]
    figures = GigFigures(orders: try row[9], reviews: try row[10], stars: try row[11])
  }
}
