/// An e-mail address or a phone number, shown so that its owner knows it and nobody else learns it.
struct MaskedContact: Hashable, Sendable {
  static let gap = "····"
  private static let lettersShown = 2
  private static let digitsShown = 4
  /// What may be shown in front of the gap of a phone number, with the sign of its country.
  private static let leadingDigitsMax = 5

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
    let digits = contact.filter { $0.isASCII && $0.isNumber }
    let sign = contact.first == "+" ? "+" : ""
    let leading = max(0, min(leadingDigitsMax, digits.count - 2 * digitsShown))
    let trailing = max(0, min(digitsShown, digits.count - digitsShown))
    let start = sign + digits.prefix(leading)
    let end = String(digits.suffix(trailing))
    return [start, gap, end].filter { !$0.isEmpty }.joined(separator: " ")
  }
}
