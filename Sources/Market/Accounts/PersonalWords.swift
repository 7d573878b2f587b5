/// What others know of a person, and so would try as a password.
enum PersonalWords {
  private static let lettersMin = 3
  /// How many of the last digits of a number people use.
  private static let endings = [4, 6, 8]
  /// A number is often written without the digits of its country.
  private static let countryDigits = 0...3

  static func of(_ contact: Contact?, name: String?) -> [String] {
    words(ofEmail: contact?.email) + words(ofPhone: contact?.phone) + words(ofName: name)
  }

  private static func words(ofEmail email: String?) -> [String] {
    guard let email else { return [] }
    let halves = email.split(separator: "@")
    let parts = halves.flatMap { $0.split { !$0.isLetter && !$0.isNumber } }
    return longEnough([email] + halves.map(String.init) + parts.map(String.init))
  }

  private static func words(ofPhone phone: String?) -> [String] {
    guard let phone else { return [] }
    let digits = phone.dropFirst()
    let starts = countryDigits.map { String(digits.dropFirst($0)) }
    return longEnough([phone] + starts + endings.map { String(digits.suffix($0)) })
  }

  /// As it is written, and in pinyin.
  private static func words(ofName name: String?) -> [String] {
    guard let name else { return [] }
    let syllables = Pinyin.syllables(ofName: name)
    let initials = syllables.compactMap(\.first).map(String.init).joined()
    // The whole name, the given name without the surname, which may have two syllables, and so on.
    let endings = syllables.indices.map { syllables[$0...].joined() }
    let written = name.split { $0.isWhitespace }.map(String.init)
    return longEnough(syllables + endings + [initials])
      + written + [written.joined()]
  }

  private static func longEnough(_ texts: [String]) -> [String] {
    texts.filter { $0.unicodeScalars.count >= lettersMin }
  }
}
