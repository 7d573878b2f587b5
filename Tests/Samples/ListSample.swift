package import Market
package import Pages
import Theme

// Lists other than the front page of a category, and pages that stay as they are.
extension Sample {
  package static func skillPage(_ locale: Locale) -> SkillPage {
    let say = Sayer(locale)
    let title = say("标志设计", "Logo design")
    return SkillPage(
      frame: frame(
        locale, path: "/k/logo", title: title,
        description: say("会标志设计的卖家。", "Sellers who design logos.")),
      title: Said(title), count: 140, isRounded: true, sellers: sellers(say),
      pager: PagerBar(
        isFront: true, next: link("/\(locale)/k/logo/5"),
        pages: [5, 4, 3].map {
          PagerLine(number: $0, link: link("/\(locale)/k/logo/\($0)"))
        }))
  }

  private static func sellers(_ say: Sayer) -> [SellerCard] {
    let studio = name(say, "南风工作室", "Nanfeng Studio", .new, isStudio: true)
    let headless = SellerName(
      name: Said("Marco Bianchi"), seal: Seal(of: "Marco Bianchi"), level: .one, isStudio: false)
    return [
      SellerCard(
        who: name(say, "林知远", "Lin Zhiyuan", .top),
        headline: Said(
          say(
            "饮品店品牌设计，相信好招牌是街坊给的。",
            "Brand design for tea and coffee shops, one street at a time.")),
        place: Said(say("上海", "Shanghai")), rating: Figure(49, scale: 1), reviewCount: 412,
        orderCount: 643, hourlyRate: yuan(360)),
      SellerCard(
        who: name(say, "何一舟", "He Yizhou", .two),
        headline: Said(say("包装与刀版，打样到印厂都跟。", "Packaging, dielines and press checks.")),
        place: Said(say("杭州", "Hangzhou")), rating: Figure(49, scale: 1), reviewCount: 230,
        orderCount: 301),
      SellerCard(
        who: studio, headline: Said(say("门头、导视与空间。", "Shopfronts, wayfinding, space.")),
        orderCount: 0, hourlyRate: yuan(1200)),
      SellerCard(who: headless, place: Said("Torino"), orderCount: 12),
    ]
  }

  /// Seven pages from the oldest; some of its places are empty by now.
  package static func numberedPage(_ locale: Locale) -> CategoryPage {
    let say = Sayer(locale)
    let title = say("标志与品牌", "Logo and brand")
    let path = "/\(locale)/c/logo-design"
    return CategoryPage(
      frame: frame(
        locale, path: "/c/logo-design/7", title: title,
        description: say("标志、字标与品牌手册。", "Logos, wordmarks and brand manuals."),
        trail: [named(say("设计与创意", "Design"), "/\(locale)/c/design"), named(title, path)]),
      title: Said(title), number: 7, gigs: related(say),
      pager: PagerBar(
        isFront: false, previous: link("\(path)/8"), next: link("\(path)/6"),
        pages: [
          PagerLine(number: 8, link: link("\(path)/8")),
          PagerLine(number: 7, link: link("\(path)/7"), isHere: true),
          PagerLine(number: 6, link: link("\(path)/6")),
        ]))
  }

  /// A tag that nothing has any more.
  package static func emptyPage(_ locale: Locale) -> CategoryPage {
    let say = Sayer(locale)
    let title = say("门头", "Shopfront")
    return CategoryPage(
      frame: frame(
        locale, path: "/t/men-tou", title: title,
        description: say("有“门头”标签的服务。", "Services with the tag “Shopfront”.")),
      title: Said(title), count: 0, gigs: [])
  }

  /// A gig as it was two versions ago.
  package static func versionPage(_ locale: Locale) -> GigPage {
    let say = Sayer(locale)
    let path = "/\(locale)/g/wei-xin-cha-yin-she-ji-biao-zhi-1042"
    let category = named(say("标志与品牌", "Logo and brand"), "/\(locale)/c/logo-design")
    let title = say("茶饮店标志设计", "Logos for tea shops")
    return GigPage(
      frame: frame(
        locale, path: "/v/2044", title: title, description: title, kind: "product",
        trail: [category], isIndexed: false),
      number: 1042,
      version: VersionLine(
        number: 1, day: Day(year: 2025, month: 4, day: 2), current: link(path)),
      title: Said(title), description: description(locale),
      pictures: [cover("brand-modular-29b221", isFirst: true)],
      packages: Array(packages(say).prefix(2)), lowestPrice: yuan(1280), seller: seller(say),
      category: category, cancelAfterHours: 24, acceptAfterDays: 3)
  }
}
