package import Theme

/// How a code was sent.
package enum ContactWay: Int, CaseIterable, Choice {
  case email, phone
}

/// What a code proves a contact for.
package enum CodeKind: Int, CaseIterable, Choice {
  case signUp, contact
}

/// Where somebody types the code that was sent to a contact.
package struct CodePage: View {
  package let around: FormFrame
  package let kind: CodeKind
  package let way: ContactWay
  package let sentTo: String
  package let code: TextField?
  package let form: FormAddress
  package let again: FormAddress?
  package let waitSeconds: Int?
  package let start: Link
  package let next: String?

  package init(
    around: FormFrame,
    kind: CodeKind,
    way: ContactWay,
    sentTo: String,
    code: TextField?,
    form: FormAddress,
    again: FormAddress? = nil,
    waitSeconds: Int? = nil,
    start: Link,
    next: String? = nil
  ) {
    self.around = around
    self.kind = kind
    self.way = way
    self.sentTo = sentTo
    self.code = code
    self.form = form
    self.again = again
    self.waitSeconds = waitSeconds
    self.start = start
    self.next = next
  }

  package static let isDynamic = true
  package static let about = "The page that takes a code which was sent to a contact."
  package static let fields = Fields<Self>(
    Field("around", \.around, "What stands around the page."),
    Field("kind", \.kind, "What the contact is proved for."),
    Field("way", \.way, "How the code was sent."),
    Field("sentTo", \.sentTo, "Where it was sent, with a gap in it."),
    Field("code", \.code, "The code; missing when none is taken any more."),
    Field("form", \.form, "Where the form is sent."),
    Field("again", \.again, "Where another code is asked for; missing where one begins anew."),
    Field("waitSeconds", \.waitSeconds, "In how many seconds that may be done, if not yet."),
    Field("start", \.start, "Where one begins anew, with another contact."),
    Field("next", \.next, "Where to go on to afterwards."))
}

extension CodePage {
  package init(_ form: CodeForm, in edition: Edition) {
    let fields = FormFields<GateField>(form.state, in: edition)
    let code = form.isSpent ? nil : fields.text(.code, form.code, kind: .code)
    let notice =
      edition.notice(form.state, isSpent: form.isSpent)
      ?? (form.isSentAgain ? edition.notice(.done, .sent) : nil)
    let to = MaskedContact(form.sentTo)
    let here: GatePlace
    switch form.kind {
    case .signUp: here = .signUpCode(form.challenge)
    case .contact: here = .contactCode(form.challenge)
    }
    self.init(
      around: fields.around(
        form.kind == .signUp ? .signUpCode : .contactCode, at: here, next: form.next, notice,
        code.map { [$0] }),
      kind: form.kind == .signUp ? .signUp : .contact, way: to.isEmail ? .email : .phone,
      sentTo: to.text, code: code,
      form: edition.form(here, form.state),
      again: form.kind == .signUp
        ? edition.form(.signUpAgain(form.challenge), form.state) : nil,
      waitSeconds: form.waitSeconds.flatMap { $0 > 0 ? $0 : nil },
      start: form.kind == .signUp
        ? edition.link(GatePlace.signUp) : edition.link(SettingsAddress.contact),
      next: form.next)
  }
}
