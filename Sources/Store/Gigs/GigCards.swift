package import Market

extension Reading where Self: ~Copyable {
  /// In this order; those that are not shown are left out.
  package func gigCards(_ ids: [ID<Gig>]) throws -> [GigCardRecord] {
    try boxed(ids, CardBox()).compactMap { $0?.card }
  }

  /// The cards of some gigs, in this order; nil for one that is not shown. What is known of their
  /// versions is not read again.
  func boxed(
    _ ids: [ID<Gig>], _ cards: CardBox,
    knowing written: Gathered<GigVersion, WrittenVersion> = Gathered()
  ) throws -> [BoxedGig?] {
    try cards.gigs.things(ids) { try readGigs($0, written, cards) }
  }

  private func readGigs(
    _ ids: [ID<Gig>], _ written: Gathered<GigVersion, WrittenVersion>, _ cards: CardBox
  ) throws -> Gathered<Gig, BoxedGig> {
    let heads = try cardHeads(ids)
    let versions = heads.records.map(\.version)
    let faces = try cardFaces(versions.filter { !written.has($0) })
    let slugs = try slugs(of: .gig, among: heads.ids)
    let sellers = try sellers(heads.records.map(\.party), cards)
    var gigs = Gathered<Gig, BoxedGig>()
    for (place, id) in heads.ids.enumerated() {
      let head = heads.records[place]
      guard let face = faces[head.version] ?? written[head.version].map(CardFace.init) else {
        throw StoreError.corrupt("there is no version \(head.version) of gig \(id)")
      }
      let price = Money(
        minorUnits: head.lowestPrice, try Asset(stored: head.asset, scale: face.scale))
      let card = GigCardRecord(
        gig: id, category: head.category, titles: face.titles, origin: face.origin,
        slugs: slugs[id] ?? Slugs(), picture: face.picture, lowestPrice: price,
        deliveryDays: head.deliveryDays, figures: head.figures, seller: sellers[place].name)
      gigs.add(BoxedGig(card, of: head.version), as: id)
    }
    return gigs
  }

  private func cardHeads(_ ids: [ID<Gig>]) throws -> Gathered<Gig, CardHead> {
    var heads = Gathered<Gig, CardHead>()
    try each(
      """
      select id, party, category, version, lowest_price, asset, delivery_days, orders, reviews,
        stars
      from gig where is_shown = 1 and id in (ids)
      """, among: ids
    ) { heads.add(try CardHead(row: $0), as: try $0[0]) }
    return heads
  }

  private func cardFaces(
    _ versions: [ID<GigVersion>]
  ) throws -> Gathered<GigVersion, CardFace> {
    var faces = Gathered<GigVersion, CardFace>()
    try each(
      """
      select v.id, v.origin, v.scale, t.locale, t.title
      from gig_version v join gig_text t on t.version = v.id where v.id in (ids)
      """, among: versions
    ) { row in
      try faces.change(row[0], orAdd: CardFace(row: row)) {
        $0.titles[try row[3]] = try row[4] as String
      }
    }
    let files = try shownFiles(of: versions)
    for (version, files) in zip(files.ids, files.records) {
      faces.change(version) { $0.picture = files.first(where: \.hasPicture) }
    }
    return faces
  }
}

/// A gig that is shown, as its own row has it.
private struct CardHead {
  let party: ID<Party>
  let category: ID<Category>
  let version: ID<GigVersion>
  let lowestPrice: Int64
  let asset: String
  let deliveryDays: Int
  let figures: GigFigures

  init(row: borrowing Row) throws {
    party = try row[1]
    category = try row[2]
    version = try row[3]
    lowestPrice = try row[4]
    asset = try row[5]
    deliveryDays = try row[6]
    figures = GigFigures(orders: try row[7], reviews: try row[8], stars: try row[9])
  }
}

/// What a card shows of a version.
private struct CardFace {
  let origin: Locale
  let scale: Int
  var titles = Localized()
  var picture: ShownFile?

  init(row: borrowing Row) throws {
    origin = try row[1]
    scale = try row[2]
  }

  init(_ written: WrittenVersion) {
    origin = written.content.origin
    scale = written.content.asset.scale
    titles = Localized(written.content.texts.mapValues(\.title))
    picture = written.files.first(where: \.hasPicture)
  }
}
