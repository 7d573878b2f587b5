package import Theme

/// Where somebody begins who forgot the password.
package struct ResetPage: View {
  package let frame: Frame
  package let contact: TextField
  package let faults: FaultList
  package let form: FormAddress
  package let notice: Notice?
  package let signIn: Link

  package init(
    frame: Frame,
    contact: TextField,
    faults: FaultList = FaultList([]),
    form: FormAddress,
    notice: Notice? = nil,
    signIn: Link
  ) {
    self.frame = frame
    self.contact = contact
    self.faults = faults
    self.form = form
    self.notice = notice
    self.signIn = signIn
  }

  package static let isDynamic = true
  package static let about = "The page on which somebody begins who forgot the password."
  package static let fields = Fields<Self>(
    Field("frame", \.frame, "What stands around the page."),
    Field("contact", \.contact, "Their e-mail address or phone number."),
    Field("faults", \.faults, "What is wrong with what was sent."),
    Field("form", \.form, "Where the form is sent."),
    Field("notice", \.notice, "Why nothing was done with what was sent."),
    Field("signIn", \.signIn, "Where they go who remember it after all."))
}

extension ResetPage {
  package init(_ form: ResetForm, in edition: Edition) {
    let fields = GateFields(form.faults, in: edition)
    let contact = fields.contact(form.contact)
    self.init(
      frame: edition.gateFrame(.reset, at: .reset), contact: contact,
      faults: fields.faults.list(of: [contact]), form: edition.form(.reset, token: form.token),
      notice: edition.notice(isStale: form.isStale, waitSeconds: form.waitSeconds),
      signIn: edition.link(.signIn))
  }
}
