package import Market
package import Pages
import Theme

extension Sample {
  package static func sellerPage(_ locale: Locale) -> SellerPage {
    let say = Sayer(locale)
    let seller = seller(say, assessment.level)
    return SellerPage(
      frame: frame(
        locale, path: "/s/lin-zhi-yuan-7", title: seller.who.name.text,
        description: seller.headline?.text ?? "", kind: "profile",
        trail: [
          named(say("设计与创意", "Design"), "/\(locale)/c/design")
        ]),
      seller: seller, about: description(locale),
      languages: [
        SpokenLine(name: say("中文", "Chinese"), fluency: .native),
        SpokenLine(name: say("英文", "English"), fluency: .conversational),
      ],
      skills: [
        SkillLine(
          name: Said(say("标志设计", "Logo design")), link: link("/\(locale)/k/logo"), grade: .expert),
        SkillLine(
          name: Said("Illustrator"), link: link("/\(locale)/k/illustrator"), grade: .working),
      ],
      education: [
        ProofLine(title: Said(say("中国美术学院 视觉传达", "China Academy of Art")), year: 2015)
      ],
      hourlyRate: yuan(360), nextLevel: assessment.level.next,
      measures: assessment.next.map { MeasureLine($0, currency: .cny) },
      gigs: related(say).map { $0.offered(by: seller.who) },
      works: works(say), reviews: reviews(say),
      moreReviews: link("/\(locale)/s/7/reviews"), contact: link("/\(locale)/messages/new?to=7"),
      report: link("/\(locale)/report?subject=/\(locale)/s/lin-zhi-yuan-7"))
  }

  /// A seller who has come far, and not everywhere far enough.
  private static let assessment = Rules.standard.levels.assess(
    SellerRecord(
      orders: 43, buyers: 32, earningsMinorUnits: 3_000_000, ratingHundredths: 481,
      completionBasisPoints: 9_700, onTimeBasisPoints: 9_810, days: 200))

  package static func categoryPage(_ locale: Locale) -> CategoryPage {
    let say = Sayer(locale)
    let title = say("标志与品牌", "Logo and brand")
    let group = named(say("设计与创意", "Design"), "/\(locale)/c/design")
    return CategoryPage(
      frame: frame(
        locale, path: "/c/logo-design", title: title,
        description: say("标志、字标与品牌手册。", "Logos, wordmarks and brand manuals."), trail: [group]),
      title: Said(title),
      summary: Said(say("标志、字标与品牌手册。", "Logos, wordmarks and brand manuals.")), count: 380,
      isRounded: true,
      narrower: [
        named(say("插画", "Illustration"), "/\(locale)/c/illustration"),
        named(say("包装", "Packaging"), "/\(locale)/c/packaging"),
      ],
      tags: [named(say("餐饮品牌", "Food and drink"), "/\(locale)/t/can-yin")],
      best: related(say), ranking: link("/\(locale)/help/ranking"),
      gigs: related(say) + related(say).reversed(),
      pager: PagerBar(
        isFront: true, next: link("/\(locale)/c/logo-design/15"),
        pages: [15, 14, 13].map {
          PagerLine(number: $0, link: link("/\(locale)/c/logo-design/\($0)"))
        }))
  }
}

extension GigCard {
  fileprivate func offered(by seller: SellerName) -> GigCard {
    GigCard(
      title: title, link: link, picture: picture, seller: seller, rating: rating,
      reviewCount: reviewCount, deliveryDays: deliveryDays, price: price)
  }
}
