/// How a person comes in: one account a person. What is owned belongs to the party.
package struct Account: Hashable, Sendable {
  package enum State: Hashable, Sendable {
    case active
    case disabled(at: Instant)
  }

  package let id: ID<Account>
  package let party: ID<Party>
  package let contact: Contact
  package let locale: Locale
  package private(set) var state: State
  package let openedAt: Instant

  package init(
    id: ID<Account>, party: ID<Party>, contact: Contact, locale: Locale, state: State = .active,
    openedAt: Instant
  ) {
    self.id = id
    self.party = party
    self.contact = contact
    self.locale = locale
    self.state = state
    self.openedAt = openedAt
  }
}

extension Account: Entity {
  package static let noun = Noun.account
}

/// Where somebody can be reached: an e-mail address, a telephone number, or both.
package struct Contact: Hashable, Sendable {
  package static let emailBytesMax = 254
  package static let phoneDigits = 8...15
  private static let mailboxBytesMax = 64
  private static let labelBytesMax = 63

  package let email: String?
  package let phone: String?

  /// Of who cannot be reached: he has closed his account, or what was typed is no contact.
  package static let nobody = Contact()

  private init() { (email, phone) = (nil, nil) }

  /// Addresses are compared without regard to case, so they are kept in lower case.
  package init(email: String? = nil, phone: String? = nil) throws(AccountError) {
    guard email != nil || phone != nil else { throw .unfitContact("") }
    if let email, !Self.isEmail(email) { throw .unfitContact(email) }
    if let phone, !Self.isPhone(phone) { throw .unfitContact(phone) }
    self.email = email?.lowercased()
    self.phone = phone
  }

  /// Without quotes, commas or brackets: in the head of a mail they would begin other addresses.
  private static func isEmail(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
    guard text.utf8.count <= emailBytesMax, parts.count == 2,
      (1...mailboxBytesMax).contains(parts[0].count)
    else { return false }
    let words = parts[0].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    let labels = parts[1].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    // A last label of digits alone makes it the number of a machine.
    return words.allSatisfy { !$0.isEmpty && $0.allSatisfy(\.standsInMailbox) }
      && labels.count > 1 && labels.allSatisfy(isLabel)
      && labels.last?.allSatisfy(\.isDigit) == false
  }

  private static func isLabel(_ label: Substring.UTF8View) -> Bool {
    (1...labelBytesMax).contains(label.count)
      && label.allSatisfy { $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "-") }
      && label.first != UInt8(ascii: "-") && label.last != UInt8(ascii: "-")
  }

  /// As E.164 writes it: a plus sign, then digits, no zero first.
  private static func isPhone(_ text: String) -> Bool {
    let digits = text.utf8.dropFirst()
    return text.utf8.first == UInt8(ascii: "+") && phoneDigits.contains(digits.count)
      && digits.first != UInt8(ascii: "0")
      && digits.allSatisfy(\.isDigit)
  }
}

extension UInt8 {
  fileprivate var isLetter: Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20)
  }
  fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
  fileprivate var standsInMailbox: Bool {
    isLetter || isDigit || "!#$%&'*+-/=?^_`{|}~".utf8.contains(self)
  }
}

extension Account {
  package func disabled(by actor: Actor, at now: Instant) throws(AccountError) -> Account {
    try actor.must(.employ, or: AccountError.self)
    guard state == .active else { throw .unchanged }
    return with(.disabled(at: now))
  }

  package func enabled(by actor: Actor) throws(AccountError) -> Account {
    try actor.must(.employ, or: AccountError.self)
    guard state != .active else { throw .unchanged }
    return with(.active)
  }

  private func with(_ state: State) -> Account {
    var account = self
    account.state = state
    return account
  }
}
