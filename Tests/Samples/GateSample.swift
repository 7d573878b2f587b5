package import Market
package import Pages
import Theme

// Pages on which somebody comes in, with any text in every place that has one.
extension Sample {
  package static func signUpPage(_ locale: Locale, of texts: Texts) -> SignUpPage {
    SignUpPage(
      around: around(locale, path: "/sign-up", Notice(.failed, texts("notice")), of: texts),
      name: field("name", .name, texts), contact: field("contact", .contact, texts),
      password: field("password", .newPassword, texts),
      terms: BoxField(
        name: "terms", label: texts("label"), isChecked: true, hint: texts("hint"),
        links: [texts.named("terms"), texts.named("privacy")], fault: texts("fault"),
        isRequired: true),
      marketing: BoxField(name: "marketing", label: texts("label")), next: texts("next"),
      form: form(texts),
      signIn: texts.link("signing in"))
  }

  package static func codePage(_ locale: Locale, of texts: Texts) -> CodePage {
    CodePage(
      around: around(locale, path: "/sign-up/7k2m", Notice(.done, texts("notice")), of: texts),
      kind: .signUp,
      way: .email, sentTo: texts("contact"), code: field("code", .code, texts),
      form: form(texts), again: form(texts), waitSeconds: 45, start: texts.link("start"))
  }

  package static func secondStepPage(_ locale: Locale, of texts: Texts) -> SecondStepPage {
    SecondStepPage(
      around: around(locale, path: "/sign-in/7k2m", Notice(.failed, texts("notice")), of: texts),
      code: field("code", .code, texts),
      backupCode: TextField(
        name: "code", anchor: "backup", label: texts("label"), value: texts("typed"),
        hint: texts("hint"), fault: texts("fault"), kind: .keptCode),
      isBackupCode: true, next: texts("next"), form: form(texts), start: texts.link("start"))
  }

  private static func field(_ name: Token, _ kind: TextField.Kind, _ texts: Texts) -> TextField {
    TextField(
      name: name, label: texts("label"), value: texts("typed"), hint: texts("hint"),
      fault: texts("fault"), kind: kind)
  }

  private static func around(
    _ locale: Locale, path: String, _ notice: Notice, of texts: Texts
  ) -> FormFrame {
    FormFrame(
      frame: frame(locale, path: path, of: texts, isIndexed: false), notice: notice,
      faults: faults(texts))
  }

  static func faults(_ texts: Texts) -> FaultList {
    FaultList([
      FaultLine(label: texts("label"), fault: texts("fault"), link: texts.link("fault")),
      FaultLine(label: texts("label"), fault: texts("fault")),
    ])
  }

  private static func form(_ texts: Texts) -> FormAddress {
    FormAddress(action: texts.link("form"), token: texts("form token"))
  }
}
