/// Where somebody comes in. A challenge is known by its public id.
package enum GatePlace: Hashable, Sendable {
  case signUp
  case signUpCode(String)
  /// Takes a form that asks for another code, and shows nothing.
  case signUpAgain(String)
  case signIn
  case secondStep(String)
  /// Takes a form, and shows nothing.
  case signOut
  case reset
  case newPassword(String)
  /// Where the new contact of an account is proved.
  case contactCode(String)

  /// Those that stand alone, and not behind a challenge.
  static let entrances: [GatePlace] = [.signUp, .signIn, .reset]

  var challenge: String? {
    switch self {
    case .signUp, .signIn, .signOut, .reset: nil
    case .signUpCode(let challenge), .signUpAgain(let challenge), .secondStep(let challenge),
      .newPassword(let challenge), .contactCode(let challenge):
      challenge
    }
  }

  func write(to path: inout PathWriter) {
    switch self {
    case .signUp, .signUpCode, .signUpAgain: path.write("/sign-up")
    case .signIn, .secondStep: path.write("/sign-in")
    case .signOut: path.write("/sign-out")
    case .reset, .newPassword: path.write("/reset")
    case .contactCode: path.write("/settings/contact")
    }
    if let challenge {
      path.write("/")
      path.write(slug: challenge)
    }
    if case .signUpAgain = self { path.write("/again") }
  }
}
