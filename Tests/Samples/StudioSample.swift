package import Market
package import Pages
import Theme

extension Sample {
  /// A studio that has just come: nobody has ordered yet, and half of the profile is empty.
  package static func studioPage(_ locale: Locale) -> SellerPage {
    let say = Sayer(locale)
    let who = name(say, "南风工作室", "Nanfeng Studio", .new, isStudio: true)
    return SellerPage(
      frame: frame(
        locale, path: "/s/nan-feng-31", title: who.name.text,
        description: say("门头、导视与空间。", "Shopfronts, wayfinding, space."), kind: "profile"),
      seller: SellerLine(
        who: who, headline: Said(say("门头、导视与空间。", "Shopfronts, wayfinding, space.")),
        since: Day(year: 2026, month: 11, day: 1)),
      works: works(say))
  }

  static func works(_ say: Sayer) -> [WorkLine] {
    [
      WorkLine(
        title: Said(say("阿满茶铺", "Aman Tea House")),
        summary: Said(say("标志、门头与杯套。", "Logo, shopfront and cup sleeve.")), year: 2026,
        picture: cover("brand-modular-1701b7")),
      WorkLine(
        title: Said(say("云川咖啡", "Yunchuan Coffee")), year: 2025,
        picture: cover("brand-shan-669019")),
      WorkLine(
        title: Said(say("春面包房", "Chun Bakery")),
        summary: Said(say("一套招牌字。", "A set of letters for the sign.")),
        picture: cover("brand-fan-e18fb7")),
    ]
  }
}
