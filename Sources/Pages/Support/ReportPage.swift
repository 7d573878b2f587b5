package import Theme

/// What is reported.
package enum ReportedKind: Int, CaseIterable, Choice {
  case gig, seller, other
}

/// Where anybody reports a service or a seller to the staff.
package struct ReportPage: View {
  package let around: FormFrame
  package let subject: NamedLink?
  package let subjectKind: ReportedKind
  package let subjectPath: String
  package let address: TextField?
  package let reason: ChoiceField
  package let detail: TextField
  package let contact: TextField
  package let form: FormAddress
  package let receipt: String?
  package let guide: Link?

  package init(
    around: FormFrame,
    subject: NamedLink? = nil,
    subjectKind: ReportedKind = .other,
    subjectPath: String = "",
    address: TextField? = nil,
    reason: ChoiceField,
    detail: TextField,
    contact: TextField,
    form: FormAddress,
    receipt: String? = nil,
    guide: Link? = nil
  ) {
    self.around = around
    self.subject = subject
    self.subjectKind = subjectKind
    self.subjectPath = subjectPath
    self.address = address
    self.reason = reason
    self.detail = detail
    self.contact = contact
    self.form = form
    self.receipt = receipt
    self.guide = guide
  }

  package static let isDynamic = true
  package static let about = "The page on which anybody reports a service or a seller to the staff."
  package static let fields = Fields<Self>(
    Field("around", \.around, "What stands around the page."),
    Field("subject", \.subject, "What is reported, if it is known."),
    Field("subjectKind", \.subjectKind, "Whether that is a service or a seller."),
    Field("subjectPath", \.subjectPath, "Its path, for the hidden field `subject`."),
    Field(
      "address", \.address,
      "The field `subject` for people to fill in; missing when it is known what is reported."),
    Field("reason", \.reason, "Why it is reported."),
    Field("detail", \.detail, "What there is to say about it."),
    Field("contact", \.contact, "Where the staff can ask back."),
    Field("form", \.form, "Where the form is sent."),
    Field(
      "receipt", \.receipt, "The number of the report, once it was sent: there is no form then."),
    Field("guide", \.guide, "The rules about reports."))
}
