package import Market
package import Pages
import Theme

extension Sample {
  package static func homePage(_ locale: Locale) -> HomePage {
    let say = Sayer(locale)
    func help(_ chinese: String, _ english: String, _ name: String) -> NamedLink {
      named(say(chinese, english), "/\(locale)/help/\(name)")
    }
    return HomePage(
      frame: frame(
        locale, path: "", title: say("集市：找对的人，把事办成", "Jishi: find the right person, get it done"),
        description: say(
          "自由职业者的集市。先把钱托管，再把活干好；规则写在明处，账目人人可查。",
          "A marketplace for independent work. The money goes into escrow first, then the work gets done."
        ),
        picture: sharePicture(say), isWholeTitle: true,
        feed: link("\(site)/\(locale)/new/feed.xml")),
      gigCount: 5_200, isRounded: true, groups: groups(locale), best: homeCards(say),
      newest: Array(homeCards(say).reversed().prefix(4)), newestLink: link("/\(locale)/new"),
      skills: skills(say).map { NamedLink(name: $0.name, link: $0.link) }, posts: posts(say),
      blogLink: link("/\(locale)/blog"),
      guides: [
        help("下单", "Ordering", "ordering"),
        help("验收与修改", "Acceptance and revisions", "acceptance"),
        help("退款", "Refunds", "refunds"), help("争议怎么处理", "How disputes go", "disputes"),
      ],
      escrowLink: link("/\(locale)/help/escrow"), rankingLink: link("/\(locale)/help/ranking"),
      ledgerLink: link("/\(locale)/help/ledger"), reviewsLink: link("/\(locale)/help/reviews"),
      sellLink: link("/\(locale)/help/selling"), feesLink: link("/\(locale)/help/fees"),
      cancelAfterHours: 24, acceptAfterDays: 3)
  }

  package static func sharePicture(_ say: Sayer) -> Picture {
    Picture(
      link: link("\(site)/a/share.png"), width: 1200, height: 630,
      caption: Said(say("集市的印章，和它的承诺", "The seal of Jishi and its promise")))
  }

  private static func homeCards(_ say: Sayer) -> [GigCard] {
    related(say) + [
      card(
        say, "沉稳男声旁白：纪录片、企业片、有声书", "A calm male voice for documentaries and audiobooks",
        "audio-qin-c22cdf", name(say, "顾声", "Gu Sheng", .top), stars: 50, reviews: 347, days: 2,
        price: 300),
      card(
        say, "把散乱的Excel变成能每天看的经营看板", "From scattered Excel files to a dashboard for every day",
        "data-stars-f53896", name(say, "数据小院", "Shuju Yard", .two, isStudio: true), stars: 49,
        reviews: 121, days: 4, price: 900),
      card(
        say, "中译英：合同、白皮书、产品文档，母语者审校", "Chinese into English, proofread by a native speaker",
        "trans-slips-476ff1", name(say, "Hannah Wu", "Hannah Wu", .top), stars: 50, reviews: 288,
        days: 2, price: 220),
      card(
        say, "茶器与家居静物摄影，寄拍，五日出片", "Still lifes of tea ware, mail-in, five days",
        "photo-gate-d18495", name(say, "阿木", "A Mu", .one), stars: 47, reviews: 64, days: 5,
        price: 750),
    ]
  }

  static func skills(_ say: Sayer) -> [CountedLink] {
    let names = [
      ("标志设计", "Logo design", "logo-design"), ("Illustrator", "Illustrator", "illustrator"),
      ("小程序开发", "Mini programs", "mini-programs"), ("Swift", "Swift", "swift"),
      ("视频剪辑", "Video editing", "video-editing"), ("配音", "Voice-over", "voice-over"),
      ("中译英", "Chinese to English", "chinese-to-english"),
      ("文案写作", "Copywriting", "copywriting"),
      ("数据分析", "Data analysis", "data-analysis"), ("合同审阅", "Contract review", "contracts"),
    ]
    return names.enumerated().map { place, name in
      CountedLink(
        name: Said(say(name.0, name.1)), link: link("/\(say.locale)/k/\(name.2)"),
        count: 96 - 7 * place)
    }
  }

  private static func posts(_ say: Sayer) -> [PostLine] {
    [
      PostLine(
        title: Said(say("为什么账本人人可查", "Why anyone can check the ledger")),
        summary: Said(
          say(
            "钱从哪里来、到哪里去，一笔一笔记在账本上。我们怎么封存它，您又怎么核对。",
            "Where money comes from and where it goes, entry by entry; how we seal it, and how you check."
          )), link: link("/\(say.locale)/blog/ledger"), day: Day(year: 2026, month: 11, day: 18),
        author: say("集市", "Jishi")),
      PostLine(
        title: Said(say("等级是怎么算出来的", "How levels come about")),
        summary: Said(
          say(
            "良工、巧匠、大匠，每一级看哪几个数，为什么是这几个数。",
            "Skilled, Expert, Master: which numbers each asks for, and why those.")),
        link: link("/\(say.locale)/blog/levels"), day: Day(year: 2026, month: 11, day: 2),
        author: say("集市", "Jishi")),
      PostLine(
        title: Said(say("开张", "We are open")), link: link("/\(say.locale)/blog/open"),
        day: Day(year: 2026, month: 10, day: 20), author: say("集市", "Jishi")),
    ]
  }
}
