package import Market
package import Pages
import Theme

// Pages where every text can be another: each field that can have words has some, and each list has
// one or two of everything.
extension Sample {
  /// `others` are more reviews, questions and tags.
  package static func gigPage(
    _ locale: Locale, of texts: Texts, among others: [Texts] = []
  ) -> GigPage {
    let all = [texts] + others
    return GigPage(
      frame: frame(locale, path: "/g/x-1", of: texts), number: 1,
      versionLink: texts.link("version"), versionNumber: 1, title: texts.said("gig"),
      summary: texts.said("summary"), description: texts.markup("description"),
      descriptionLanguage: texts.token("description"), writtenIn: texts("language"),
      pictures: [texts.picture("picture"), texts.picture("other picture")], hasGallery: true,
      packages: [package(1, texts), package(2, texts)],
      features: [
        FeatureLine(
          label: texts.said("feature"),
          cells: [
            FeatureCell(isIn: true, isChosen: false), FeatureCell(isIn: false, isChosen: true),
          ]
        )
      ],
      lowestPrice: yuan(10),
      extras: [ExtraLine(title: texts.said("extra"), price: yuan(1), deliveryDays: 2)],
      requirements: [RequirementLine(question: texts.said("requirement"), isNeeded: false)],
      questions: all.map {
        QuestionLine(question: $0.said("question"), answer: $0.said("answer"))
      },
      attributes: [AttributeLine(label: texts.said("attribute"), value: texts.said("value"))],
      steps: [StepLine(name: texts.said("step"), summary: texts.said("step summary"))],
      promises: [texts.said("promise")],
      tags: all.map { $0.named("tag") }, seller: seller(texts), rating: Figure(49, scale: 1),
      reviewCount: 1, orderCount: 2, starCounts: [StarCount(stars: 5, count: 1, share: 100)],
      aspects: [AspectLine(aspect: .quality, mean: Figure(49, scale: 1), share: 98)],
      reviews: all.map(review), moreReviews: texts.link("reviews"), related: [card(texts)],
      category: texts.named("category"), cancelAfterHours: 24, acceptAfterDays: 3,
      order: texts.link("order"), contact: texts.link("contact"), guide: texts.link("guide"),
      report: texts.link("report"))
  }

  /// `others` are more gigs.
  package static func sellerPage(
    _ locale: Locale, of texts: Texts, among others: [Texts] = []
  ) -> SellerPage {
    SellerPage(
      frame: frame(locale, path: "/s/x-1", of: texts), seller: seller(texts),
      about: texts.markup("about"), aboutLanguage: texts.token("about"),
      languages: [SpokenLine(name: texts("spoken language"), fluency: .native)],
      skills: [SkillLine(name: texts.said("skill"), link: texts.link("skill"), grade: .expert)],
      education: [ProofLine(title: texts.said("proof"), year: 2015)], hourlyRate: yuan(360),
      gigs: ([texts] + others).map(card),
      works: [
        WorkLine(
          title: texts.said("work"), summary: texts.said("work summary"), year: 2024,
          picture: texts.picture("work"))
      ], reviews: [review(texts)],
      moreReviews: texts.link("reviews"),
      contact: texts.link("contact"), report: texts.link("report"))
  }

  /// `others` are more tags and gigs.
  package static func categoryPage(
    _ locale: Locale, of texts: Texts, among others: [Texts] = []
  ) -> CategoryPage {
    let all = [texts] + others
    return CategoryPage(
      frame: frame(locale, path: "/c/x", of: texts), title: texts.said("category"),
      summary: texts.said("summary"), vertical: texts.said("vertical"), count: 2,
      narrower: [texts.named("narrower")], tags: all.map { $0.named("tag") }, best: [card(texts)],
      ranking: texts.link("ranking"), gigs: all.map(card),
      pager: PagerBar(
        isFront: true, previous: texts.link("previous"), next: texts.link("next"),
        pages: [
          PagerLine(number: 1, link: texts.link("first"), isHere: true),
          PagerLine(number: 2, link: texts.link("second"), isAfterGap: true),
        ]))
  }

