package import Market

/// A letter to one person, as plain text and as HTML, which say the same.
package struct Letter: Sendable {
  package static let subjectCharactersMax = 200
  package static let textCharactersMax = 100_000
  package static let htmlBytesMax = 1 << 20
  package static let idBytesMax = 80

  package let from: Mailbox
  package let to: Mailbox
  package let subject: String
  package let text: String
  package let html: String
  /// The same whenever this letter is sent again, so that who gets it twice can see that: letters and
  /// digits of English, dots, hyphens and underscores.
  package let id: String
  package let date: Instant

  /// Throws for what would not arrive as it is meant: a line break in the head would begin another
  /// line there, of whoever wrote it.
  package init(
    from: Mailbox, to: Mailbox, subject: String, text: String, html: String, id: String,
    date: Instant
  ) throws(LetterFault) {
    guard subject.isLine(atMost: Self.subjectCharactersMax) else { throw .subject }
    guard text.isText(atMost: Self.textCharactersMax) else { throw .text }
    guard html.utf8.count <= Self.htmlBytesMax, !html.isBlank, !html.hasStrayControls else {
      throw .html
    }
    guard id.isMessageID else { throw .id }
    self.from = from
    self.to = to
    self.subject = subject
    self.text = text
    self.html = html
    self.id = id
    self.date = date
  }
}

/// An address of a letter, with or without the name of whom it is.
package struct Mailbox: Hashable, Sendable {
  package static let nameCharactersMax = 100

  package let name: String?
  package let address: String

  package init(name: String? = nil, address: String) throws(LetterFault) {
    guard (try? Contact(email: address)) != nil else { throw .address }
    if let name, !name.isLine(atMost: Self.nameCharactersMax) { throw .name }
    self.name = name
    self.address = address
  }

  var domain: Substring {
    address[address.index(after: address.lastIndex(of: "@") ?? address.startIndex)...]
  }
}

/// What of a letter or a text message cannot be sent.
package enum LetterFault: String, Error, Hashable, CaseIterable {
  case address
  case name
  case subject
  case text
  case html
  case id
}

extension LetterFault: CustomStringConvertible {
  package var description: String {
    switch self {
    case .address: "The address of the letter is none."
    case .name: "The name beside an address is too long, empty, or has a control character."
    case .subject: "The subject is too long, empty, or has a line break."
    case .text: "The text is too long, empty, or has a control character."
    case .html: "The HTML is too long, empty, or has a control character."
    case .id: "The id of a letter has letters and digits of English, dots, hyphens and underscores."
    }
  }
}

extension String {
  var isMessageID: Bool {
    utf8.count <= Letter.idBytesMax && wholeMatch(of: /[A-Za-z0-9][A-Za-z0-9._\-]*/) != nil
  }

  /// Something else than what ends lines and moves to the right.
  fileprivate var hasStrayControls: Bool {
    utf8.contains { $0 < 0x20 && ![0x09, 0x0A, 0x0D].contains($0) || $0 == 0x7F }
  }
}
