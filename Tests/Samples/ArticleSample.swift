package import Market
package import Pages
import Theme

extension Sample {
  package static func helpPage(_ locale: Locale) -> HelpPage {
    let say = Sayer(locale)
    func article(_ name: String, _ title: String, _ summary: String) -> ArticleLine {
      ArticleLine(
        title: Said(title), summary: Said(summary), link: link("/\(locale)/help/\(name)"))
    }
    return HelpPage(
      frame: frame(
        locale, path: "/help", title: say("帮助与规则", "Help and rules"),
        description: say("怎么买、怎么卖，规则和账本。", "How to buy and sell, the rules and the books.")),
      groups: [
        HelpGroup(
          kind: .buyers,
          articles: [
            article(
              "escrow", say("托管怎么运作", "How escrow works"),
              say("钱在谁手里，什么时候动。", "Who holds the money, and when it moves.")),
            article(
              "accept", say("验收与修改", "Accepting work and asking for revisions"),
              say(
                "交付以后您有3天：验收、要求修改，或者提出争议。",
                "After a delivery you have 3 days to accept, to ask for a revision or to open a dispute."
              )),
            article(
              "refund", say("退款", "Refunds"), say("什么情况退多少，多久到账。", "How much, when, and how soon.")),
          ]),
        HelpGroup(
          kind: .sellers,
          articles: [
            article(
              "fees", say("费用与提现", "Fees and payouts"),
              say("每一笔钱怎么分，什么时候到您手里。", "How each sum is split, and when you have it.")),
            article(
              "levels", say("等级怎么算", "How levels work"),
              say("每天按公开的条件计算。", "Worked out every day from published criteria.")),
          ]),
        HelpGroup(
          kind: .open,
          articles: [
            article(
              "ledger", say("公开账本", "The public ledger"),
              say("每一笔都连着前一笔。", "Every entry is chained to the one before."))
          ]),
        HelpGroup(
          kind: .market,
          articles: [
            ArticleLine(
              title: Said(say("用户协议", "Terms of service")),
              link: link("/\(locale)/policies/terms"))
          ]),
      ])
  }

  package static func articlePage(_ locale: Locale) -> ArticlePage {
    let say = Sayer(locale)
    let title = say("费用与提现", "Fees and payouts")
    let summary = say(
      "每一笔钱怎么分，什么时候到您手里。", "How each sum is split, and when you have it.")
    let text = locale == .chinese ? chineseArticle : englishArticle
    return ArticlePage(
      frame: frame(
        locale, path: "/help/fees", title: title, description: summary, kind: "article",
        trail: [named(say("帮助与规则", "Help and rules"), "/\(locale)/help")]),
      title: title, summary: summary, body: Markdown.html(text, for: .own),
      updated: Day(year: 2026, month: 11, day: 20),
      contents: Markdown.headings(text).filter { $0.level == 2 }.map {
        NamedLink(name: Said($0.words), link: $0.link)
      },
      siblings: [
        named(say("等级怎么算", "How levels work"), "/\(locale)/help/levels"),
        named(say("开店与实名", "Opening a shop"), "/\(locale)/help/open"),
        named(say("开票与税", "Invoices and taxes"), "/\(locale)/help/taxes"),
      ],
      kind: .sellers)
  }

  private static let chineseArticle = """
    买家付的钱先进托管，验收以后才放款给您。放款时扣一次**平台服务费**，此外没有别的费用：不收入驻费，不收置顶费。

    # 平台服务费

    费率看您在下单那一刻的等级。订单生成以后，费率就不再变。

    | 等级 | 费率 | 结算期 | 同时在架的服务 |
    |---|---:|---:|---:|
    | 新卖家 | 20% | 14天 | 4项 |
    | 良工 | 20% | 14天 | 10项 |
    | 巧匠 | 18% | 14天 | 20项 |
    | 大匠 | 15% | 7天 | 30项 |

    ## 一个例子

    一位新卖家完成了一笔¥1,280.00的订单：

    1. 买家付¥1,350.40，其中¥70.40是买家的服务费。
    2. ¥1,280.00一直在托管，直到买家验收。
    3. 放款时扣¥256.00，进钱包的是¥1,024.00。

    > 付款以前，买家和您都看得到这三个数。

    # 结算期

    放款以后的钱要等结算期结束才能提现。结算期里它已经是您的，只是还不能转走：

    - 买家的银行可能在这段时间里撤回付款；
    - 争议可能在放款以后30天内提出，见[验收与修改](/zh-CN/help/accept)。

    # 提现

    工作日16:00前申请的，当天转出。每次至少¥10.00。到账时间以[银行的公告](https://www.pbc.gov.cn/)为准。

    ## 自己核对

    每一笔都能在账本里查到。命令行里是这样：

    ```
    jishi ledger show 4417 --asset CNY
    ```

    金额用`最小单位`记，所以1,280元写作128000。
    """

  private static let englishArticle = """
    What a buyer pays goes into escrow first, and is released to you when the work is accepted. The
    **service fee** is taken once, on release. There is no other: no fee to join, none to be seen.

    # The service fee

    Your level at the moment of the order decides. Once the order exists, its fee stays as it is.

    | Level | Fee | Clearing period | Services at once |
    |---|---:|---:|---:|
    | New seller | 20% | 14 days | 4 |
    | Skilled | 20% | 14 days | 10 |
    | Expert | 18% | 14 days | 20 |
    | Master | 15% | 7 days | 30 |

    ## An example

    A new seller completes an order of CN¥1,280.00:

    1. The buyer pays CN¥1,350.40, of which CN¥70.40 is the buyer’s own service fee.
    2. CN¥1,280.00 stays in escrow until the buyer accepts.
    3. CN¥256.00 is taken on release, and CN¥1,024.00 goes into the wallet.

    > Both of you see these three figures before anything is paid.

    # The clearing period

    What was released can be withdrawn when the clearing period is over. Until then it is yours, but
    stays where it is:

    - the buyer’s bank may still take the payment back;
    - a dispute can be opened up to 30 days after release, see
      [accepting work](/en/help/accept).

    # Payouts

    Asked for by 16:00 on a working day, a payout leaves the same day. The least is CN¥10.00. When it
    arrives is for [your bank](https://www.pbc.gov.cn/) to say.

    ## Checking for yourself

    Every entry can be looked up in the ledger. On the command line:

    ```
    jishi ledger show 4417 --asset CNY
    ```

    Amounts are kept in `minor units`, so 1,280 yuan are 128000.
    """
}
