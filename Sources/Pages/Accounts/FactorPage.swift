package import Theme

/// Somebody who sets up an app for the second step.
package struct FactorForm: Sendable {
  package var state: FormState
  /// In Base32, as apps take it.
  package var secret: String
  /// The modules of the code that a camera reads, as a path in SVG.
  package var qrPath: String
  /// How many modules it is wide and high.
  package var qrSize: Int

  package init(state: FormState, secret: String, qrPath: String, qrSize: Int) {
    self.state = state
    self.secret = secret
    self.qrPath = qrPath
    self.qrSize = qrSize
  }

  /// With the code that a camera reads drawn here.
  package init(state: FormState, secret: String, uri: String) {
    let code = QRCode(uri)
    self.init(state: state, secret: secret, qrPath: code?.path ?? "", qrSize: code?.size ?? 0)
  }
}

/// Where a member sets up an app for the second step.
package struct FactorPage: View {
  package let around: FormFrame
  package let form: FormAddress
  package let secret: String
  package let qrPath: PathData?
  package let qrSize: Int
  package let code: TextField
  package let current: TextField
  package let back: Link

  package init(
    around: FormFrame,
    form: FormAddress,
    secret: String,
    qrPath: PathData?,
    qrSize: Int,
    code: TextField,
    current: TextField,
    back: Link
  ) {
    self.around = around
    self.form = form
    self.secret = secret
    self.qrPath = qrPath
    self.qrSize = qrSize
    self.code = code
    self.current = current
    self.back = back
  }

  package static let isDynamic = true
  package static let about = "The page on which members set up an app for the second step."
  package static let fields = Fields<Self>(
    Field("around", \.around, "What stands around the page."),
    Field("form", \.form, "Where the form is sent."),
    Field("secret", \.secret, "What an app has to know, in groups of four, to be typed."),
    Field("qrPath", \.qrPath, "The same for a camera: the dark modules."),
    Field("qrSize", \.qrSize, "How many modules that is wide and high."),
    Field("code", \.code, "The first code of the app."),
    Field("current", \.current, "The password."),
    Field("back", \.back, "The page about how one signs in."))
}

extension FactorPage {
  private static let groupLetters = 4

  package init(_ form: FactorForm, in edition: Edition) {
    let fields = FormFields<SettingsField>(form.state, in: edition)
    let code = fields.text(.firstCode, kind: .code)
    let current = fields.text(.current, kind: .password)
    self.init(
      around: fields.around(.factor, at: .settings(.factor), [code, current]),
      form: edition.form(.factor, form.state), secret: Self.grouped(form.secret),
      qrPath: PathData(form.qrPath), qrSize: form.qrSize, code: code, current: current,
      back: edition.link(.security))
  }

  /// So that nobody loses his place while typing.
  static func grouped(_ secret: String) -> String {
    var groups: [String] = []
    for (place, letter) in secret.enumerated() {
      if place.isMultiple(of: groupLetters) { groups.append("") }
      groups[groups.count - 1].append(letter)
    }
    return groups.joined(separator: " ")
  }
}
