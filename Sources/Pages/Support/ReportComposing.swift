import Market
import Theme

extension ReportPage {
  package init(_ report: ReportForm, in edition: Edition) {
    let fields = FormFields<ReportField>(report.state, in: edition)
    let subject = edition.link(to: report.subject)
    let address =
      subject == nil ? fields.text(.subject, report.subjectPath, kind: .address) : nil
    let reason = fields.choice(.reason, among: edition.reasonOptions(chosen: report.reason))
    let detail = fields.text(
      .detail, report.detail, isLong: true, charactersMax: Report.detailCharactersMax)
    let contact = fields.text(.contact, report.contact, isRequired: false)
    let shown: [(any FormField)?] = [address, reason, detail, contact]
    let path = report.subject?.path ?? report.subjectPath
    var head = edition.head(of: .report)
    head.isIndexed = false
    head.query = PageAddress.reportQuery(on: path)
    self.init(
      around: FormFrame(
        frame: edition.frame(head), notice: Notice(about: report, in: edition),
        faults: fields.list(of: shown.compactMap { $0 })),
      subject: subject, subjectKind: ReportedKind(at: path), subjectPath: path, address: address,
      reason: reason, detail: detail, contact: contact, form: edition.form(.report, report.state),
      receipt: report.receipt, guide: edition.guide(.policies, "report"))
  }
}

extension Notice {
  /// What came of what was sent last.
  fileprivate init?(about report: ReportForm, in edition: Edition) {
    if report.receipt != nil {
      self.init(.done, edition.words(ReportArrived()))
    } else {
      self.init(about: report.state, in: edition)
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

extension Edition {
  fileprivate func link(to subject: ReportedPage?) -> NamedLink? {
    guard let subject, let link = Link(subject.path) else { return nil }
    let name = said(subject.titles, first: subject.first)
    return NamedLink(name: name ?? Said(subject.path), link: link)
  }

  fileprivate func reasonOptions(chosen: String?) -> [ChoiceOption] {
    ReportReason.allCases.map { reason in
      ChoiceOption(
        value: reason.rawValue, label: words(ReportReasonName(reason: reason)),
        isChosen: reason.rawValue == chosen)
    }
  }
}
