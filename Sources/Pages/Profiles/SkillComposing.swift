package import Market
import Theme

extension SkillPage {
  package init(_ record: SkillRecord, in edition: Edition) {
    self.init(record, by: Composer(edition))
  }

  package init(_ record: SkillRecord, by composer: Composer) {
    let edition = composer.edition
    let front = PageAddress.skill(record.skill.slug)
    let pager =
      record.number.map { Pager(number: $0, pages: record.pages, front: front).bar(in: edition) }
      ?? FrontPager(pages: record.pages, front: front).bar(in: edition)
    self.init(
      frame: edition.frame(Self.head(of: record, in: edition)),
      title: edition.said(record.skill.names) ?? Said(record.skill.slug),
      count: record.number == nil ? Int(record.seen) : nil,
      isRounded: record.number == nil && record.seen > SeenCount.exactMax,
      number: record.number.map { Int($0) }, sellers: record.sellers.map { composer.card($0) },
      pager: pager)
  }

  private static func head(of record: SkillRecord, in edition: Edition) -> Head {
    let name = edition.said(record.skill.names) ?? Said(record.skill.slug)
    let front = Head(
      page: edition.translations(ofFront: record.skill),
      title: edition.words(ListTitle(list: .skill, name: name.text)),
      summary: edition.words(
        ListSummary(list: .skill, name: name.text, count: Int(record.seen))),
      isIndexed: !record.sellers.isEmpty, trail: [edition.namedLink(.topics)])
    return record.number.map {
      edition.head(of: front, numbered: $0, named: name, isIndexed: front.isIndexed)
    } ?? front
  }
}

extension Edition {
  package func translations(of record: SkillRecord) -> Translations {
    let front = translations(ofFront: record.skill)
    return record.number.map(front.numbered) ?? front
  }

  func translations(ofFront skill: Skill) -> Translations {
    translations(of: .skill(skill.slug)) { skill.names.texts.has($0) }
  }
}
