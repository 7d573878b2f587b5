package import Theme

/// Where somebody opens an account.
package struct SignUpPage: View {
  package let around: FormFrame
  package let name: TextField
  package let contact: TextField
  package let password: TextField
  package let terms: BoxField
  package let marketing: BoxField
  package let next: String?
  package let form: FormAddress
  package let signIn: Link

  package init(
    around: FormFrame,
    name: TextField,
    contact: TextField,
    password: TextField,
    terms: BoxField,
    marketing: BoxField,
    next: String? = nil,
    form: FormAddress,
    signIn: Link
  ) {
    self.around = around
    self.name = name
    self.contact = contact
    self.password = password
    self.terms = terms
    self.marketing = marketing
    self.next = next
    self.form = form
    self.signIn = signIn
  }

  package static let isDynamic = true
  package static let about = "The page on which somebody opens an account."
  package static let fields = Fields<Self>(
    Field("around", \.around, "What stands around the page."),
    Field("name", \.name, "What they are called."),
    Field("contact", \.contact, "Their e-mail address or phone number."),
    Field("password", \.password, "The password that they choose."),
    Field("terms", \.terms, "That they accept the terms."),
    Field("marketing", \.marketing, "That they want to hear of news."),
    Field("next", \.next, "Where to go on to, for the hidden field `next`, if it is known."),
    Field("form", \.form, "Where the form is sent."),
    Field("signIn", \.signIn, "Where those sign in who have an account."))
}

extension SignUpPage {
  package init(_ form: SignUpForm, in edition: Edition) {
    let fields = FormFields<GateField>(form.state, in: edition)
    let name = fields.text(.name, form.name, hint: edition.hint(.name), kind: .name)
    let contact = fields.text(
      .contact, form.contact, hint: edition.hint(.contact), kind: .contact)
    let password = fields.text(
      .password, hint: edition.hint(.newPassword, min: form.passwordCharactersMin),
      kind: .newPassword)
    let terms = fields.box(
      .terms, isChecked: form.isAgreed, links: edition.agreements, isRequired: true)
    let marketing = fields.box(.marketing, isChecked: form.wantsNews)
    self.init(
      around: fields.around(
        .signUp, at: .signUp, next: form.next,
        edition.notice(form.state, waitSeconds: form.waitSeconds),
        [name, contact, password, terms, marketing]),
      name: name, contact: contact, password: password, terms: terms, marketing: marketing,
      next: form.next, form: edition.form(.signUp, form.state),
      signIn: edition.link(.signIn, next: form.next))
  }
}

extension Edition {
  /// What somebody accepts who opens an account.
  fileprivate var agreements: [NamedLink] {
    ["terms", "privacy"].compactMap { library.article(.policies, $0, in: locale) }
      .map { NamedLink(name: Said($0.title), link: link($0.address)) }
  }
}
