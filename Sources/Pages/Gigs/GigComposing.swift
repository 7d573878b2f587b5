package import Market
import Theme

extension GigPage {
  package init(_ record: GigRecord, asVersion: Bool = false, in edition: Edition) {
    self.init(record, asVersion: asVersion, by: Composer(edition))
  }

  /// As it is on offer, or one version of it as it was: that one never changes, so it shows neither
  /// what others say of the gig nor what is beside it.
  package init(_ record: GigRecord, asVersion: Bool = false, by composer: Composer) {
    let edition = composer.edition
    let gig = GigComposer(record, asVersion: asVersion, by: composer)
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
      description: composer.description(gig.description.text, of: record.version.id.number),
      descriptionLanguage: gig.description.lang.flatMap(Token.init),
      writtenIn: gig.writtenIn, original: gig.original,
      pictures: [edition.picture(edition.drawing(of: record), isFirst: true)],
      packages: gig.packages, features: gig.features,
      lowestPrice: gig.amount(content.lowestPrice ?? 0), extras: gig.extras,
      requirements: gig.requirements, questions: gig.questions, attributes: gig.attributes,
      tags: record.tags.compactMap { composer.namedLink($0) },
      seller: composer.line(record.seller),
      rating: isOffer ? .mean(of: record.figures.stars, over: record.figures.reviews) : nil,
      reviewCount: isOffer ? Int(record.figures.reviews) : 0,
      orderCount: isOffer && record.figures.orders > 0 ? Int(record.figures.orders) : nil,
      starCounts: isOffer ? record.stars.lines : [],
      aspects: isOffer ? record.stars.aspects : [],
      reviews: isOffer ? record.reviews.map { composer.line($0) } : [],
      related: isOffer ? gig.related : [],
      category: gig.category, cancelAfterHours: edition.rules.order.lateCancelHours,
      acceptAfterDays: edition.rules.order.silentAcceptanceDays, guide: composer.orderingGuide)
  }
}

/// The parts of a gig's page, in one language.
struct GigComposer {
  let record: GigRecord
  let isVersion: Bool
  let composer: Composer
  let edition: Edition
  let content: GigContent
  let title: Said
  let summary: Said?
  let description: Said

  init(_ record: GigRecord, asVersion: Bool = false, by composer: Composer) {
    self.record = record
    isVersion = asVersion
    self.composer = composer
    edition = composer.edition
    content = record.content
    title = edition.title(record)
    summary = edition.said(content.texts, first: content.origin, \.summary)
    description =
      edition.said(content.texts, first: content.origin, \.description) ?? Said("")
  }

  func said(_ text: Localized) -> Said? { edition.said(text, first: content.origin) }

  func amount(_ minorUnits: Int64) -> Amount {
    Amount(Money(minorUnits: minorUnits, content.asset))
  }

  var address: PageAddress {
    isVersion ? .gigVersion(record.version.id) : .gig(record.gig, record.slugs)
  }

  var head: Head {
    Head(
      page: edition.translations(of: content, at: address), title: headTitle,
      heading: title.text, summary: headSummary, isIndexed: !isVersion, kind: "product",
      trail: composer.trail(to: record.category))
  }

  /// With the seller's name if there is room for it.
  private var headTitle: String {
    if isVersion {
      return edition.words(VersionTitle(title: title.text, number: record.version.number))
    }
    let seller = composer.seller(record.seller.name).name.text
    let whole = edition.words(GigTitle(title: title.text, seller: seller))
    return whole.hasAtMost(edition.room.title) ? whole : title.text
  }

  private var headSummary: String {
    let plain =
      summary?.text ?? Markdown.plain(description.text, atMost: edition.room.summary)
    return plain.isEmpty ? title.text : plain
  }

  /// The name of the language of the description, when it is not this page's.
  var writtenIn: String? {
    guard !content.texts.has(edition.locale) else { return nil }
    let language =
      content.texts.has(content.origin) ? content.origin : content.texts.first?.key
    return language.flatMap { edition.name(of: $0) }
  }

  /// Where the words are as they were written, when these are a machine's.
  var original: Link? {
    guard case .translated(_, byMachine: true)? = content.texts[edition.locale]?.source,
      content.origin != edition.locale
    else { return nil }
    return address.link(in: content.origin)
  }

  var category: NamedLink {
    composer.trail(to: record.category).last ?? edition.namedLink(.catalogue)
  }

  /// A whole row of four or two, with no more than two services of one seller.
  var related: [GigCard] {
    let all = record.related
    let mixed = all.indices.filter { place in
      let party = all[place].seller.party
      return all[..<place].count { $0.seller.party == party } < Related.perSellerMax
    }
    let rows = mixed.count < 2 * Self.relatedInRow ? 1 : 2
    return mixed.prefix(rows * Self.relatedInRow).map { composer.card(all[$0]) }
  }

  private static let relatedInRow = 4

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
    translations(of: record.content, at: .gig(record.gig, record.slugs))
  }

  fileprivate func translations(
    of content: GigContent, at address: PageAddress
  ) -> Translations {
    translations(of: address, first: content.origin) { content.texts.has($0) }
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
    return CoverDrawing(of: record.category, titled: title ?? "", in: catalogue)
  }

  func guide(_ section: Article.Section, _ name: String) -> Link? {
    library.article(section, name, in: locale).map { link($0.address) }
  }
}
