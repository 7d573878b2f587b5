import HTTP
import Market
import Pages
import Store

/// Anybody tells the staff of something that should not be on the site.
enum ReportRoutes {
  static let all = [form, file, fileByProgram]

  private static let path: RoutePath = "/{locale}/report"

  private static let form = WebRoute.page(
    path, "The form with which a gig or a seller is reported.", takes: ReportAsked.self
  ) { visit, asked in
    show(
      ReportForm(subjectPath: asked.subject, token: visit.formToken()), visit, flash: visit.flash)
  }

  private static let file = WebRoute.form(
    path, "Reports a gig or a seller to the staff.", takes: ReportFiled.self, again: again
  ) { visit, filed in
    write(filed, visit) { receipt in
      let page = PageAddress.report.path(in: visit.locale)
      return visit.redirect(
        to: page + PageAddress.reportQuery(on: filed.path), saying: Flash(.reported, receipt))
    }
  }

  private static let fileByProgram = WebRoute.api(
    .post, "/api/v1/reports", "Reports a gig or a seller to the staff.",
    takes: ReportFiled.self,
    gives: .object([.init("receipt", .text, "What the staff know the report by.")])
  ) { visit, filed in
    write(filed, visit) { visit.json(["receipt": .text($0)], status: .created) }
  }

  private static func write(
    _ filed: ReportFiled, _ visit: Visit, answer: @escaping @Sendable (String) -> Answer
  ) -> Step {
    guard let subject = filed.subject, let reason = filed.reason else {
      preconditionFailure("what was read has no faults")
    }
    let complaint = Report.Complaint(
      about: subject, because: reason, detail: filed.detail, in: visit.locale,
      contact: filed.contact)
    var chance = visit.chance
    let receipt = PublicID<Report>(using: &chance)
    return .write { tx in
      try visit.once(tx) { tx in
        try tx.fileReport(complaint, receipt: receipt, by: visit.actor, at: visit.now).receipt.text
      }
    } then: {
      .answer(answer($0))
    }
  }

  private static func again(_ visit: Visit, _ trouble: Trouble) -> Step {
    let form = ReportForm(
      subjectPath: visit.typed("subject"), reason: visit.typed("reason"),
      detail: visit.typed("detail"), contact: visit.typed("contact"), faults: trouble.faults,
      isStale: trouble.isStale, token: visit.formToken())
    return show(form, visit, status: trouble.status)
  }

  private static func show(
    _ form: ReportForm, _ visit: Visit, status: Status = .ok, flash: Flash? = nil
  ) -> Step {
    .read { rows in
      var form = form
      form.subject = try rows.reportedPage(at: form.subjectPath, in: visit.edition)
      if flash?.kind == .reported { form.receipt = flash?.receipt }
      let page = visit.printer.print(ReportPage(form, in: visit.edition), in: visit.edition)
      return .answer(visit.page(page, status: status, forget: flash != nil))
    }
  }
}

private struct ReportAsked: Input {
  let subject: String

  init(_ fields: inout Fields) {
    subject = fields.path("subject", "The path of the page that is meant.", isRequired: false)
    fields.locale()
  }
}

private struct ReportFiled: Input {
  let path: String
  let subject: ReportSubject?
  let reason: ReportReason?
  let detail: String
  let contact: Contact?

  init(_ fields: inout Fields) {
    fields.locale()
    path = fields.path(
      "subject", "The path of the page of a gig or a seller, such as /en/g/logo-42.")
    subject = ReportSubject(at: path)
    if !path.isEmpty, subject == nil { fields.refuse("subject", .notFound) }
    reason = fields.choice("reason", "What is wrong with it.", of: ReportReason.self)
    detail = fields.text(
      "detail", "What staff should know.", characters: 1...Report.detailCharactersMax,
      isLong: true)
    contact = fields.contact(
      "contact", "An e-mail address or a telephone number for questions; need not be there.")
  }
}

extension ReportSubject {
  fileprivate init?(at path: String) {
    switch AddressedThing(path: path) {
    case .gig(let gig): self = .gig(gig)
    case .seller(let party): self = .seller(party)
    default: return nil
    }
  }
}

extension Reading where Self: ~Copyable {
  /// Nil when there is nothing at the path that visitors can see.
  fileprivate func reportedPage(at path: String, in edition: Edition) throws -> ReportedPage? {
    guard let subject = ReportSubject(at: path), try isShown(subject) else { return nil }
    switch subject {
    case .gig(let id):
      guard let record = try gigRecord(id) else { return nil }
      let titles = Localized(ByLocale(record.content.texts.map { ($0.key, $0.value.title) }))
      return ReportedPage(
        titles: titles, first: record.content.origin,
        path: PageAddress.gig(id, record.slugs).path(in: edition.locale))
    case .seller(let party):
      guard let record = try profileRecord(party) else { return nil }
      let name = record.seller.name
      return ReportedPage(
        titles: name.names, first: name.language,
        path: PageAddress.seller(party, name.slugs).path(in: edition.locale))
    }
  }
}

extension Fields {
  /// The language of the address; the table has looked at it already.
  mutating func locale() {
    guard stands(inPath: "locale") else { return }
    _ = text("locale", "The language of the page.", characters: 1...Locale.bytesMax)
  }

  /// A telephone number without the sign of a country is one of mainland China.
  mutating func contact(_ name: String, _ about: String) -> Contact? {
    let given = text(name, about, characters: 0...Self.contactMax)
    if given.isEmpty { return nil }
    if given.utf8.contains(UInt8(ascii: "@")) {
      if let contact = try? Contact(email: given) { return contact }
    } else {
      let number = given.filter { !" -()".contains($0) }
      let whole = number.utf8.first == UInt8(ascii: "+") ? number : "+86" + number
      if let contact = try? Contact(phone: whole) { return contact }
    }
    refuse(name, .unfit)
    return nil
  }

  private static let contactMax = 254
}
