package import Theme

/// Where somebody signs in.
package struct SignInPage: View {
  package let around: FormFrame
  package let contact: TextField
  package let password: TextField
  package let next: String?
  package let form: FormAddress
  package let reset: Link
  package let signUp: Link

  package init(
    around: FormFrame,
    contact: TextField,
    password: TextField,
    next: String? = nil,
    form: FormAddress,
    reset: Link,
    signUp: Link
  ) {
    self.around = around
    self.contact = contact
    self.password = password
    self.next = next
    self.form = form
    self.reset = reset
    self.signUp = signUp
  }

  package static let isDynamic = true
  package static let about = "The page on which somebody signs in."
  package static let fields = Fields<Self>(
    Field("around", \.around, "What stands around the page."),
    Field("contact", \.contact, "Their e-mail address or phone number."),
    Field("password", \.password, "Their password."),
    Field("next", \.next, "Where to go on to, for the hidden field `next`, if it is known."),
    Field("form", \.form, "Where the form is sent."),
    Field("reset", \.reset, "Where those go who forgot their password."),
    Field("signUp", \.signUp, "Where those go who have no account."))
}

extension SignInPage {
  package init(_ form: SignInForm, in edition: Edition) {
    let fields = FormFields<GateField>(form.state, in: edition)
    let check = form.isWrong ? edition.words(GateCheck()) : nil
    let contact = fields.text(.contact, form.contact, fault: check, kind: .contact)
    let password = fields.text(.password, fault: check, kind: .password)
    self.init(
      around: fields.around(
        .signIn, at: .signIn, next: form.next, Notice(about: form, in: edition),
        // The notice says it of both in one sentence.
        form.isWrong ? nil : [contact, password]),
      contact: contact, password: password, next: form.next,
      form: edition.form(.signIn, form.state), reset: edition.link(.reset),
      signUp: edition.link(.signUp, next: form.next))
  }
}

extension Notice {
  fileprivate init?(about form: SignInForm, in edition: Edition) {
    if let notice = edition.notice(form.state, waitSeconds: form.waitSeconds) {
      self = notice
    } else if form.isWrong {
      self = edition.notice(.failed, .wrong)
    } else if let reason = form.reason {
      self = edition.notice(.done, reason.news)
    } else {
      return nil
    }
  }
}

extension SignInForm.Reason {
  fileprivate var news: GateNews {
    switch self {
    case .signedOut: .signedOut
    case .passwordChanged: .passwordChanged
    case .closed: .closed
    case .signInFirst: .signInFirst
    }
  }
}
