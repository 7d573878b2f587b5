/// An e-mail address or a phone number, shown so that its owner knows it and nobody else learns it.
struct MaskedContact: Hashable, Sendable {
  static let gap = "····"
  private static let lettersShown = 2
  private static let digitsShown = 4
  /// What may be shown in front of the gap of a phone number.
  private static let leadingDigitsMax = 3
  /// Only of this one it is known where the number begins; of others some digits are the country's.
  private static let homeCountry = "+86"

  let text: String
  let isEmail: Bool

  init(_ contact: String) {
    let parts = contact.split(separator: "@", omittingEmptySubsequences: false)
    isEmail = parts.count > 1
    text = isEmail ? Self.email(parts) : Self.phone(contact)
  }

  private static func email(_ parts: [Substring]) -> String {
    let mailbox = parts.dropLast().joined(separator: "@")
    // Of a short name half is hidden at least.
    let shown = min(lettersShown, mailbox.count / 2)
    return mailbox.prefix(shown) + gap + "@" + (parts.last ?? "")
  }

  /// What is hidden are four digits at least, where there are so many.
  private static func phone(_ contact: String) -> String {
    let country = contact.hasPrefix(homeCountry) ? homeCountry : contact.hasPrefix("+") ? "+" : ""
    let digits = contact.dropFirst(country.count).filter { $0.isASCII && $0.isNumber }
    let leading = max(0, min(leadingDigitsMax, digits.count - 2 * digitsShown))
    let trailing = max(0, min(digitsShown, digits.count - digitsShown))
    let start = String(digits.prefix(leading))
    let parts = country == homeCountry ? [country, start] : [country + start]
    return (parts + [gap, String(digits.suffix(trailing))]).filter { !$0.isEmpty }
      .joined(separator: " ")
  }
}
