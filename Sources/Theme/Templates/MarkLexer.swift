/// Reads one mark into words. Each broken mark is one fault, and as little as possible of what
/// follows it is lost.
struct MarkLexer {
  var source: TemplateSource
  private let start: Int
  private let closer: (UInt8, UInt8)
  private let isShow: Bool
  private var at: Int
  private var words: [Word] = []
  /// Where an end was found, so that nobody looks for it again.
  private var closerSeen = 0

  init(source: TemplateSource, start: Int, closer: StaticString) {
    self.source = source
    self.start = start
    self.closer = (closer.utf8Start.pointee, (closer.utf8Start + 1).pointee)
    isShow = self.closer.0 == UInt8(ascii: "}")
    at = start + 2
  }

  mutating func read() -> Mark {
    while let byte = byte(at) {
      if isCloser(at) {
        at += 2
        return Mark(range: start..<at, words: words, isBroken: false)
      }
      switch byte {
      case _ where WhiteSpace.isBlank(byte): at += 1
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        if !readQuoted(byte) { return Mark(range: start..<at, words: words, isBroken: true) }
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        readWord(.number, while: Self.isNumber)
      case UInt8(ascii: "-") where self.byte(at + 1).map(Self.isNumber) == true:
        readWord(.number, while: Self.isNumber)
      case _ where Self.isName(byte): readWord(.name, while: Self.isName)
      case UInt8(ascii: "<"), UInt8(ascii: ">"):
        if !isClosedLater() { return unterminated() }
        readSign(byte)
      case UInt8(ascii: "{"): return unterminated()
      case UInt8(ascii: "}"), UInt8(ascii: "%"):
        // Half an end, most likely: what follows it is text again.
        at += byte == UInt8(ascii: "%") && isShow && self.byte(at + 1) == UInt8(ascii: "}") ? 2 : 1
        if byte == UInt8(ascii: "}"), self.byte(at) == UInt8(ascii: "}") { at += 1 }
        return unterminated()
      default: readSign(byte)
      }
    }
    return unterminated()
  }

  private func byte(_ index: Int) -> UInt8? {
    index < source.bytes.count ? source.bytes[index] : nil
  }

  /// The mark ends on this line, before another begins: it was meant to go on here.
  private mutating func isClosedLater() -> Bool {
    if at < closerSeen { return true }
    var index = at
    while let byte = byte(index), byte != 0x0A, byte != UInt8(ascii: "{") {
      if isCloser(index) {
        closerSeen = index
        return true
      }
      index += 1
    }
    return false
  }

  private func isCloser(_ index: Int) -> Bool {
    byte(index) == closer.0 && byte(index + 1) == closer.1
  }

  private static func isNumber(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func isName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: byte >= 0x80
    }
  }

  private mutating func readWord(_ sort: Word.Sort, while belongs: (UInt8) -> Bool) {
    let begin = at
    at += 1
    while let byte = byte(at), belongs(byte) { at += 1 }
    words.append(Word(sort: sort, text: source.text(begin..<at), range: begin..<at))
  }

  private mutating func readSign(_ byte: UInt8) {
    words.append(Word(sort: .sign, text: source.text(at..<at + 1), range: at..<at + 1))
    at += 1
  }

  /// False when the quotes do not pair; then `at` is where text begins again.
  private mutating func readQuoted(_ quote: UInt8) -> Bool {
    let begin = at
    at += 1
    while let byte = byte(at), byte != quote, byte != 0x0A, !isCloser(at) { at += 1 }
    if byte(at) == quote {
      at += 1
      if quote == UInt8(ascii: "'") {
        source.report(begin, found: "single quotes", expected: "double quotes")
      }
      let inside = begin + 1..<at - 1
      words.append(Word(sort: .quoted, text: source.text(inside), range: begin..<at))
      return true
    }
    if isCloser(at) {
      source.report(begin, found: "a quote that nothing ends", expected: "a second quote")
      let inside = begin + 1..<at
      words.append(Word(sort: .quoted, text: source.text(inside), range: begin..<at))
      at += 2
    } else {
      // It belongs to the markup: what was forgotten is the end of the mark.
      at = begin
      _ = unterminated()
    }
    return false
  }

  private mutating func unterminated() -> Mark {
    let (opener, end) = isShow ? ("{{", "}}") : ("{%", "%}")
    source.report(start, found: "\(opener) that nothing ends", expected: "\(end) after it")
    return Mark(range: start..<at, words: words, isBroken: true)
  }
}
