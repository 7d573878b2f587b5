import Market
import Theme

@testable import Pages

/// Each page of the gate, in the states that it has.
enum GateSight: String, CaseIterable {
  case signUp = "sign-up"
  case signUpFaulty = "sign-up-faulty"
  case code
  case codeFaulty = "code-faulty"
  case codeSpent = "code-spent"
  case contactCode = "contact-code"
  case signIn = "sign-in"
  case signInWrong = "sign-in-wrong"
  case signInWaiting = "sign-in-waiting"
  case signInFirst = "sign-in-first"
  case second = "second-step"
  case secondFaulty = "second-step-faulty"
  case secondBackup = "second-step-backup"
  case reset
  case resetFaulty = "reset-faulty"
  case newPassword = "new-password"
  case newPasswordFaulty = "new-password-faulty"

  func text(in locale: Market.Locale) throws -> String {
    let edition = try Made.edition(locale, Made.catalogue(), GateForms.library)
    func text<Page: View>(_ page: Page) throws -> String { try rendered(page, in: locale) }
    switch self {
    case .signUp: return try text(SignUpPage(GateForms.signUp, in: edition))
    case .signUpFaulty: return try text(SignUpPage(GateForms.signUpFaulty, in: edition))
    case .code: return try text(CodePage(GateForms.code(.signUp), in: edition))
    case .codeFaulty: return try text(CodePage(GateForms.codeFaulty, in: edition))
    case .codeSpent: return try text(CodePage(GateForms.codeSpent, in: edition))
    case .contactCode:
      return try text(CodePage(GateForms.code(.contact, to: "+8613800002617"), in: edition))
    case .signIn: return try text(SignInPage(GateForms.signIn, in: edition))
    case .signInWrong: return try text(SignInPage(GateForms.signInWrong, in: edition))
    case .signInWaiting: return try text(SignInPage(GateForms.signInWaiting, in: edition))
    case .signInFirst: return try text(SignInPage(GateForms.signInFirst, in: edition))
    case .second: return try text(SecondStepPage(GateForms.second, in: edition))
    case .secondFaulty: return try text(SecondStepPage(GateForms.secondFaulty, in: edition))
    case .secondBackup: return try text(SecondStepPage(GateForms.secondBackup, in: edition))
    case .reset: return try text(ResetPage(GateForms.reset, in: edition))
    case .resetFaulty: return try text(ResetPage(GateForms.resetFaulty, in: edition))
    case .newPassword: return try text(NewPasswordPage(GateForms.newPassword, in: edition))
    case .newPasswordFaulty:
      return try text(NewPasswordPage(GateForms.newPasswordFaulty, in: edition))
    }
  }
}
