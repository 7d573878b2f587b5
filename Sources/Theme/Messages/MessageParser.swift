/// Reads one message. After a fault it goes on, so that all of them are told at once.
struct MessageParser {
  static let depthMax = 8
  static let nameBytesMax = 64

  /// Words between two placeholders, as they stand in the text, and where they are.
  struct Words {
    let range: Range<Int>
    let isInBranch: Bool
    let isInPlural: Bool
  }

  /// A plural, for who knows which categories the language has.
  struct Plural {
    let name: String
    let start: Int
    var exact: Set<Int> = []
    var categories: [PluralCategory: Int] = [:]
    /// Its `other` has words, which may have to change with the number.
    var hasWords = false
  }

  struct Flaw {
    let at: Int
    let found: String
    let expected: String
    let available: [String]
  }

  let text: MessageText
  private(set) var flaws: [Flaw] = []
  private(set) var words: [Words] = []
  private(set) var arguments = MessageArguments()
  var plurals: [Plural] = []
  var at = 0
  /// The plurals around, the innermost last: its number is what # is.
  var numbers: [String] = []
  private var depth = 0
  private var isInBranch = false
  /// The elements that are open in this branch.
  private var wraps: [String] = []
  /// The end was reached too early, which is told once.
  private var isCut = false

  init(_ text: MessageText) { self.text = text }

  mutating func message() -> [Message.Part] { content() }

  private mutating func content() -> [Message.Part] {
    var parts: [Message.Part] = []
    var letters: [UInt8] = []
    var start = at
    while let byte = here {
      if byte == MessageSign.close && isInBranch || isClosingWrap && !wraps.isEmpty { break }
      if isDoubled(byte) {
        letters.append(byte)
        at += 2
      } else if isSign(byte) {
        keep(&letters, from: start, in: &parts)
        if let part = sign(byte) { parts.append(part) }
        start = at
      } else {
        letters.append(byte)
        at += 1
      }
    }
    keep(&letters, from: start, in: &parts)
    return parts
  }

  private mutating func keep(
    _ letters: inout [UInt8], from start: Int, in parts: inout [Message.Part]
  ) {
    guard !letters.isEmpty else { return }
    parts.append(.words(String(decoding: letters, as: UTF8.self)))
    words.append(
      Words(range: start..<at, isInBranch: isInBranch, isInPlural: !numbers.isEmpty))
    letters = []
  }

  private var isClosingWrap: Bool {
    here == MessageSign.less && byte(after: 1) == MessageSign.slash
  }

  private func isSign(_ byte: UInt8) -> Bool {
    switch byte {
    case MessageSign.open, MessageSign.close, MessageSign.less: true
    case MessageSign.number: !numbers.isEmpty
    default: false
    }
  }

  private func isDoubled(_ byte: UInt8) -> Bool { isSign(byte) && self.byte(after: 1) == byte }

  private mutating func sign(_ byte: UInt8) -> Message.Part? {
    switch byte {
    case MessageSign.open: return placeholder()
    case MessageSign.less: return wrap()
    case MessageSign.number:
      at += 1
      return numbers.last.map { .value($0, .number) }
    default:
      fault(at: at, found: "a } that closes nothing", expected: "}} for the sign itself")
      at += 1
      return nil
    }
  }
}

// MARK: elements

extension MessageParser {
  private mutating func wrap() -> Message.Part? {
    let start = at
    let isClosing = byte(after: 1) == MessageSign.slash
    at += isClosing ? 2 : 1
    guard let name = name(), here == MessageSign.greater else {
      fault(
        at: start, found: quoted(text.text(start..<max(at, start + 1))),
        expected: "<name>…</name>, or << for the sign itself")
      return nil
    }
    at += 1
    guard !isClosing else {
      fault(at: start, found: "</\(name)>", expected: "<\(name)> before it")
      return nil
    }
    note(name, .wrapper, at: start + 1)
    guard enter(at: start) else { return nil }
    wraps.append(name)
    let parts = content()
    closeWrap(name, from: start)
    wraps.removeLast()
    depth -= 1
    return .wrapped(name, parts)
  }

  private mutating func closeWrap(_ opened: String, from start: Int) {
    guard isClosingWrap else { return unclosed(start, "<\(opened)>", "</\(opened)>") }
    let close = at
    at += 2
    let name = name()
    if name == opened, here == MessageSign.greater {
      at += 1
      return
    }
    // It may close an element further out: then this one is what was forgotten.
    if let name, wraps.dropLast().contains(name) {
      at = close
      return fault(
        at: start, found: "<\(opened)> that nothing closes", expected: "</\(opened)>")
    }
    if here == MessageSign.greater { at += 1 }
    fault(at: close, found: quoted(text.text(close..<at)), expected: "</\(opened)>")
  }

  /// What stands in braces of its own, with nothing open around it.
  mutating func branch(at brace: Int, of label: String) -> [Message.Part] {
    at += 1
    guard enter(at: brace) else { return [] }
    let around = (isInBranch, wraps)
    (isInBranch, wraps) = (true, [])
    let parts = content()
    (isInBranch, wraps) = around
    depth -= 1
    if here == MessageSign.close { at += 1 } else { unclosed(brace, "{ of \(quoted(label))", "}") }
    return parts
  }

  /// False when it is too deep; then the rest of the message is not read.
  private mutating func enter(at start: Int) -> Bool {
    guard depth < Self.depthMax else {
      fault(
        at: start, found: "more than \(Self.depthMax) levels, one in the other",
        expected: "at most \(Self.depthMax)")
      at = text.bytes.count
      isCut = true
      return false
    }
    depth += 1
    return true
  }
}

// MARK: what all parts of it use

extension MessageParser {
  var here: UInt8? { byte(after: 0) }

  func byte(after count: Int) -> UInt8? {
    at + count < text.bytes.count ? text.bytes[at + count] : nil
  }

  mutating func skipSpaces() {
    while let byte = here, MessageLines.isSpace(byte) { at += 1 }
  }

  /// A name such as `sellerName`; nil, and nothing read, where none stands.
  mutating func name() -> String? {
    let start = at
    guard let first = here, MessageSign.isSmall(first) else { return nil }
    while let byte = here, MessageSign.isLetterOrDigit(byte) { at += 1 }
    guard at - start <= Self.nameBytesMax else {
      at = start
      return nil
    }
    return text.text(start..<at)
  }

  mutating func note(_ name: String, _ kind: Message.Argument, at offset: Int) {
    guard let before = arguments.note(name, kind, at: offset) else { return }
    fault(
      at: offset, found: "“\(name)” as \(kind.told)", expected: "\(before.told), as it is before")
  }

  mutating func fault(at: Int, found: String, expected: String, available: [String] = []) {
    flaws.append(Flaw(at: at, found: found, expected: expected, available: available))
  }

  /// Something that is still open where it has to end; at the end of the message only the innermost
  /// is told.
  mutating func unclosed(_ start: Int, _ what: String, _ expected: String) {
    guard here != nil || !isCut else { return }
    isCut = isCut || here == nil
    fault(at: start, found: "\(what) that nothing closes", expected: expected)
  }
}
