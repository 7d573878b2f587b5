package import Market
package import Pages
import Theme

extension Sample {
  package static func name(
    _ say: Sayer, _ chinese: String, _ english: String, _ level: Level, isStudio: Bool = false
  ) -> SellerName {
    SellerName(
      name: Said(say(chinese, english)), link: link("/\(say.locale)/s/lin-zhi-yuan-7"),
      seal: Seal(of: chinese), level: level, isStudio: isStudio)
  }

  package static func seller(_ say: Sayer, _ level: Level = .top) -> SellerLine {
    SellerLine(
      who: name(say, "林知远", "Lin Zhiyuan", level),
      headline: Said(
        say(
          "饮品店品牌设计，相信好招牌是街坊给的。",
          "Brand design for tea and coffee shops, one street at a time.")),
      place: Said(say("上海", "Shanghai")), rating: Figure(49, scale: 1), reviewCount: 412,
      orderCount: 643, onTime: Figure(981, scale: 1), answersInMinutes: 26,
      since: Day(year: 2022, month: 3, day: 8))
  }

  package static func reviews(_ say: Sayer) -> [ReviewLine] {
    let english: String? = say.locale == .english ? nil : "en"
    let chinese: String? = say.locale == .chinese ? nil : "zh-CN"
    return [
      ReviewLine(
        anchor: "review-901", author: Said("阿满茶铺", lang: chinese),
        seal: Seal(of: "阿满茶铺"), stars: Stars(5), quality: 5, communication: 5,
        timeliness: 5,
        text: Said(
          """
          第一次开店，什么都不懂。林老师先来问了三十几个问题，连隔壁店招牌的颜色都问到了。三版方向差别很大，\
          最后选的那版贴上门头，晚上路过能一眼认出来。
          """, lang: chinese),
        day: Day(year: 2026, month: 11, day: 12),
        reply: ReplyLine(
          text: Said("谢谢满姐，第三版我自己也最喜欢。二店选址定了随时叫我。", lang: chinese),
          day: Day(year: 2026, month: 11, day: 13))),
      ReviewLine(
        anchor: "review-887", author: Said("Marco Bianchi"),
        seal: Seal(of: "Marco Bianchi"), stars: Stars(5), quality: 5,
        communication: 5, timeliness: 4,
        text: Said(
          """
          Clear process, every deadline met. The bilingual lockup works equally well on a cup and \
          on a 4-metre sign. Source files were tidy & named <as agreed>.
          """, lang: english),
        day: Day(year: 2026, month: 10, day: 28)),
      ReviewLine(
        anchor: "review-860", author: Said("老周包子铺", lang: chinese),
        seal: Seal(of: "老周"), stars: Stars(4), quality: 5, communication: 4,
        timeliness: 3,
        text: Said("标志很好看，街坊都说有老字号的味道。就是比约定晚了一天，不过提前打了招呼。", lang: chinese),
        day: Day(year: 2026, month: 10, day: 9)),
    ]
  }

  package static func related(_ say: Sayer) -> [GigCard] {
    [
      card(
        say, "茶叶礼盒包装设计，刀版与打样跟进", "Tea gift boxes, with dielines and samples", "brand-vase-970417",
        name(say, "何一舟", "He Yizhou", .two), stars: 49, reviews: 230, days: 6, price: 1450),
      card(
        say, "手写中文字标，从零起稿，不套字库", "Handwritten Chinese wordmarks, from nothing",
        "brand-slips-65c23c", name(say, "石刻斋", "Shike Studio", .top, isStudio: true), stars: 50,
        reviews: 156, days: 14, price: 2600),
      card(
        say, "菜单与杯套插画，成套六张", "Menu and cup illustration, set of six", "illus-gate-e846f2",
        name(say, "欧阳青禾", "Ouyang Qinghe", .one), stars: nil, reviews: 0, days: 6, price: 880),
      card(
        say, "连锁餐饮门头与空间导视系统", "Shopfronts and wayfinding for restaurant chains",
        "brand-tiles-dd87f7", name(say, "南风工作室", "Nanfeng Studio", .new, isStudio: true),
        stars: 49, reviews: 98, days: 28, price: 6800),
    ]
  }

  package static func card(
    _ say: Sayer, _ chinese: String, _ english: String, _ cover: String, _ seller: SellerName,
    stars: Int?, reviews: Int, days: Int, price: Int64
  ) -> GigCard {
    GigCard(
      title: Said(say(chinese, english)), link: link("/\(say.locale)/g/\(cover)"),
      picture: Self.cover(cover), seller: seller, rating: stars.map { Figure($0, scale: 1) },
      reviewCount: reviews, deliveryDays: days, price: yuan(price))
  }
}
