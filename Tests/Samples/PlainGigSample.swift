package import Market
package import Pages
import Theme

extension Sample {
  /// A gig as most are: one cover, two packages, a review, a few like it.
  package static func plainGigPage(_ locale: Locale) -> GigPage {
    let say = Sayer(locale)
    let category = NamedLink(
      name: Said(say("标志与品牌", "Logo and brand")), link: link("/\(locale)/c/logo-design"))
    let title = say("手写中文字标，从零起稿，不套字库", "Handwritten Chinese wordmarks, from nothing")
    return GigPage(
      frame: frame(
        locale, path: "/g/shou-xie-zi-biao-7", title: title, description: title, kind: "product",
        trail: [category]),
      number: 7, versionLink: link("/\(locale)/v/7"), versionNumber: 1,
      versionDay: Day(year: 2026, month: 10, day: 9), title: Said(title),
      description: description(locale),
      pictures: [cover("brand-slips-65c23c", isFirst: true)],
      packages: Array(packages(say).prefix(2)), lowestPrice: yuan(1280), seller: seller(say),
      rating: Figure(50, scale: 1), reviewCount: 1, orderCount: 3,
      reviews: Array(reviews(say).suffix(1)), related: Array(related(say).prefix(1)),
      category: category, cancelAfterHours: 24, acceptAfterDays: 3,
      guide: link("/\(locale)/help/ordering"))
  }
}
