package import Theme

/// Where somebody chooses another password, with a code that was sent.
package struct NewPasswordPage: View {
  package let frame: Frame
  package let way: ContactWay
  package let sentTo: String
  package let isSpent: Bool
  package let code: TextField
  package let password: TextField
  package let second: TextField
  package let faults: FaultList
  package let form: FormAddress
  package let notice: Notice?
  package let start: Link

  package init(
    frame: Frame,
    way: ContactWay,
    sentTo: String,
    isSpent: Bool = false,
    code: TextField,
    password: TextField,
    second: TextField,
    faults: FaultList = FaultList([]),
    form: FormAddress,
    notice: Notice? = nil,
    start: Link
  ) {
    self.frame = frame
    self.way = way
    self.sentTo = sentTo
    self.isSpent = isSpent
    self.code = code
    self.password = password
    self.second = second
    self.faults = faults
    self.form = form
    self.notice = notice
    self.start = start
  }

  package static let isDynamic = true
  package static let about = "The page on which somebody chooses another password."
  package static let fields = Fields<Self>(
    Field("frame", \.frame, "What stands around the page."),
    Field("way", \.way, "How the code was sent, if there is such an account."),
    Field("sentTo", \.sentTo, "Where it was sent, with a gap in it."),
    Field("isSpent", \.isSpent, "No code is taken any more: there is no form then."),
    Field("code", \.code, "The code."),
    Field("password", \.password, "The password that they choose."),
    Field("second", \.second, "The second step, for those who have turned it on."),
    Field("faults", \.faults, "What is wrong with what was sent."),
    Field("form", \.form, "Where the form is sent."),
    Field("notice", \.notice, "Why nothing was done with what was sent."),
    Field("start", \.start, "Where they begin anew."))
}

extension NewPasswordPage {
  package init(_ form: NewPasswordForm, in edition: Edition) {
    let fields = GateFields(form.faults, in: edition)
    let code = fields.code(form.code)
    let password = fields.newPassword(min: form.passwordCharactersMin)
    let second = TextField(
      name: "second", label: edition.label(.second), value: form.second,
      hint: edition.hint(.second), fault: fields.faults.sentence("second"), isRequired: false,
      kind: .keptCode)
    let place = GatePlace.newPassword(form.challenge)
    let to = MaskedContact(form.sentTo)
    self.init(
      frame: edition.gateFrame(.newPassword, at: place), way: to.isEmail ? .email : .phone,
      sentTo: to.text, isSpent: form.isSpent, code: code, password: password, second: second,
      faults: form.isSpent ? FaultList([]) : fields.faults.list(of: [code, password, second]),
      form: edition.form(place, token: form.token),
      notice: edition.notice(isStale: form.isStale, isSpent: form.isSpent),
      start: edition.link(.reset))
  }
}
