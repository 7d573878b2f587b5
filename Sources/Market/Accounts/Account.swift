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

  package let email: String?
  package let phone: String?

  /// Addresses are compared without regard to case, so they are kept in lower case.
  package init(email: String? = nil, phone: String? = nil) throws(AccountError) {
    guard email != nil || phone != nil else { throw .unfitContact("") }
    if let email, !Self.isEmail(email) { throw .unfitContact(email) }
    if let phone, !Self.isPhone(phone) { throw .unfitContact(phone) }
    self.email = email?.lowercased()
    self.phone = phone
  }

  private static func isEmail(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
    guard text.utf8.count <= emailBytesMax, parts.count == 2, !parts[0].isEmpty,
      text.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
    else { return false }
    let labels = parts[1].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return labels.count > 1 && labels.allSatisfy { !$0.isEmpty }
  }

  /// As E.164 writes it: a plus sign, then digits, no zero first.
  private static func isPhone(_ text: String) -> Bool {
    let digits = text.utf8.dropFirst()
    return text.utf8.first == UInt8(ascii: "+") && phoneDigits.contains(digits.count)
      && digits.first != UInt8(ascii: "0")
      && digits.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
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
