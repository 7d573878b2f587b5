import Market
import Theme

extension ReportPage {
  package init(_ report: ReportForm, in edition: Edition) {
    let form = ReportFields(report, in: edition)
    let path = report.subject?.path ?? report.subjectPath
    var head = edition.head(of: .report)
    head.isIndexed = false
    head.query = PageAddress.reportQuery(on: path)
    self.init(
      frame: edition.frame(head), subject: form.subject,
      subjectKind: ReportedKind(at: path), subjectPath: path, address: form.address,
      reason: form.reason, detail: form.detail, contact: form.contact, faults: form.list,
      form: FormAddress(action: edition.link(.report), token: report.token),
      notice: Notice(about: report, in: edition),
      receipt: report.receipt, guide: edition.guide(.policies, "report"))
  }
}

extension Notice {
  /// What came of what was sent last.
  fileprivate init?(about report: ReportForm, in edition: Edition) {
    if report.receipt != nil {
      self.init(.done, edition.words(ReportArrived()))
    } else if report.isStale {
      self.init(.failed, edition.words(FormStale()))
    } else {
      return nil
    }
  }
}

extension ReportedKind {
  fileprivate init(at path: String) {
    self =
      switch AddressedThing(path: path) {
      case .gig, .gigVersion: .gig
      case .seller: .seller
      case .category, .tag, .skill, .newest, nil: .other
      }
  }
}

/// The fields of the form, each with the first of its faults.
private struct ReportFields {
  let report: ReportForm
  let edition: Edition

  init(_ report: ReportForm, in edition: Edition) {
    self.report = report
    self.edition = edition
  }

  var subject: NamedLink? {
    guard let subject = report.subject, let link = Link(subject.path) else { return nil }
    let name = edition.said(subject.titles, first: subject.first)
    return NamedLink(name: name ?? Said(subject.path), link: link)
  }

  var address: TextField? {
    subject == nil
      ? TextField(
        name: "subject", label: label(.subject), value: report.subjectPath, hint: hint(.subject),
        fault: fault(.subject), kind: .address) : nil
  }

  var reason: ChoiceField {
    ChoiceField(
      name: "reason", label: label(.reason), hint: hint(.reason),
      // Nobody fills in what is to be chosen.
      fault: fault(.reason) { $0 == .missing ? .notAChoice : $0 },
      options: ReportReason.allCases.map { reason in
        ChoiceOption(
          value: reason.rawValue, label: edition.words(ReportReasonName(reason: reason)),
          isChosen: reason.rawValue == report.reason)
      })
  }

  var detail: TextField {
    TextField(
      name: "detail", label: label(.detail), value: report.detail, hint: hint(.detail),
      fault: fault(.detail), isLong: true, charactersMax: Report.detailCharactersMax)
  }

  var contact: TextField {
    TextField(
      name: "contact", label: label(.contact), value: report.contact, hint: hint(.contact),
      fault: fault(.contact), isRequired: false)
  }

  var list: FaultList {
    let shown: [(any FormField)?] = [address, reason, detail, contact]
    let names = ReportFieldName.allCases.filter { $0 != .subject || address != nil }.map(\.name)
    let others = report.faults.filter { !names.contains($0.field) }
    return FaultList(
      of: shown.compactMap { $0 },
      and: others.map { field, fault in
        let label = field == ReportFieldName.subject.name ? label(.subject) : field
        return FaultLine(label: label, fault: edition.sentence(for: fault))
      })
  }

  private func label(_ field: ReportFieldName) -> String {
    edition.words(ReportLabel(field: field))
  }

  private func hint(_ field: ReportFieldName) -> String { edition.words(ReportHint(field: field)) }

  private func fault(
    _ field: ReportFieldName, as change: (FieldFault) -> FieldFault = { $0 }
  ) -> String? {
    report.faults.first { $0.field == field.name }
      .map { edition.sentence(for: change($0.fault)) }
  }
}
