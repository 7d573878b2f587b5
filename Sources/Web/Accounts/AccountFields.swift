import Market
import Pages
import Store

// Fields that have to do with who somebody is.
extension Fields {
  /// A password as it was typed: blanks at its ends belong to it.
  mutating func password(_ name: String, _ about: String) -> String {
    secret(name, about, characters: 1...PasswordRules.lengths.upperBound)
  }

  /// Something secret as it was typed: no blank of it is dropped, and no sign refused.
  mutating func secret(
    _ name: String, _ about: String, characters: ClosedRange<Int>
  ) -> String {
    note(name, .text(characters: characters), isRequired: true, about)
    switch given(name) {
    case nil, .text(""):
      missing(name)
      return ""
    case .text(let text):
      let most = characters.upperBound
      guard text.count <= most, text.utf8.count <= PasswordRules.bytesMax else {
        return wrong(name, .tooLong(max: most), "")
      }
      return text
    default: return wrong(name, .wrongKind, "")
    }
  }

  /// One that is to be from now on.
  mutating func newPassword(
    _ name: String, _ about: String, for contact: Contact?, named person: String?
  ) -> String {
    let password = password(name, about)
    guard !password.isEmpty,
      let fault = PasswordRules.fault(of: password, for: contact, name: person)
    else { return password }
    refuse(name, FieldFault(fault))
    return password
  }

  /// Where somebody can be reached; something is put in its place when it is nowhere.
  mutating func reachable(_ name: String, _ about: String) -> Contact {
    let given = contact(name, about)
    if let given { return given }
    if !faults.contains(where: { $0.field == name }) { missing(name) }
    return .nobody
  }

  /// Digits as people type them: in groups, in full width.
  mutating func code(_ name: String, _ about: String, isRequired: Bool = true) -> String {
    let typed = text(name, about, characters: (isRequired ? 1 : 0)...Self.codeCharactersMax)
    return String(String.UnicodeScalarView(typed.unicodeScalars.compactMap(Self.plain)))
  }

  private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x20, 0x2D, 0x3000: nil
    case 0xFF10...0xFF19: Unicode.Scalar(scalar.value - 0xFF10 + 0x30)
    default: scalar
    }
  }

  /// What is no key of ours is one that nothing is known by.
  mutating func challenge() -> PublicID<Challenge> {
    let given = text("challenge", "Which challenge.", characters: 1...Self.keyCharactersMax)
    return PublicID(given) ?? .nothing
  }

  /// Where to go back to; what is no path of ours is not wrong, but dropped.
  mutating func next() -> Return {
    Return(
      text(
        "next", "The path of the page to go to afterwards.",
        characters: 0...Return.bytesMax))
  }

  private static let codeCharactersMax = 40
  private static let keyCharactersMax = 64
}

extension FieldFault {
  init(_ fault: PasswordFault) {
    self =
      switch fault {
      case .tooShort(let min): .tooShort(min: min)
      case .tooLong(let max): .tooLong(max: max)
      case .common: .common
      case .personal: .personal
      }
  }
}

struct SignUpAsked: Input {
  let name: String
  let contact: Contact
  let password: String
  let wantsNews: Bool
  let next: Return

  init(_ fields: inout Fields) {
    fields.locale()
    name = fields.text(
      "name", "As others shall see it.", characters: 1...Party.nameCharactersMax)
    contact = fields.reachable(
      "contact", "An e-mail address or a telephone number, where a code is sent.")
    password = fields.newPassword(
      "password", "8 characters or more.", for: contact, named: name)
    if !fields.flag("terms", "That the terms and the privacy policy are agreed to.") {
      fields.refuse("terms", .notTicked)
    }
    wantsNews = fields.flag("marketing", "That news may be sent.")
    next = fields.next()
  }

  var consents: [Consent] {
    [
      Consent(.terms, version: Self.version), Consent(.privacy, version: Self.version),
      Consent(.marketing, version: Self.version, isGiven: wantsNews),
    ]
  }

  /// Of the policies in `content`, by their day.
  static let version = "2026-11-20"
}
