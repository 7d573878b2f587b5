package import Market

/// What somebody wants to tell the staff of a page, as it was typed.
package struct ReportForm: Sendable {
  /// What is reported; nil when it is not known.
  package var subject: ReportedPage?
  /// As it came in the field `subject`.
  package var subjectPath: String
  /// The name of one of the reasons, or whatever was sent instead.
  package var reason: String?
  package var detail: String
  package var contact: String
  package var state: FormState
  /// The number under which the staff have it; nil before it was sent.
  package var receipt: String?

  package init(
    subject: ReportedPage? = nil, subjectPath: String = "", reason: String? = nil,
    detail: String = "", contact: String = "",
    faults: [(field: String, fault: FieldFault)] = [], isStale: Bool = false,
    token: String, receipt: String? = nil
  ) {
    self.subject = subject
    self.subjectPath = subjectPath
    self.reason = reason
    self.detail = detail
    self.contact = contact
    state = FormState(token: token, faults: faults, isStale: isStale)
    self.receipt = receipt
  }
}

/// What is reported: a service or a seller.
package struct ReportedPage: Hashable, Sendable {
  package let titles: Localized
  /// The language that it was first written in.
  package let first: Locale?
  /// Of its page, in the language of the one who reports.
  package let path: String

  package init(titles: Localized, first: Locale? = nil, path: String) {
    self.titles = titles
    self.first = first
    self.path = path
  }
}
