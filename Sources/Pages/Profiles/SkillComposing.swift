package import Market
import Theme

extension SkillPage {
  package init(_ record: SkillRecord, in edition: Edition) {
    let front = PageAddress.skill(record.skill.slug)
    let pager = record.number.map { Pager(number: $0, pages: record.pages, front: front) }
    let start = FrontPager(pages: record.pages, front: front)
    self.init(
      frame: edition.frame(Self.head(of: record, in: edition)),
      title: edition.said(record.skill.names) ?? Said(record.skill.slug),
      count: record.number == nil ? Int(record.seen) : nil,
      isRounded: record.number == nil && record.seen > SeenCount.exactMax,
      number: record.number.map { Int($0) }, sellers: record.sellers.map { edition.card($0) },
      previous: pager?.previous(in: edition),
      next: pager.map { $0.next(in: edition) } ?? start.next(in: edition),
      pages: pager?.lines(in: edition) ?? start.lines(in: edition))
  }

  private static func head(of record: SkillRecord, in edition: Edition) -> Head {
    let skill = record.skill
    let front = PageAddress.skill(skill.slug)
    let name = edition.said(skill.names) ?? Said(skill.slug)
    let title = edition.words(ListTitle(list: .skill, name: name.text))
    var head = Head(
      address: front, title: title,
      summary: edition.words(
        ListSummary(list: .skill, name: name.text, count: Int(record.seen))),
      written: edition.locales.filter { skill.names[$0] != nil },
      isIndexed: !record.sellers.isEmpty)
    if let number = record.number {
      head.address = .numbered(front, number)
      head.title = edition.words(NumberedTitle(title: title, number: Int(number)))
      head.summary = edition.words(NumberedSummary(title: title, number: Int(number)))
      head.trail = [NamedLink(name: name, link: edition.link(front))]
    }
    return head
  }
}

extension Edition {
  package func translations(of record: SkillRecord) -> Translations {
    let front = PageAddress.skill(record.skill.slug)
    return translations(
      of: record.number.map { .numbered(front, $0) } ?? front,
      in: locales.filter { record.skill.names[$0] != nil }, first: nil)
  }
}
