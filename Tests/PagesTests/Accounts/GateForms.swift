import Market
import Theme

@testable import Pages

/// Forms of the gate as people send them.
enum GateForms {
  static let challenge = "7k2m9x4t8q3w5z1c6v0b2n4d"
  static let next = "/zh-CN/g/cha-yin-dian-42?plan=2&from=a b"
  static let passwordCharactersMin = 10
  static let hostile = "<b>\"陈\" & 禾</b>"

  /// With what somebody accepts who opens an account.
  static let library = Library(
    Made.locales.flatMap { locale in
      [("terms", "用户协议", "Terms of service"), ("privacy", "隐私政策", "Privacy policy")].map {
        Article(
          section: .policies, name: $0.0, locale: locale,
          title: locale == .chinese ? $0.1 : $0.2, summary: "About it.", kind: .market, place: 1,
          isInFooter: true, updated: Day(year: 2026, month: 11, day: 20), body: "Words.")
      }
    }, [])

  static let signUp = SignUpForm(
    passwordCharactersMin: passwordCharactersMin, token: "made-here", next: "/zh-CN/g/cha-42")
  static let signUpFaulty = SignUpForm(
    name: hostile, contact: "chen.he@", wantsNews: true,
    passwordCharactersMin: passwordCharactersMin,
    faults: [
      ("terms", .missing), ("password", .common), ("contact", .unfit), ("name", .tooLong(max: 40)),
      ("password", .personal), ("colour", .unknown),
    ], token: "made-here")

  static func code(_ kind: CodeForm.Kind, to contact: String = "chen.he@example.com") -> CodeForm {
    CodeForm(kind, challenge: challenge, sentTo: contact, token: "made-here")
  }
  static let codeFaulty = CodeForm(
    .signUp, challenge: challenge, sentTo: "+8613800002617", code: "418206", waitSeconds: 45,
    faults: [("code", .wrongCode(left: 3))], token: "made-here")
  static let codeSpent = CodeForm(
    .signUp, challenge: challenge, sentTo: "chen.he@example.com", code: "418206", isSpent: true,
    faults: [("code", .wrongCode(left: 0))], token: "made-here")

  static let signIn = SignInForm(token: "made-here")
  static let signInWrong = SignInForm(
    contact: "13800002617", isWrong: true, token: "made-here", next: next)
  static let signInWaiting = SignInForm(
    contact: "13800002617", waitSeconds: 841, token: "made-here", next: next)
  static let signInFirst = SignInForm(reason: .signInFirst, token: "made-here", next: next)

  static let second = SecondStepForm(challenge: challenge, token: "made-here", next: next)
  static let secondFaulty = SecondStepForm(
    challenge: challenge, code: "418206", faults: [("code", .wrongCode(left: 3))],
    token: "made-here", next: next)
  static let secondBackup = SecondStepForm(
    challenge: challenge, code: "k7m2-x9t4", isBackupCode: true,
    faults: [("code", .wrongCode(left: 1))], token: "made-here")

  static let reset = ResetForm(token: "made-here")
  static let resetFaulty = ResetForm(
    contact: "me@\"here\"", faults: [("contact", .unfit)], token: "made-here")

  static let newPassword = NewPasswordForm(
    challenge: challenge, sentTo: "chen.he@example.com",
    passwordCharactersMin: passwordCharactersMin, token: "made-here")
  static let newPasswordFaulty = NewPasswordForm(
    challenge: challenge, sentTo: "+8613800002617", code: "418206", second: "12",
    passwordCharactersMin: passwordCharactersMin,
    faults: [("second", .wrong), ("code", .expired), ("password", .tooShort(min: 10))],
    token: "made-here")
}
