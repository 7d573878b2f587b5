package import Theme

/// Where somebody signs in.
package struct SignInPage: View {
  package let frame: Frame
  package let contact: TextField
  package let password: TextField
  package let next: String?
  package let faults: FaultList
  package let form: FormAddress
  package let notice: Notice?
  package let reset: Link
  package let signUp: Link

  package init(
    frame: Frame,
    contact: TextField,
    password: TextField,
    next: String? = nil,
    faults: FaultList = FaultList([]),
    form: FormAddress,
    notice: Notice? = nil,
    reset: Link,
    signUp: Link
  ) {
    self.frame = frame
    self.contact = contact
    self.password = password
    self.next = next
    self.faults = faults
    self.form = form
    self.notice = notice
    self.reset = reset
    self.signUp = signUp
  }

  package static let isDynamic = true
  package static let about = "The page on which somebody signs in."
  package static let fields = Fields<Self>(
    Field("frame", \.frame, "What stands around the page."),
    Field("contact", \.contact, "Their e-mail address or phone number."),
    Field("password", \.password, "Their password."),
    Field("next", \.next, "Where to go on to, for the hidden field `next`, if it is known."),
    Field("faults", \.faults, "What is wrong with what was sent."),
    Field("form", \.form, "Where the form is sent."),
    Field("notice", \.notice, "Why they are here, or not in."),
    Field("reset", \.reset, "Where those go who forgot their password."),
    Field("signUp", \.signUp, "Where those go who have no account."))
}

extension SignInPage {
  package init(_ form: SignInForm, in edition: Edition) {
    let fields = GateFields(form.faults, in: edition)
    let contact = fields.contact(form.contact, isWrong: form.isWrong)
    let password = fields.password(isWrong: form.isWrong)
    self.init(
      frame: edition.gateFrame(.signIn, at: .signIn, next: form.next), contact: contact,
      password: password, next: form.next,
      // The notice says it of both in one sentence.
      faults: form.isWrong ? FaultList([]) : fields.faults.list(of: [contact, password]),
      form: edition.form(.signIn, token: form.token), notice: Notice(about: form, in: edition),
      reset: edition.link(.reset), signUp: edition.link(.signUp, next: form.next))
  }
}

extension Notice {
  fileprivate init?(about form: SignInForm, in edition: Edition) {
    if let notice = edition.notice(isStale: form.isStale, waitSeconds: form.waitSeconds) {
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
