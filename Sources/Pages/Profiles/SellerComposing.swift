package import Market
import Theme

extension Edition {
  func seller(_ record: SellerNameRecord) -> SellerName {
    let name = said(record.names, first: record.language) ?? Said("\(record.party)")
    return SellerName(
      name: name,
      link: record.isShown ? link(.seller(record.party, record.slugs)) : nil,
      // The same stone in every language.
      seal: Seal(of: record.names[record.language] ?? name.text), level: record.level,
      isStudio: record.kind == .organisation)
  }

  func seller(_ record: SellerCardRecord) -> SellerLine {
    let figures = record.figures
    let first = record.name.language
    let minutes = figures.answersInMinutes.map { Int($0) }
    return SellerLine(
      who: seller(record.name), headline: said(record.headlines, first: first),
      place: said(record.places, first: first),
      rating: .mean(of: figures.stars, over: figures.reviews),
      reviewCount: Int(figures.reviews), orderCount: Int(figures.orders),
      gigCount: Int(figures.gigsShown),
      onTime: figures.onTimeBasisPoints.map { Figure(Int(($0 + 5) / 10), scale: 1) },
      answersInMinutes: minutes.flatMap { $0 < Self.minutesMax ? $0 : nil },
      answersInHours: minutes.flatMap { $0 < Self.minutesMax ? nil : ($0 + 59) / 60 },
      since: day(record.openedAt))
  }

  /// What takes longer is told in hours.
  private static let minutesMax = 100

  func card(_ record: SellerCardRecord) -> SellerCard {
    let figures = record.figures
    let first = record.name.language
    return SellerCard(
      who: seller(record.name), headline: said(record.headlines, first: first),
      place: said(record.places, first: first),
      rating: .mean(of: figures.stars, over: figures.reviews),
      reviewCount: Int(figures.reviews), orderCount: Int(figures.orders),
      gigCount: Int(figures.gigsShown), hourlyRate: record.hourlyRate.map(Amount.init))
  }
}

extension SellerPage {
  package init(_ record: ProfileRecord, in edition: Edition) {
    let seller = edition.seller(record.seller)
    let texts = record.content.texts
    let first = record.seller.name.language
    let about = Localized(texts.mapValues(\.about))
    let said = edition.said(about, first: first)
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
      proofs: record.content.proofs.compactMap { proof in
        edition.said(proof.title, first: first).map { ProofLine(title: $0, year: proof.year) }
      },
      hourlyRate: record.content.hourlyRate.map(Amount.init),
      gigs: record.gigs.map { edition.card($0) },
      works: record.portfolio.compactMap { edition.work($0, of: first) },
      reviews: record.reviews.map { edition.line($0) })
  }

  private static func head(
    of record: ProfileRecord, _ seller: SellerLine, _ about: String?, in edition: Edition
  ) -> Head {
    let name = record.seller.name
    let title =
      seller.headline.map { SellerTitle(name: seller.who.name.text, headline: $0.text) }
      .map { edition.words($0) } ?? seller.who.name.text
    let summary =
      about.map { Markdown.plain($0, atMost: Head.summaryCharactersMax(edition.locale)) }
      ?? edition.words(
        SellerSummary(name: seller.who.name.text, gigs: seller.gigCount))
    return Head(
      address: .seller(name.party, name.slugs), title: title, summary: summary,
      written: edition.locales.filter { record.content.texts[$0] != nil },
      origin: name.language, kind: "profile")
  }
}

extension Edition {
  /// The pages of a seller, for sitemaps.
  package func translations(of record: ProfileRecord) -> Translations {
    let name = record.seller.name
    return translations(
      of: .seller(name.party, name.slugs), in: locales.filter { record.content.texts[$0] != nil },
      first: name.language)
  }

  package func name(of record: ProfileRecord) -> String {
    seller(record.seller.name).name.text
  }

  /// What must be drawn for a seller's page, besides what is drawn for gigs.
  package func drawings(of record: ProfileRecord) -> [CoverDrawing] {
    record.portfolio.map { drawing(of: $0, by: record.seller.name.language) }
  }

  private func drawing(of item: PortfolioItem, by first: Locale) -> CoverDrawing {
    let title = item.titles[first] ?? item.titles.inOrder.first?.text ?? ""
    return CoverDrawing(of: item.category, title, in: catalogue)
  }

  fileprivate func spoken(_ language: SpokenLanguage) -> SpokenLine {
    SpokenLine(
      name: formats.name(ofLanguage: language.language.tag) ?? language.language.tag,
      fluency: language.fluency)
  }

  fileprivate func work(_ item: PortfolioItem, of first: Locale) -> WorkLine? {
    guard let title = said(item.titles, first: first) else { return nil }
    return WorkLine(
      title: title, summary: said(item.summaries, first: first), year: item.year,
      picture: picture(drawing(of: item, by: first)))
  }
}
