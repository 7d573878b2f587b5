package import Market
import Theme

extension GigPage {
  package init(_ record: GigRecord, asVersion: Bool = false, in edition: Edition) {
    self.init(record, asVersion: asVersion, by: Composer(edition))
  }

  /// As it will be, with pictures that the site does not have yet.
  package init(exactly record: GigRecord, in edition: Edition) {
    self.init(record, by: Composer(edition, .little, seen: .studio(record.gig)))
  }

  /// As it is on offer, or one version of it as it was: that one never changes, so it shows neither
  /// what others say of the gig nor what is beside it, and leads to no tag, which may be gone.
  package init(_ record: GigRecord, asVersion: Bool = false, by composer: Composer) {
    let edition = composer.edition
    let gig = GigComposer(record, asVersion: asVersion, by: composer)
    let parts = gig.parts
    let isOffer = !asVersion
    let publishedOn = record.version.publishedAt.map { edition.day($0) }
    self.init(
      frame: edition.frame(gig.head), number: Int(record.gig.number),
      version: isOffer
        ? nil
        : VersionLine(
          number: record.version.number, day: publishedOn,
          current: edition.link(.gig(record.gig, record.slugs)), isCurrent: record.isCurrent),
      versionLink: isOffer ? edition.link(.gigVersion(record.version.id)) : nil,
      versionNumber: isOffer ? record.version.number : nil,
      versionDay: isOffer ? publishedOn : nil,
      title: parts.title, summary: parts.summary, description: parts.about,
      descriptionLanguage: parts.description.lang.flatMap(Token.init),
      writtenIn: gig.writtenIn, original: gig.original, pictures: parts.pictures,
      hasGallery: parts.pictures.count > 1, attachments: parts.attachments,
      packages: parts.packages, features: parts.features, lowestPrice: parts.lowestPrice,
      extras: parts.extras, requirements: parts.requirements, questions: parts.questions,
      attributes: parts.attributes, steps: parts.steps, promises: parts.promises,
      tags: isOffer ? parts.tags : [], seller: parts.seller,
      rating: isOffer ? .mean(of: record.figures.stars, over: record.figures.reviews) : nil,
      reviewCount: isOffer ? Int(record.figures.reviews) : 0,
      orderCount: isOffer && record.figures.orders > 0 ? .seen(record.figures.orders) : nil,
      starCounts: isOffer ? record.stars.lines : [],
      aspects: isOffer ? record.stars.aspects : [],
      reviews: isOffer ? record.reviews.map { composer.line($0) } : [],
      related: isOffer ? gig.related : [],
      category: gig.category, cancelAfterHours: edition.rules.order.lateCancelHours,
      acceptAfterDays: edition.rules.order.silentAcceptanceDays, guide: composer.orderingGuide,
      report: isOffer ? edition.reportLink(on: .gig(record.gig, record.slugs)) : nil)
  }
}

/// What stands around the parts of a gig on one of its pages.
private struct GigComposer {
  let record: GigRecord
  let isVersion: Bool
  let composer: Composer
  let edition: Edition
  let parts: GigParts

  init(_ record: GigRecord, asVersion: Bool, by composer: Composer) {
    self.record = record
    isVersion = asVersion
    self.composer = composer
    edition = composer.edition
    parts = composer.parts(of: record)
  }

  private var address: PageAddress {
    isVersion ? .gigVersion(record.version.id) : .gig(record.gig, record.slugs)
  }

  var head: Head {
    Head(
      page: edition.translations(of: record.content, at: address), title: headTitle,
      heading: parts.title.text, summary: headSummary, isIndexed: !isVersion, kind: "product",
      picture: card, trail: composer.trail(to: record.category))
  }

  /// Drawn for this language, once it is.
  private var card: Picture? {
    record.cards.first { $0.language == edition.locale }.map { card in
      Picture(
        link: edition.site.origin.whole("/\(card.publicFile(of: record.gig).name)"),
        width: ShareCard.width, height: ShareCard.height, caption: Said(parts.title.text))
    }
  }

  /// With the seller's name if there is room for it.
  private var headTitle: String {
    let title = parts.title.text
    if isVersion {
      return edition.words(VersionTitle(title: title, number: record.version.number))
    }
    let whole = edition.words(GigTitle(title: title, seller: parts.seller.who.name.text))
    return whole.hasAtMost(edition.room.title) ? whole : title
  }

  private var headSummary: String {
    let plain =
      parts.summary?.text ?? Markdown.plain(parts.description.text, atMost: edition.room.summary)
    return plain.isEmpty ? parts.title.text : plain
  }

  /// The name of the language of the description, when it is not this page's.
  var writtenIn: String? {
    let texts = record.content.texts
    guard !texts.has(edition.locale) else { return nil }
    let origin = record.content.origin
    return (texts.has(origin) ? origin : texts.first?.key).flatMap { edition.name(of: $0) }
  }

  /// Where the words are as they were written, when these are a machine's.
  var original: Link? {
    let origin = record.content.origin
    guard origin != edition.locale,
      case .translated(_, byMachine: true)? = record.content.texts[edition.locale]?.source
    else { return nil }
    return address.link(in: origin)
  }

  var category: NamedLink {
    composer.trail(to: record.category).last ?? edition.namedLink(.catalogue)
  }

  var related: [GigCard] {
    let all = record.related
    let parties = all.indices.map { all[$0].seller.party }
    return composer.cards(all, at: Related.shown(of: parties))
  }
}

extension Edition {
  /// The pages of a gig, for sitemaps.
  package func translations(of record: GigRecord) -> Translations {
    translations(of: record.content, at: .gig(record.gig, record.slugs))
  }

  fileprivate func translations(
    of content: GigContent, at address: PageAddress
  ) -> Translations {
    translations(of: address, first: content.origin) { content.texts.has($0) }
  }

  func summary(_ record: GigRecord) -> Said? {
    said(record.content.texts, first: record.content.origin, \.summary)
  }

  func title(_ record: GigRecord) -> Said {
    said(record.content.texts, first: record.content.origin, \.title) ?? Said("\(record.gig)")
  }

  package func title(of record: GigRecord) -> String { title(record).text }

  /// What must be drawn for its page.
  package func drawing(of record: GigRecord) -> CoverDrawing {
    let texts = record.content.texts
    let first = texts[record.content.origin].map(\.title) ?? ""
    let title = first.isEmpty ? texts.first { !$0.value.title.isEmpty }?.value.title : first
    return CoverDrawing(
      of: .gig(record.gig), titled: title ?? "", in: record.category, catalogue)
  }

  func guide(_ section: Article.Section, _ name: String) -> Link? {
    library.article(section, name, in: locale).map { link($0.address) }
  }
}
