package import Market
package import Pages
import Theme

extension Sample {
  package static func blogPage(_ locale: Locale) -> BlogPage {
    BlogPage(
      frame: frame(
        locale, path: "/blog", title: Sayer(locale)("集市手记", "Notes from the market"),
        description: Sayer(locale)("平台改了什么，为什么。", "What we change, and why.")),
      posts: posts(locale), feed: link("/\(locale)/blog/feed.xml"))
  }

  package static func postPage(_ locale: Locale) -> PostPage {
    let posts = posts(locale)
    let post = posts[1]
    return PostPage(
      frame: frame(
        locale, path: "/blog/ledger", title: post.title.text,
        description: post.summary?.text ?? "", kind: "article",
        trail: [named(Sayer(locale)("集市手记", "Notes from the market"), "/\(locale)/blog")]),
      title: post.title.text, summary: post.summary?.text,
      body: Markdown.html(locale == .chinese ? chinesePost : englishPost, for: .own),
      day: post.day, author: post.author,
      newer: NamedLink(name: posts[0].title, link: posts[0].link),
      older: NamedLink(name: posts[2].title, link: posts[2].link))
  }

  private static func posts(_ locale: Locale) -> [PostLine] {
    let say = Sayer(locale)
    let market = locale == .chinese ? "集市" : "Jishi"
    return [
      PostLine(
        title: Said(say("排名不卖", "Ranks are not for sale")),
        summary: Said(
          say(
            "列表里的先后只看公开的几项，付钱改变不了它。这里是算法，和我们故意不算的东西。",
            "What stands first in a list follows from a few published figures, and money is none.")),
        link: link("/\(locale)/blog/ranking"), day: Day(year: 2026, month: 11, day: 18),
        author: market),
      PostLine(
        title: Said(say("为什么把账本公开", "Why the books are open")),
        summary: Said(
          say(
            "托管的钱是别人的钱。与其请您相信我们，不如让您自己查。",
            "Money in escrow belongs to others. Rather than ask for trust, we let you check.")),
        link: link("/\(locale)/blog/ledger"), day: Day(year: 2026, month: 10, day: 9),
        author: say("顾闻", "Gu Wen")),
      PostLine(
        title: Said(say("集市开张", "The market opens")), link: link("/\(locale)/blog/opening"),
        day: Day(year: 2026, month: 9, day: 1), author: market),
    ]
  }

  private static let chinesePost = """
    一个平台替人保管钱，最省事的说法是“请放心”。我们想换一种做法：把账摊开，让您不必放心也能用。

    # 账是怎么记的

    每一笔钱都记两次：从哪里来，到哪里去。两边相加必须是零，少一分都记不进去。每一秒，新的几笔会被装订成一页，页上印着\
    前一页的指纹。改掉旧账里的一个字，后面所有的页都对不上。

    > 账是给人查的，不是给人看的。

    # 您能查到什么

    - 此刻托管着多少钱，分属多少笔订单；
    - 每一天放款、退款各多少；
    - 任何一页的指纹。

    查不到的是谁付给了谁。
    """

  private static let englishPost = """
    The easy thing to say, for a platform that keeps other people’s money, is “trust us”. We would
    rather lay the books open, so that you need not.

    # How the books are kept

    Every sum is written down twice: where it came from and where it went. The two must add up to
    nothing, to the last fen. Every second the new entries are bound into a page that carries the
    fingerprint of the page before. Change one sign in an old entry, and no later page fits.

    > Books are kept to be checked, not to be looked at.

    # What you can look up

    - How much is in escrow now, and for how many orders
    - How much was released and refunded on each day
    - The fingerprint of any page

    What you cannot look up is who paid whom.
    """
}
