package import Market
import Theme

extension HomePage {
  package init(
    _ market: ListingRecord, skills: [Counted<Skill>], in edition: Edition
  ) {
    self.init(market, skills: skills, by: Composer(edition))
  }

  package init(
    _ market: ListingRecord, skills: [Counted<Skill>], by composer: Composer
  ) {
    let edition = composer.edition
    let posts = edition.library.posts(in: edition.locale)
    var head = edition.head(of: .home)
    head.feed = .feed(.newest)
    head.isWholeTitle = true
    self.init(
      frame: edition.frame(head),
      gigCount: Int(market.seen), isRounded: market.seen > SeenCount.exactMax,
      groups: edition.groups(), best: market.best.map { composer.card($0) },
      newest: market.newest.prefix(Self.newestMax).map { composer.card($0) },
      newestLink: edition.link(.newest),
      skills: skills.compactMap { counted in
        edition.said(counted.thing.names).map {
          NamedLink(name: $0, link: edition.link(.skill(counted.thing.slug)))
        }
      },
      posts: posts.prefix(Self.postsMax).map { edition.line($0) },
      blogLink: posts.isEmpty ? nil : edition.link(.blog),
      escrowLink: edition.guide(.help, "escrow"), rankingLink: edition.guide(.help, "ranking"),
      ledgerLink: edition.guide(.help, "ledger"), reviewsLink: edition.guide(.help, "reviews"),
      sellLink: edition.guide(.help, "selling"), feesLink: edition.guide(.help, "fees"),
      cancelAfterHours: edition.rules.order.lateCancelHours,
      acceptAfterDays: edition.rules.order.silentAcceptanceDays)
  }

  package static let newestMax = 8
  static let postsMax = 3
  package static let skillsMax = 24
}

extension CataloguePage {
  package init(in edition: Edition) {
    self.init(
      frame: edition.frame(edition.head(of: .catalogue)), groups: edition.groups(),
      newestLink: edition.link(.newest))
  }
}

extension TopicsPage {
  package init(skills: [Counted<Skill>], tags: [Counted<Tag>], in edition: Edition) {
    var head = edition.head(of: .topics)
    head.isIndexed = false
    self.init(
      frame: edition.frame(head),
      groups: edition.groups(),
      skills: skills.compactMap { edition.counted($0.thing.names, .skill($0.thing.slug), $0.seen) },
      tags: tags.compactMap { edition.counted($0.thing.names, .tag($0.thing.slug), $0.seen) })
  }

  package static let linksMax = 200
}

extension MissingPage {
  package init(in edition: Edition) {
    var head = edition.head(of: .missing)
    head.isIndexed = false
    self.init(
      frame: edition.frame(head),
      groups: edition.catalogue.groups.map { edition.namedLink($0.category) })
  }
}

extension MovedPage {
  /// At a former address of a page.
  package init(to page: Translations, titled title: String, in edition: Edition) {
    self.init(
      title: title, language: edition.language,
      canonical: edition.canonical(of: page), link: edition.link(page.address),
      siteName: edition.siteName)
  }
}

extension ChooserPage {
  /// Speaks every language at once; what has one value only is in the first one's.
  package init(in editions: [Edition]) {
    let first = editions[0]
    self.init(
      title: first.words(ChooserTitle()), language: first.language,
      description: first.words(PageSummary(page: .home)),
      canonical: first.site.origin.whole("/"),
      alternates: first.alternates(of: first.translations(of: .chooser)),
      languages: editions.map { edition in
        ChooserLine(
          name: edition.info.name, language: edition.language, direction: edition.direction,
          link: edition.link(.home), words: edition.title(of: .home))
      },
      siteName: first.words(ChooserTitle()),
      openGraphLocale: first.openGraphLocale, picture: first.sharePicture)
  }
}

extension Edition {
  func groups() -> [GroupLine] {
    catalogue.groups.map { group in
      GroupLine(
        name: name(of: group.category), summary: said(group.category.summaries),
        link: link(.category(group.category.slug)), count: Int(group.seen),
        isRounded: group.seen > SeenCount.exactMax,
        picture: picture(drawing(of: group.category)),
        categories: catalogue.categories(of: group.category.id).map { entry in
          CategoryLine(
            name: name(of: entry.category), summary: said(entry.category.summaries),
            link: link(.category(entry.category.slug)), count: Int(entry.seen),
            isRounded: entry.seen > SeenCount.exactMax,
            otherNames: otherNames(entry.category.names))
        })
    }
  }

  fileprivate func counted(
    _ names: Localized, _ address: PageAddress, _ seen: Int64
  ) -> CountedLink? {
    said(names).map {
      CountedLink(
        name: $0, link: link(address), count: Int(seen), otherNames: otherNames(names))
    }
  }

  /// Those of other languages that are not the same as the one shown.
  private func otherNames(_ names: Localized) -> String? {
    let shown = said(names)?.text
    let others = names.inOrder.map(\.text).filter { $0 != shown }
    return others.isEmpty ? nil : others.joined(separator: " ")
  }
}
