package import Market
import Theme

extension Composer {
  func line(_ record: SellerCardRecord) -> SellerLine {
    let figures = record.figures
    let first = record.name.language
    let minutes = figures.answersInMinutes.map { max(1, Int($0)) }
    return SellerLine(
      who: seller(record.name), headline: edition.said(record.headlines, first: first),
      place: edition.said(record.places, first: first),
      rating: .mean(of: figures.stars, over: figures.reviews),
      reviewCount: Int(figures.reviews), orderCount: .seen(figures.orders),
      // Without a completed order the share would be of nothing a buyer has seen.
      onTime: figures.orders > 0 ? figures.onTimeBasisPoints.map(Figure.percent) : nil,
      answersInMinutes: minutes.flatMap { $0 < Self.hoursFromMinutes ? $0 : nil },
      // Within so many hours: what is begun counts.
      answersInHours: minutes.flatMap { $0 < Self.hoursFromMinutes ? nil : ($0 + 59) / 60 },
      since: edition.day(record.openedAt))
  }

  /// What takes so long is told in hours.
  private static let hoursFromMinutes = 60

  func card(_ record: SellerCardRecord) -> SellerCard {
    let figures = record.figures
    let first = record.name.language
    return SellerCard(
      who: seller(record.name), headline: edition.said(record.headlines, first: first),
      place: edition.said(record.places, first: first),
      rating: .mean(of: figures.stars, over: figures.reviews),
      reviewCount: Int(figures.reviews), orderCount: .seen(figures.orders),
      hourlyRate: record.hourlyRate.map(Amount.init))
  }
}

extension SellerPage {
  package init(_ record: ProfileRecord, in edition: Edition) {
    self.init(record, by: Composer(edition))
  }

  package init(_ record: ProfileRecord, by composer: Composer) {
    let edition = composer.edition
    let seller = composer.line(record.seller)
    let first = record.seller.name.language
    let said = edition.said(record.content.texts, first: first, \.about)
    self.init(
      frame: edition.frame(Self.head(of: record, seller, said?.text, in: edition)), seller: seller,
      about: said.map { Markdown.html($0.text, for: .people, anchors: "about") },
      aboutLanguage: said?.lang.flatMap(Token.init),
      languages: record.content.languages.map { edition.spoken($0) },
      skills: zip(record.skills, record.content.skills).compactMap { skill, level in
        edition.said(skill.names).map {
          SkillLine(name: $0, link: edition.link(.skill(skill.slug)), grade: level.grade)
        }
      },
      education: edition.proofs(.education, of: record.content, first: first),
      experience: edition.proofs(.experience, of: record.content, first: first),
      certificates: edition.proofs(.certificate, of: record.content, first: first),
      hours: HoursPanel(record.content, in: edition),
      hourlyRate: record.content.hourlyRate.map(Amount.init),
      gigs: composer.cards(record.gigs),
      works: record.portfolio.compactMap { edition.work($0, record.files(of: $0), of: first) },
      reviews: record.reviews.map { composer.line($0) },
      report: edition.reportLink(on: edition.translations(of: record).address))
  }

  private static func head(
    of record: ProfileRecord, _ seller: SellerLine, _ about: String?, in edition: Edition
  ) -> Head {
    let name = seller.who.name.text
    let plain = about.map { Markdown.plain($0, atMost: edition.room.summary) } ?? ""
    return Head(
      page: edition.translations(of: record),
      title: seller.headline.map { title(name, $0.text, in: edition) } ?? name,
      summary: plain.isEmpty
        ? edition.words(SellerSummary(name: name, gigs: Int(record.seller.figures.gigsShown)))
        : plain,
      kind: "profile")
  }

  /// With as much of the headline as there is room for.
  private static func title(
    _ name: String, _ headline: String, in edition: Edition
  ) -> String {
    let whole = edition.words(SellerTitle(name: name, headline: headline))
    guard !whole.hasAtMost(edition.room.title) else { return whole }
    let tooLong = whole.count - edition.room.title
    let short = headline.shortened(to: headline.count - tooLong)
    return short.isEmpty ? name : edition.words(SellerTitle(name: name, headline: short))
  }
}

extension Edition {
  /// The pages of a seller, for sitemaps.
  package func translations(of record: ProfileRecord) -> Translations {
    let name = record.seller.name
    return translations(of: .seller(name.party, name.slugs), first: name.language) {
      record.content.texts.has($0)
    }
  }

  func name(_ record: SellerNameRecord) -> Said {
    said(record.names, first: record.language) ?? Said("\(record.party)")
  }

  package func name(of record: ProfileRecord) -> String {
    name(record.seller.name).text
  }

  /// What must be drawn for a seller's page, besides what is drawn for gigs.
  package func drawings(of record: ProfileRecord) -> [CoverDrawing] {
    record.portfolio.filter { !record.files(of: $0).contains(where: \.hasPicture) }
      .map { drawing(of: $0, by: record.seller.name.language) }
  }

  private func drawing(of item: PortfolioItem, by first: Locale) -> CoverDrawing {
    CoverDrawing(
      of: .work(item.id), item.work.titles, in: item.work.category, first: first, catalogue)
  }

  fileprivate func spoken(_ language: SpokenLanguage) -> SpokenLine {
    SpokenLine(
      name: self.name(of: language.language) ?? language.language.tag,
      fluency: language.fluency)
  }

  fileprivate func proofs(
    _ kind: Qualification.Kind, of content: ProfileContent, first: Locale
  ) -> [ProofLine] {
    content.proofs.filter { $0.kind == kind }.compactMap { proof in
      said(proof.title, first: first).map { title in
        ProofLine(
          title: title, issuer: said(proof.issuer, first: first), from: proof.from,
          year: proof.to, link: proof.link.flatMap(Link.init))
      }
    }
  }

  fileprivate func work(
    _ item: PortfolioItem, _ files: [ShownFile], of first: Locale
  ) -> WorkLine? {
    guard let title = said(item.work.titles, first: first) else { return nil }
    let shown = Gallery(
      files.map { (file: $0, caption: title) }, of: .work(item.id), in: self)
    return WorkLine(
      title: title, summary: said(item.work.summaries, first: first), year: item.work.year,
      link: item.work.link.flatMap(Link.init),
      picture: shown.pictures.first ?? picture(drawing(of: item, by: first)),
      others: Array(shown.pictures.dropFirst()), attachments: shown.attachments)
  }
}
