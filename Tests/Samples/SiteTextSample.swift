package import Market
package import Pages
import Theme

// The pages of the whole site, with any text in every place that has one.
extension Sample {
  /// `others` are more skills and posts.
  package static func homePage(
    _ locale: Locale, of texts: Texts, among others: [Texts] = []
  ) -> HomePage {
    let all = [texts] + others
    return HomePage(
      frame: frame(locale, path: "", of: texts), gigCount: 3, groups: [group(texts)],
      best: [card(texts)], newest: [card(texts)], newestLink: texts.link("newest"),
      skills: all.map { $0.named("skill") },
      posts: all.map {
        PostLine(
          title: $0.said("post"), summary: $0.said("post summary"), link: $0.link("post"),
          day: Day(year: 2026, month: 11, day: 12), author: $0("author"))
      },
      blogLink: texts.link("blog"), guides: [texts.named("guide")],
      escrowLink: texts.link("escrow"), rankingLink: texts.link("ranking"),
      ledgerLink: texts.link("ledger"), reviewsLink: texts.link("rules of reviews"),
      sellLink: texts.link("selling"), feesLink: texts.link("fees"), cancelAfterHours: 24,
      acceptAfterDays: 3)
  }

  /// `others` are more groups.
  package static func cataloguePage(
    _ locale: Locale, of texts: Texts, among others: [Texts] = []
  ) -> CataloguePage {
    CataloguePage(
      frame: frame(locale, path: "/c", of: texts), groups: ([texts] + others).map(group),
      newestLink: texts.link("newest"))
  }

  /// `others` are more skills and tags.
  package static func topicsPage(
    _ locale: Locale, of texts: Texts, among others: [Texts] = []
  ) -> TopicsPage {
    let all = [texts] + others
    return TopicsPage(
      frame: frame(locale, path: "/search", of: texts), groups: [group(texts)],
      skills: all.map { CountedLink(name: $0.said("skill"), link: $0.link("skill"), count: 4) },
      tags: all.map { CountedLink(name: $0.said("tag"), link: $0.link("tag"), count: 5) })
  }

  private static func group(_ texts: Texts) -> GroupLine {
    GroupLine(
      name: texts.said("group"), summary: texts.said("group summary"), link: texts.link("group"),
      count: 3, picture: texts.picture("group"),
      categories: [
        CategoryLine(
          name: texts.said("category"), summary: texts.said("category summary"),
          link: texts.link("category"), count: 2, isRounded: true, otherNames: texts("other names"))
      ])
  }
}
