import Market
import Theme

extension Edition {
  /// What stands around a page on which somebody comes in. Each language has the same page, and no
  /// search engine has any.
  func gateFrame(_ page: GatePage, at place: GatePlace, next: String? = nil) -> Frame {
    frame(
      Head(
        page: translations(of: .gate(place)), title: words(GateTitle(page: page)),
        summary: words(GateSummary(page: page)), isIndexed: false,
        query: PageAddress.nextQuery(next)))
  }

  func form(_ place: GatePlace, token: String) -> FormAddress {
    FormAddress(action: link(place), token: token)
  }

  func label(_ field: GateField) -> String { words(GateLabel(field: field)) }

  func hint(_ field: GateHinted, min: Int = 0) -> String { words(GateHint(field: field, min: min)) }

  func notice(_ kind: Notice.Kind, _ news: GateNews) -> Notice {
    Notice(kind, words(GateNotice(news: news)))
  }

  /// That it was tried too often.
  func notice(waitingSeconds seconds: Int) -> Notice {
    Notice(.failed, words(GateWait(minutes: max(1, (seconds - 1) / 60 + 1))))
  }

  /// What holds for every form of the gate, before what is special to one.
  func notice(isStale: Bool, waitSeconds: Int? = nil, isSpent: Bool = false) -> Notice? {
    if isStale { return Notice(.failed, words(FormStale())) }
    if let waitSeconds { return notice(waitingSeconds: waitSeconds) }
    return isSpent ? notice(.failed, .spent) : nil
  }
}

/// The fields of a form of the gate, with what is wrong with them.
struct GateFields {
  let faults: FormFaults
  let edition: Edition

  init(_ faults: [(field: String, fault: FieldFault)], in edition: Edition) {
    self.faults = FormFaults(faults: faults, edition: edition)
    self.edition = edition
  }

  func contact(_ typed: String, hint: GateHinted? = nil, isWrong: Bool = false) -> TextField {
    TextField(
      name: "contact", label: edition.label(.contact), value: typed,
      hint: hint.map { edition.hint($0) }, fault: fault("contact", isWrong), kind: .contact)
  }

  func password(isWrong: Bool) -> TextField {
    TextField(
      name: "password", label: edition.label(.password), fault: fault("password", isWrong),
      kind: .password)
  }

  func newPassword(min: Int, label: GateField = .newPassword) -> TextField {
    TextField(
      name: "password", label: edition.label(label), hint: edition.hint(.newPassword, min: min),
      fault: faults.sentence("password"), kind: .newPassword)
  }

  /// A code that was sent.
  func code(_ typed: String) -> TextField {
    TextField(
      name: "code", label: edition.label(.code), value: typed, fault: faults.sentence("code"),
      kind: .code)
  }

  private func fault(_ field: String, _ isWrong: Bool) -> String? {
    isWrong ? edition.words(GateCheck()) : faults.sentence(field)
  }
}
