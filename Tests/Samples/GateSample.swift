package import Market
package import Pages
import Theme

// Pages on which somebody comes in, with any text in every place that has one.
extension Sample {
  package static func signUpPage(_ locale: Locale, of texts: Texts) -> SignUpPage {
    SignUpPage(
      frame: frame(locale, path: "/sign-up", of: texts, isIndexed: false),
      name: field("name", .name, texts), contact: field("contact", .contact, texts),
      password: field("password", .newPassword, texts),
      terms: BoxField(
        name: "terms", label: texts("label"), isChecked: true, hint: texts("hint"),
        links: [texts.named("terms"), texts.named("privacy")], fault: texts("fault"),
        isRequired: true),
      marketing: BoxField(name: "marketing", label: texts("label")), next: texts("next"),
      faults: faults(texts), form: form(texts), notice: Notice(.failed, texts("notice")),
      signIn: texts.link("signing in"))
  }

  package static func codePage(_ locale: Locale, of texts: Texts) -> CodePage {
    CodePage(
      frame: frame(locale, path: "/sign-up/7k2m", of: texts, isIndexed: false), kind: .signUp,
      way: .email, sentTo: texts("contact"), code: field("code", .code, texts),
      faults: faults(texts), form: form(texts), again: form(texts), waitSeconds: 45,
      notice: Notice(.done, texts("notice")), start: texts.link("start"))
  }

  package static func secondStepPage(_ locale: Locale, of texts: Texts) -> SecondStepPage {
    SecondStepPage(
      frame: frame(locale, path: "/sign-in/7k2m", of: texts, isIndexed: false),
      code: field("code", .code, texts),
      backupCode: TextField(
        name: "code", anchor: "backup", label: texts("label"), value: texts("typed"),
        hint: texts("hint"), fault: texts("fault"), kind: .keptCode),
      isBackupCode: true, next: texts("next"), faults: faults(texts), form: form(texts),
      notice: Notice(.failed, texts("notice")), start: texts.link("start"))
  }

  private static func field(_ name: Token, _ kind: TextField.Kind, _ texts: Texts) -> TextField {
    TextField(
      name: name, label: texts("label"), value: texts("typed"), hint: texts("hint"),
      fault: texts("fault"), kind: kind)
  }

  private static func faults(_ texts: Texts) -> FaultList {
    FaultList([
      FaultLine(label: texts("label"), fault: texts("fault"), link: texts.link("fault")),
      FaultLine(label: texts("label"), fault: texts("fault")),
    ])
  }

  private static func form(_ texts: Texts) -> FormAddress {
    FormAddress(action: texts.link("form"), token: texts("form token"))
  }
}
