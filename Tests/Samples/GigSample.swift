package import Market
package import Pages
import Theme

extension Sample {
  /// A gig with three packages, a gallery, reviews and neighbours: what a page costs at most days.
  package static func gigPage(_ locale: Locale) -> GigPage {
    let say = Sayer(locale)
    let category = NamedLink(
      name: Said(say("标志与品牌", "Logo and brand")), link: link("/\(locale)/c/logo-design"))
    let title = say(
      "为新茶饮与咖啡馆设计标志，附三套门头方案",
      "Logo and storefront concepts for tea and coffee brands")
    let summary = say(
      "从门头倒着做标志：远处看得清，杯套上也立得住。",
      "A logo drawn from the shopfront inwards: clear from across the road, at home on a cup.")
    return GigPage(
      frame: frame(
        locale, path: "/g/wei-xin-cha-yin-she-ji-biao-zhi-1042", title: title,
        description: summary, kind: "product",
        trail: [
          NamedLink(name: Said(say("设计与创意", "Design")), link: link("/\(locale)/c/design")),
          category,
        ],
        picture: Picture(link: link("\(site)/og/g-1042.png"), width: 1200, height: 630)),
      number: 1042, versionLink: link("/\(locale)/v/3107"), versionNumber: 3,
      versionDay: Day(year: 2026, month: 10, day: 1), title: Said(title), summary: Said(summary),
      description: description(locale),
      pictures: [
        cover("brand-modular-29b221", isFirst: true), cover("brand-fan-e18fb7"),
        cover("brand-modular-1701b7"), cover("brand-tiles-ba49f8"), cover("brand-tangram-7466c5"),
      ],
      hasGallery: true, packages: packages(say), features: features(say), lowestPrice: yuan(1280),
      extras: [
        ExtraLine(title: Said(say("加急：时间减半", "Rush: half the time")), price: yuan(800)),
        ExtraLine(
          title: Said(say("杯套与纸袋延展", "Cup sleeve and paper bag")), price: yuan(600),
          deliveryDays: 4),
      ],
      requirements: [
        RequirementLine(
          question: Said(say("店名，以及它的来历", "The name of the shop, and where it comes from")),
          isNeeded: true),
        RequirementLine(
          question: Said(say("选址照片与门头尺寸", "Photos of the site and the size of the front")),
          isNeeded: true),
        RequirementLine(
          question: Said(say("两三个您喜欢的店", "Two or three shops you like")), isNeeded: false),
      ],
      questions: questions(say),
      attributes: [
        AttributeLine(
          label: Said(say("风格", "Style")), value: Said(say("几何、手写", "Geometric, handwritten"))),
        AttributeLine(
          label: Said(say("文件格式", "Files")), value: Said(say("AI、PDF、SVG", "AI, PDF, SVG"))),
      ],
      tags: [
        NamedLink(name: Said(say("餐饮品牌", "Food and drink")), link: link("/\(locale)/t/can-yin")),
        NamedLink(name: Said(say("门头", "Shopfront")), link: link("/\(locale)/t/men-tou")),
        NamedLink(name: Said("VI"), link: link("/\(locale)/t/vi")),
      ],
      seller: seller(say), rating: Figure(49, scale: 1), reviewCount: 412, orderCount: 643,
      starCounts: [
        StarCount(stars: 5, count: 375, share: 91), StarCount(stars: 4, count: 29, share: 7),
        StarCount(stars: 3, count: 6, share: 1), StarCount(stars: 2, count: 2, share: 0),
        StarCount(stars: 1, count: 0, share: 0),
      ],
      aspects: [
        AspectLine(aspect: .quality, mean: Figure(49, scale: 1), share: 98),
        AspectLine(aspect: .communication, mean: Figure(50, scale: 1), share: 100),
        AspectLine(aspect: .timeliness, mean: Figure(48, scale: 1), share: 96),
      ],
      reviews: reviews(say), moreReviews: link("/\(locale)/g/1042/reviews"),
      related: related(say), category: category, cancelAfterHours: 24, acceptAfterDays: 3,
      order: link("/\(locale)/order"), contact: link("/\(locale)/messages/new?to=7"),
      guide: link("/\(locale)/help/ordering"),
      report: link("/\(locale)/report?subject=/\(locale)/g/biao-zhi-1042"))
  }

  static func packages(_ say: Sayer) -> [PackageLine] {
    [
      PackageLine(
        number: 1, name: Said(say("基础", "Basic")),
        summary: Said(say("一个方向，含墨稿与彩稿。", "One direction, in ink and in colour.")),
        price: yuan(1280), deliveryDays: 7, revisions: 2),
      PackageLine(
        number: 2, name: Said(say("标准", "Standard")),
        summary: Said(
          say("三个方向，附门头效果图与全部源文件。", "Three directions, with the shopfront and all sources.")),
        price: yuan(2680), deliveryDays: 12, revisions: 3, isChosen: true),
      PackageLine(
        number: 3, name: Said(say("完整", "Complete")),
        summary: Said(say("标志、门头、杯套与24页手册。", "Logo, front, cup sleeve and a manual of 24 pages.")),
        price: yuan(5200), deliveryDays: 21),
    ]
  }

  private static func features(_ say: Sayer) -> [FeatureLine] {
    [
      (say("门头效果图", "Shopfront renderings"), [false, true, true]),
      (say("源文件（AI、PDF、SVG）", "Source files (AI, PDF, SVG)"), [false, true, true]),
      (say("VI手册24页", "Manual of 24 pages"), [false, false, true]),
      (say("商用授权", "Commercial use"), [true, true, true]),
    ].map { label, packages in
      FeatureLine(
        label: Said(label),
        cells: packages.enumerated().map { FeatureCell(isIn: $1, isChosen: $0 == 1) })
    }
  }

  private static func questions(_ say: Sayer) -> [QuestionLine] {
    [
      (
        say("商标能注册下来吗？", "Can I register it as a trademark?"),
        say(
          "我会做一次图形近似的初查，并把查到的近似标发给您。能否注册以商标局审查为准。",
          "I look for similar marks and send you what I find. The office decides in the end.")
      ),
      (
        say("门头尺寸还没量怎么办？", "What if the front is not measured yet?"),
        say(
          "先按照片出比例稿，尺寸确定后免费调整一次，不计入修改次数。",
          "I work from photos first and adjust it once for free when you have the size.")
      ),
    ].map { QuestionLine(question: Said($0), answer: Said($1)) }
  }
}

/// Says it in one of the two languages.
package struct Sayer {
  package let locale: Locale

  package init(_ locale: Locale) { self.locale = locale }

  package func callAsFunction(_ chinese: String, _ english: String) -> String {
    locale == .chinese ? chinese : english
  }
}
