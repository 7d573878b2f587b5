import Market
import Theme

/// Composes pages of one edition, and remembers what stands on many of them: cards, names, seals.
/// What comes of it is the same as without. It is for one thread; each has its own.
package final class Composer {
  /// How much it remembers.
  package struct Room: Sendable {
    /// For who prints everything.
    package static let usual = Room(cards: 2_048, names: 2_048, seals: 8_192)
    /// For who prints a little now and then.
    package static let little = Room(cards: 256, names: 256, seals: 256)

    let cards: Int
    let names: Int
    let seals: Int
  }

  private static let gigsMax = 4

  package let edition: Edition
  let place: PicturePlace
  private var cards: Known<ID<Gig>, GigCardRecord, GigCard>
  private var sellers: Known<ID<Party>, SellerNameRecord, SellerName>
  private var tags: Known<ID<Tag>, Tag, NamedLink?>
  private var seals: Known<UInt64, String, Seal>
  private var gigs = Known<ID<GigVersion>, GigRecord, GigParts>(atMost: gigsMax)
  private var trails: [ID<Category>: [NamedLink]] = [:]

  package init(_ edition: Edition, _ room: Room = .usual, seen place: PicturePlace = .site) {
    self.edition = edition
    self.place = place
    cards = Known(atMost: room.cards)
    sellers = Known(atMost: room.names)
    tags = Known(atMost: room.names)
    seals = Known(atMost: room.seals)
  }

  func card(_ record: GigCardRecord) -> GigCard {
    if let card = cards[record.gig, of: record] { return card }
    let card = GigCard(
      title: edition.said(record.titles, first: record.origin) ?? Said("\(record.gig)"),
      link: edition.link(.gig(record.gig, record.slugs)),
      picture: picture(of: record),
      seller: seller(record.seller),
      rating: .mean(of: record.figures.stars, over: record.figures.reviews),
      reviewCount: Int(record.figures.reviews), deliveryDays: record.deliveryDays,
      price: Amount(record.lowestPrice), stamp: .new())
    cards.keep(card, as: record.gig, of: record)
    return card
  }

  private func picture(of record: GigCardRecord) -> Picture {
    let owner = CoverDrawing.Owner.gig(record.gig)
    return record.picture.flatMap { PublicFiles($0, of: owner).picture(in: edition, at: .site) }
      ?? edition.picture(
        CoverDrawing(
          of: owner, record.titles, in: record.category, first: record.origin,
          edition.catalogue))
  }

  func seller(_ record: SellerNameRecord) -> SellerName {
    if let seller = sellers[record.party, of: record] { return seller }
    let name = edition.name(record)
    let seller = SellerName(
      name: name,
      link: record.isShown ? edition.link(.seller(record.party, record.slugs)) : nil,
      // The same stone in every language.
      seal: seal(of: record.names[record.language] ?? name.text), level: record.level,
      isStudio: record.kind == .organisation)
    sellers.keep(seller, as: record.party, of: record)
    return seller
  }

  func seal(of name: String) -> Seal {
    // The bytes make a key sooner than Unicode's rules, by which texts are equal.
    let key = name.utf8.reduce(0) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
    if let seal = seals[key, of: name] { return seal }
    let seal = Seal(of: name)
    seals.keep(seal, as: key, of: name)
    return seal
  }

  func namedLink(_ tag: Tag) -> NamedLink? {
    if let link = tags[tag.id, of: tag] { return link }
    let link = edition.said(tag.names).map {
      NamedLink(name: $0, link: edition.link(.tag(tag.slug)))
    }
    tags.keep(link, as: tag.id, of: tag)
    return link
  }

  /// The page of a gig and that of its version, which come one soon after the other, say the same.
  func parts(of record: GigRecord) -> GigParts {
    let version = record.version.id
    if let parts = gigs.find(version, where: { GigParts.areSame($0, record) }) { return parts }
    let parts = GigParts(record, by: self)
    gigs.keep(parts, as: version, of: record)
    return parts
  }

  /// Where it is explained how one orders.
  private(set) lazy var orderingGuide = edition.guide(.help, "ordering")

  /// From the group down to a category. What is closed has no page, and what stands in it none either.
  func trail(to id: ID<Category>) -> [NamedLink] {
    if let trail = trails[id] { return trail }
    let trail = edition.trail(to: id)
    trails[id] = trail
    return trail
  }
}
