package import Market
package import Pages
package import Theme

/// Pages as a living site has them, in both languages, with nothing missing.
package enum Sample {
  package static let site = "https://jishi.example"

  package static func link(_ path: String) -> Link {
    guard let link = Link(path) else { preconditionFailure("\(path) is no link") }
    return link
  }

  package static func token(_ text: String) -> Token {
    guard let token = Token(text) else { preconditionFailure("\(text) is no token") }
    return token
  }

  package static func yuan(_ yuan: Int64) -> Amount {
    Amount(minorUnits: yuan * 100, currency: "CNY", scale: 2)
  }

  package static func named(_ name: String, _ path: String) -> NamedLink {
    NamedLink(name: Said(name), link: link(path))
  }

  package static func frame(
    _ locale: Locale, path: String, title: String, description: String, kind: Token = "website",
    trail: [NamedLink] = [], picture: Picture? = nil, isIndexed: Bool = true,
    isWholeTitle: Bool = false, feed: Link? = nil
  ) -> Frame {
    let isChinese = locale == .chinese
    let chinese = "/zh-CN\(path)"
    let english = "/en\(path)"
    return Frame(
      language: token(locale.tag), direction: "ltr", title: title, isWholeTitle: isWholeTitle,
      description: description,
      siteName: isChinese ? "集市" : "Jishi",
      canonical: link(site + (isChinese ? chinese : english)),
      alternates: isIndexed
        ? [
          AlternateLink(hreflang: "zh-Hans", link: link(site + chinese)),
          AlternateLink(hreflang: "en", link: link(site + english)),
          AlternateLink(hreflang: "x-default", link: link(site + english)),
        ] : [],
      isIndexed: isIndexed, kind: kind, openGraphLocale: isChinese ? "zh_CN" : "en_US",
      picture: picture, trail: trail,
      languages: [
        LanguageLine(name: "简体中文", language: "zh-CN", link: link(chinese), isHere: isChinese),
        LanguageLine(name: "English", language: "en", link: link(english), isHere: !isChinese),
      ],
      home: link("/\(locale)"), search: link("/\(locale)/search"), feed: feed,
      browse: link("/\(locale)/c"), hire: link("/\(locale)/briefs/new"),
      sell: link("/\(locale)/sell"), help: link("/\(locale)/help"),
      signIn: link("/\(locale)/sign-in"),
      join: link("/\(locale)/sign-up"), footer: footer(locale),
      owner: isChinese ? "集市（上海）网络科技有限公司" : "Jishi (Shanghai) Network Technology",
      icp: named("沪ICP备2026000000号-1", "https://beian.miit.gov.cn/"),
      police: named("沪公网安备31010400000000号", "https://beian.mps.gov.cn/"),
      licences: isChinese ? ["增值电信业务经营许可证 沪B2-20260000"] : [])
  }

  private static func footer(_ locale: Locale) -> [LinkGroup] {
    let groups: [(String, [(String, String)])] =
      locale == .chinese
      ? [
        ("给买家", [("托管怎么运作", "escrow"), ("验收与修改", "accept"), ("申请退款", "refund")]),
        ("给卖家", [("开店与实名", "open"), ("费率与提现", "fees"), ("等级怎么算", "levels")]),
        ("公开", [("公开账本", "ledger"), ("排序规则", "ranking"), ("平台规则", "rules")]),
        ("集市", [("关于我们", "about"), ("举报与申诉", "report"), ("隐私", "privacy")]),
      ]
      : [
        ("Buyers", [("How escrow works", "escrow"), ("Accepting work", "accept")]),
        ("Sellers", [("Opening a shop", "open"), ("Fees and payouts", "fees")]),
        ("In the open", [("The public ledger", "ledger"), ("How ranking works", "ranking")]),
        ("Jishi", [("About", "about"), ("Report a problem", "report"), ("Privacy", "privacy")]),
      ]
    return groups.map { name, links in
      LinkGroup(name: name, links: links.map { named($0.0, "/\(locale)/help/\($0.1)") })
    }
  }

  package static func cover(_ name: String, caption: Said? = nil, isFirst: Bool = false) -> Picture
  {
    Picture(
      link: link("/covers/\(name).svg"), width: 480, height: 360, caption: caption,
      isFirst: isFirst)
  }

  package static func missingPage(_ locale: Locale) -> MissingPage {
    let isChinese = locale == .chinese
    return MissingPage(
      frame: frame(
        locale, path: "/404", title: isChinese ? "没找到这一页" : "Page not found",
        description: isChinese ? "链接可能过期了。" : "The link may be old.", isIndexed: false),
      groups: isChinese
        ? [named("设计与创意", "/zh-CN/c/design"), named("写作与翻译", "/zh-CN/c/writing")]
        : [named("Design", "/en/c/design"), named("Writing and translation", "/en/c/writing")])
  }
}