  /// `others` are more sellers.
  package static func skillPage(
    _ locale: Locale, of texts: Texts, among others: [Texts] = []
  ) -> SkillPage {
    SkillPage(
      frame: frame(locale, path: "/k/x", of: texts), title: texts.said("skill"), count: 2,
      sellers: ([texts] + others).map { texts in
        SellerCard(
          who: name(texts), headline: texts.said("headline"), place: texts.said("place"),
          rating: Figure(49, scale: 1), reviewCount: 1, orderCount: 2,
          hourlyRate: yuan(360))
      },
      pager: PagerBar(
        isFront: true, previous: texts.link("previous"), next: texts.link("next"),
        pages: [PagerLine(number: 1, link: texts.link("first"), isHere: true)]))
  }

  /// `others` are more groups.
  package static func missingPage(
    _ locale: Locale, of texts: Texts, among others: [Texts] = []
  ) -> MissingPage {
    MissingPage(
      frame: frame(locale, path: "/404", of: texts, isIndexed: false),
      groups: ([texts] + others).map { $0.named("group") })
  }
}

extension Sample {
  static func frame(
    _ locale: Locale, path: String, of texts: Texts, isIndexed: Bool = true
  ) -> Frame {
    Frame(
      language: token(locale.tag), direction: "ltr", title: texts("title"),
      description: texts("page"), siteName: texts("site"),
      canonical: link(site + path),
      alternates: isIndexed
        ? [AlternateLink(hreflang: texts.token("alternate"), link: texts.link("alternate"))] : [],
      isIndexed: isIndexed, kind: texts.token("kind"), openGraphLocale: texts.token("locale"),
      picture: texts.picture("card"), trail: [texts.named("step"), texts.named("other step")],
      languages: [true, false].map { isHere in
        LanguageLine(
          name: texts("tongue"), language: texts.token("tongue"), link: texts.link("tongue"),
          isHere: isHere)
      },
      home: texts.link("home"), search: texts.link("search"), feed: texts.link("feed"),
      browse: texts.link("browse"),
      hire: texts.link("hire"), sell: texts.link("sell"), help: texts.link("help"),
      signIn: texts.link("signing in"),
      join: texts.link("joining"),
      footer: [LinkGroup(name: texts("footer"), links: [texts.named("footer link")])],
      owner: texts("owner"), icp: texts.named("ICP"), police: texts.named("police"),
      licences: [texts("licence")])
  }

  private static func package(_ number: Int, _ texts: Texts) -> PackageLine {
    PackageLine(
      number: number, name: texts.said("package"), summary: texts.said("package summary"),
      price: yuan(10), deliveryDays: 3, revisions: number == 1 ? 2 : nil, isChosen: number == 2)
  }

  private static func name(_ texts: Texts) -> SellerName {
    SellerName(
      name: texts.said("seller"), link: texts.link("seller"), seal: texts.seal("seller"),
      level: .top, isStudio: false)
  }

  private static func seller(_ texts: Texts) -> SellerLine {
    SellerLine(
      who: name(texts), headline: texts.said("headline"), place: texts.said("place"),
      rating: Figure(49, scale: 1), reviewCount: 1, orderCount: 2,
      onTime: Figure(981, scale: 1), answersInMinutes: 26,
      since: Day(year: 2022, month: 3, day: 8))
  }

  private static func review(_ texts: Texts) -> ReviewLine {
    ReviewLine(
      anchor: texts.token("review"), author: texts.said("author"), seal: texts.seal("author"),
      stars: Stars(5), quality: 5, communication: 4, timeliness: 3, text: texts.said("review"),
      day: Day(year: 2026, month: 11, day: 12),
      reply: ReplyLine(text: texts.said("reply"), day: Day(year: 2026, month: 11, day: 13)))
  }

  static func card(_ texts: Texts) -> GigCard {
    GigCard(
      title: texts.said("card"), link: texts.link("card"), picture: texts.picture("cover"),
      seller: name(texts), rating: Figure(50, scale: 1), reviewCount: 9, deliveryDays: 6,
      price: yuan(880))
  }
}
