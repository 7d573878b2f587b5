package import Market
import Theme

extension GigPage {
  /// As it is on offer, or one version of it as it was: that one never changes, so it shows neither
  /// what others say of the gig nor what is beside it.
  package init(_ record: GigRecord, asVersion: Bool = false, in edition: Edition) {
    let gig = GigComposer(record, asVersion: asVersion, edition)
    let content = record.content
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
      title: gig.title,
      summary: gig.summary,
      description: Markdown.html(gig.description.text, for: .people, anchors: "about"),
      descriptionLanguage: gig.description.lang.flatMap(Token.init),
      writtenIn: gig.writtenIn, original: gig.original,
      pictures: [edition.picture(edition.drawing(of: record), isFirst: true)],
      packages: gig.packages, features: gig.features,
      lowestPrice: gig.amount(content.lowestPrice ?? 0), extras: gig.extras,
      requirements: gig.requirements, questions: gig.questions, attributes: gig.attributes,
      tags: record.tags.compactMap { tag in
        edition.said(tag.names).map { NamedLink(name: $0, link: edition.link(.tag(tag.slug))) }
      },
      seller: edition.seller(record.seller),
      rating: isOffer ? .mean(of: record.figures.stars, over: record.figures.reviews) : nil,
      reviewCount: isOffer ? Int(record.figures.reviews) : 0,
      orderCount: isOffer && record.figures.orders > 0 ? Int(record.figures.orders) : nil,
      starCounts: isOffer ? record.stars.lines : [],
      aspects: isOffer ? record.stars.aspects : [],
      reviews: isOffer ? record.reviews.map { edition.line($0) } : [],
      related: isOffer ? gig.related.map { edition.card($0) } : [],
      category: gig.category, cancelAfterHours: edition.rules.order.lateCancelHours,
      acceptAfterDays: edition.rules.order.silentAcceptanceDays,
      guide: edition.guide(.help, "ordering"))
  }
}

/// The parts of a gig's page, in one language.
struct GigComposer {
  let record: GigRecord
  let isVersion: Bool
  let edition: Edition
  let content: GigContent
  let title: Said
  let summary: Said?
  let description: Said
  private let titles: Localized

  init(_ record: GigRecord, asVersion: Bool = false, _ edition: Edition) {
    self.record = record
    isVersion = asVersion
    self.edition = edition
    content = record.content
    titles = Localized(content.texts.mapValues(\.title))
    title = edition.said(titles, first: content.origin) ?? Said("\(record.gig)")
    summary = edition.said(Localized(content.texts.mapValues(\.summary)), first: content.origin)
    description =
      edition.said(Localized(content.texts.mapValues(\.description)), first: content.origin)
      ?? Said("")
  }

  func said(_ text: Localized) -> Said? { edition.said(text, first: content.origin) }

  func amount(_ minorUnits: Int64) -> Amount {
    Amount(Money(minorUnits: minorUnits, content.asset))
  }

  var page: Translations {
    edition.translations(of: address, in: content.locales, first: content.origin)
  }

  var address: PageAddress {
    isVersion ? .gigVersion(record.version.id) : .gig(record.gig, record.slugs)
  }

  var head: Head {
    Head(
      page: page, title: headTitle, heading: title.text, summary: headSummary,
      isIndexed: !isVersion, kind: "product",
      trail: edition.trail(to: record.category))
  }

  /// With the seller's name if there is room for it.
  private var headTitle: String {
    if isVersion {
      return edition.words(VersionTitle(title: title.text, number: record.version.number))
    }
    let seller = edition.seller(record.seller.name).name.text
    let whole = edition.words(GigTitle(title: title.text, seller: seller))
    return whole.count <= edition.room.title ? whole : title.text
  }

  private var headSummary: String {
    let plain =
      summary?.text ?? Markdown.plain(description.text, atMost: edition.room.summary)
    return plain.isEmpty ? title.text : plain
  }

  /// The name of the language of the description, when it is not this page's.
  var writtenIn: String? {
    guard content.texts[edition.locale] == nil else { return nil }
    let language = content.texts[content.origin] == nil ? content.locales.first : content.origin
    return language.flatMap { edition.formats.name(ofLanguage: $0.tag) }
  }

  /// Where the words are as they were written, when these are a machine's.
  var original: Link? {
    guard case .translated(_, byMachine: true)? = content.texts[edition.locale]?.source,
      content.origin != edition.locale
    else { return nil }
    return address.link(in: content.origin)
  }

  var category: NamedLink {
    edition.trail(to: record.category).last ?? edition.namedLink(.catalogue)
  }

  var related: [GigCardRecord] {
    Related.shown(of: record.related.map(\.seller.party)).map { record.related[$0] }
  }

  /// The one in the middle, or the first of two.
  private var chosen: Int { (content.packages.count - 1) / 2 }

  var packages: [PackageLine] {
    content.packages.enumerated().map { place, package in
      PackageLine(
        number: place + 1, name: said(package.name) ?? Said("\(place + 1)"),
        summary: said(package.summary), price: amount(package.price),
        deliveryDays: package.deliveryDays, revisions: package.revisions,
        isChosen: place == chosen)
    }
  }

  var features: [FeatureLine] {
    content.features.compactMap { feature in
      said(feature.label).map { label in
        FeatureLine(
          label: label,
          cells: content.packages.indices.map {
            FeatureCell(isIn: feature.packages.holds($0), isChosen: $0 == chosen)
          })
      }
    }
  }

  var requirements: [RequirementLine] {
    content.requirements.compactMap { each in
      said(each.question).map { RequirementLine(question: $0, isNeeded: each.isNeeded) }
    }
  }

  var questions: [QuestionLine] {
    content.questions.compactMap { each in
      guard let question = said(each.question), let answer = said(each.answer) else { return nil }
      return QuestionLine(question: question, answer: answer)
    }
  }

  var extras: [ExtraLine] {
    content.extras.compactMap { extra in
      said(extra.title).map {
        ExtraLine(
          title: $0, price: amount(extra.price),
          deliveryDays: extra.deliveryDays > 0 ? extra.deliveryDays : nil)
      }
    }
  }

  /// In the order of the category; a choice that the category no longer has is not shown.
  var attributes: [AttributeLine] {
    guard let entry = edition.catalogue[record.category] else { return [] }
    return entry.attributes.compactMap { attribute in
      guard let name = content.attributes[attribute.name],
        let choice = attribute.choices.first(where: { $0.name == name }),
        let label = edition.said(attribute.label), let value = edition.said(choice.label)
      else { return nil }
      return AttributeLine(label: label, value: value)
    }
  }
}

extension Edition {
  /// The pages of a gig, for sitemaps.
  package func translations(of record: GigRecord) -> Translations {
    GigComposer(record, self).page
  }

  package func title(of record: GigRecord) -> String { GigComposer(record, self).title.text }

  /// What must be drawn for its page.
  package func drawing(of record: GigRecord) -> CoverDrawing {
    CoverDrawing(
      of: record.category, Localized(record.content.texts.mapValues(\.title)),
      first: record.content.origin, in: catalogue)
  }

  func guide(_ section: Article.Section, _ name: String) -> Link? {
    library.article(section, name, in: locale).map { link($0.address) }
  }
}
