package import Theme

/// A mail that the site sends to one person.
package protocol Letter: Sendable {
  /// What it says in a language.
  func said(in edition: Edition) -> LetterPage
}

/// A letter in one language, ready to be sent.
package struct WrittenLetter: Hashable, Sendable {
  /// One line, without anything that could begin another.
  package let subject: String
  package let text: String
  /// A whole document in UTF-8.
  package let html: [UInt8]
  /// Who writes, in the language of the letter.
  package let siteName: String
}

extension Printer {
  /// Both bodies are made of the same sentences.
  package func write(_ letter: some Letter, in edition: Edition) -> WrittenLetter {
    let page = letter.said(in: edition)
    return WrittenLetter(
      subject: page.subject, text: page.plainText, html: print(page, in: edition),
      siteName: page.siteName)
  }
}

/// What a letter says. Programs that read mail load no style sheet, so it is headings, paragraphs and
/// lists.
package struct LetterPage: View {
  package let language: Token
  package let direction: Token
  package let subject: String
  package let opening: [String]
  package let code: String?
  package let facts: [LetterFact]
  package let links: [NamedLink]
  package let closing: [String]
  package let siteName: String
  package let home: Link
  package let owner: String?
  package let sender: String

  package init(
    language: Token,
    direction: Token,
    subject: String,
    opening: [String],
    code: String? = nil,
    facts: [LetterFact] = [],
    links: [NamedLink] = [],
    closing: [String] = [],
    siteName: String,
    home: Link,
    owner: String? = nil,
    sender: String
  ) {
    self.language = language
    self.direction = direction
    self.subject = subject.onOneLine
    self.opening = opening
    self.code = code
    self.facts = facts
    self.links = links
    self.closing = closing
    self.siteName = siteName
    self.home = home
    self.owner = owner
    self.sender = sender
  }

  package static let about = "A mail to one person, as a document. Nothing stands around it."
  package static let fields = Fields<Self>(
    Field("language", \.language, "The tag of its language, for `lang`."),
    Field("direction", \.direction, "The way its script runs: ltr or rtl."),
    Field("subject", \.subject, "What it is about, in one line."),
    Field("opening", \.opening, "What comes first, a paragraph each."),
    Field("code", \.code, "A code to be typed elsewhere."),
    Field("facts", \.facts, "When, where and how it happened."),
    Field("links", \.links, "Where its reader can go, with whole addresses."),
    Field("closing", \.closing, "What comes last, a paragraph each."),
    Field("siteName", \.siteName, "The name of the site in this language."),
    Field("home", \.home, "The home page, with a whole address."),
    Field("owner", \.owner, "Who runs the site."),
    Field("sender", \.sender, "Who sends it, and that nobody reads an answer."))
}

/// Something that is so, in a letter.
package struct LetterFact: View {
  package let label: String
  package let text: String

  package init(
    label: String,
    text: String
  ) {
    self.label = label
    self.text = text.onOneLine
  }

  package static let about = "Something that is so, with a label."
  package static let fields = Fields<Self>(
    Field("label", \.label, "What it is, such as the time."),
    Field("text", \.text, "How it is."))
}

extension LetterPage {
  /// For who reads mail as plain text.
  var plainText: String {
    let code = code.map { [$0] } ?? []
    let facts = facts.map { "\($0.label)\n\($0.text)" }
    let links = links.map { "\($0.name.text)\n\($0.link.text)" }
    let signature = (["-- ", siteName, home.text, owner].compactMap { $0 }).joined(separator: "\n")
    return (opening + code + facts + links + closing + [sender, signature])
      .joined(separator: "\n\n") + "\n"
  }
}

extension String {
  /// Without breaks of lines and other controls, which in a subject would begin another header, and in
  /// a text another paragraph.
  var onOneLine: String {
    split { $0.isNewline || $0.isWhitespace || $0.unicodeScalars.contains(where: \.isControl) }
      .joined(separator: " ")
  }
}

extension Unicode.Scalar {
  fileprivate var isControl: Bool {
    properties.generalCategory == .control
      || properties.generalCategory == .format
        && !properties.isJoinControl
  }
}
