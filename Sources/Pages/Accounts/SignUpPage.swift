package import Theme

/// Where somebody opens an account.
package struct SignUpPage: View {
  package let frame: Frame
  package let name: TextField
  package let contact: TextField
  package let password: TextField
  package let terms: BoxField
  package let marketing: BoxField
  package let next: String?
  package let faults: FaultList
  package let form: FormAddress
  package let notice: Notice?
  package let signIn: Link

  package init(
    frame: Frame,
    name: TextField,
    contact: TextField,
    password: TextField,
    terms: BoxField,
    marketing: BoxField,
    next: String? = nil,
    faults: FaultList = FaultList([]),
    form: FormAddress,
    notice: Notice? = nil,
    signIn: Link
  ) {
    self.frame = frame
    self.name = name
    self.contact = contact
    self.password = password
    self.terms = terms
    self.marketing = marketing
    self.next = next
    self.faults = faults
    self.form = form
    self.notice = notice
    self.signIn = signIn
  }

  package static let isDynamic = true
  package static let about = "The page on which somebody opens an account."
  package static let fields = Fields<Self>(
    Field("frame", \.frame, "What stands around the page."),
    Field("name", \.name, "What they are called."),
    Field("contact", \.contact, "Their e-mail address or phone number."),
    Field("password", \.password, "The password that they choose."),
    Field("terms", \.terms, "That they accept the terms."),
    Field("marketing", \.marketing, "That they want to hear of news."),
    Field("next", \.next, "Where to go on to, for the hidden field `next`, if it is known."),
    Field("faults", \.faults, "What is wrong with what was sent."),
    Field("form", \.form, "Where the form is sent."),
    Field("notice", \.notice, "Why nothing was done with what was sent."),
    Field("signIn", \.signIn, "Where those sign in who have an account."))
}

extension SignUpPage {
  package init(_ form: SignUpForm, in edition: Edition) {
    let fields = GateFields(form.faults, in: edition)
    let name = TextField(
      name: "name", label: edition.label(.name), value: form.name, hint: edition.hint(.name),
      fault: fields.faults.sentence("name"), kind: .name)
    let contact = fields.contact(form.contact, hint: .contact)
    let password = fields.newPassword(min: form.passwordCharactersMin, label: .password)
    let terms = BoxField(
      name: "terms", label: edition.label(.terms), isChecked: form.isAgreed,
      links: edition.agreements, fault: fields.faults.sentence(ofBox: "terms"), isRequired: true)
    let marketing = BoxField(
      name: "marketing", label: edition.label(.marketing), isChecked: form.wantsNews,
      fault: fields.faults.sentence(ofBox: "marketing"))
    self.init(
      frame: edition.gateFrame(.signUp, at: .signUp, next: form.next), name: name,
      contact: contact, password: password, terms: terms, marketing: marketing,
      next: form.next,
      faults: fields.faults.list(of: [name, contact, password, terms, marketing]),
      form: edition.form(.signUp, token: form.token),
      notice: edition.notice(isStale: form.isStale, waitSeconds: form.waitSeconds),
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
