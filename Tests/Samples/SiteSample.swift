package import Market
package import Pages
import Theme

// The pages that are about the whole site, but for the home page.
extension Sample {
  package static func cataloguePage(_ locale: Locale) -> CataloguePage {
    let say = Sayer(locale)
    return CataloguePage(
      frame: frame(
        locale, path: "/c", title: say("全部类目", "All categories"),
        description: say("集市里的全部类目组和类目。", "All groups and categories of the market.")),
      groups: groups(locale), newestLink: link("/\(locale)/new"))
  }

  package static func topicsPage(_ locale: Locale) -> TopicsPage {
    let say = Sayer(locale)
    return TopicsPage(
      frame: frame(
        locale, path: "/search", title: say("搜索", "Search"),
        description: say("按类目、技能和标签找服务。", "Find services by category, skill and tag."),
        isIndexed: false),
      groups: groups(locale), skills: skills(say),
      tags: [("餐饮品牌", "Food and drink", 41), ("手绘", "Hand-drawn", 35), ("急单", "Rush", 12)].map {
        CountedLink(
          name: Said(say($0.0, $0.1)), link: link("/\(locale)/t/tag-\($0.2)"), count: $0.2)
      })
  }

  package static func chooserPage() -> ChooserPage {
    ChooserPage(
      title: "集市 Jishi：选择语言 | Choose a language",
      description: "自由职业者的集市。A marketplace for independent work.",
      canonical: link("\(site)/"),
      alternates: [
        AlternateLink(hreflang: "zh-Hans", link: link("\(site)/zh-CN")),
        AlternateLink(hreflang: "en", link: link("\(site)/en")),
        AlternateLink(hreflang: "x-default", link: link("\(site)/")),
      ],
      languages: [
        ChooserLine(
          name: "简体中文", language: "zh-CN", link: link("/zh-CN"),
          words: "自由职业者的集市。先把钱托管，再把活干好；规则写在明处，账目人人可查。"),
        ChooserLine(
          name: "English", language: "en", link: link("/en"),
          words: """
            A marketplace for independent work. The money goes into escrow first, then the work gets \
            done; the rules are in plain sight, and anyone can check the books.
            """),
      ],
      picture: sharePicture(Sayer(.chinese)))
  }

  package static func movedPage(_ locale: Locale) -> MovedPage {
    let say = Sayer(locale)
    return MovedPage(
      title: say("为新茶饮与咖啡馆设计标志", "Logos for tea and coffee brands"), language: token(locale.tag),
      canonical: link("\(site)/\(locale)/g/biao-zhi-1042"),
      link: link("/\(locale)/g/biao-zhi-1042"),
      siteName: say("集市", "Jishi"))
  }
}
