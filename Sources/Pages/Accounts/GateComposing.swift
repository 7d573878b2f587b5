import Market
import Theme

extension FormFields<GateField> {
  /// What stands around a page on which somebody comes in. Each language has the same page, and no
  /// search engine has any. `shown` are its fields, or nil where their faults are not told.
  func around(
    _ page: GatePage, at place: GatePlace, next: String? = nil, _ notice: Notice?,
    _ shown: [any FormField]?
  ) -> FormFrame {
    let head = Head(
      page: edition.translations(of: .gate(place)), title: edition.words(GateTitle(page: page)),
      summary: edition.words(GateSummary(page: page)), isIndexed: false,
      query: PageAddress.nextQuery(next))
    return FormFrame(
      frame: edition.frame(head), notice: notice, faults: shown.map(list) ?? FaultList([]))
  }
}

extension Edition {
  func form(_ place: GatePlace, _ state: FormState) -> FormAddress { form(.gate(place), state) }

  func hint(_ field: GateHinted, min: Int = 0) -> String { words(GateHint(field: field, min: min)) }

  func notice(_ kind: Notice.Kind, _ news: GateNews) -> Notice {
    Notice(kind, words(GateNotice(news: news)))
  }

  /// What holds for every form of the gate, before what is special to one.
  func notice(_ state: FormState, waitSeconds: Int? = nil, isSpent: Bool = false) -> Notice? {
    if let notice = Notice(about: state, in: self) { return notice }
    // Tried too often.
    if let waitSeconds {
      return Notice(.failed, words(GateWait(minutes: max(1, (waitSeconds - 1) / 60 + 1))))
    }
    return isSpent ? notice(.failed, .spent) : nil
  }
}
