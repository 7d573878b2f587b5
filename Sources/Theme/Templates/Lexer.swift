/// Cuts a file into text and marks. It goes on after a broken mark, so that all of them are found.
struct Lexer {
  var source: TemplateSource
  private var pieces: [Piece] = []
  private var at = 0
  private var textStart = 0

  init(_ source: TemplateSource) {
    self.source = source
    at = source.start
    textStart = source.start
  }

  mutating func read() -> [Piece] {
    while at < source.bytes.count {
      switch (source.bytes[at], byte(at + 1)) {
      case (UInt8(ascii: "{"), UInt8(ascii: "{")): readMark("}}")
      case (UInt8(ascii: "{"), UInt8(ascii: "%")): readMark("%}")
      case (UInt8(ascii: "{"), UInt8(ascii: "#")): readComment()
      case (UInt8(ascii: "}"), UInt8(ascii: "}")): reportStray("}}", opener: "{{")
      case (UInt8(ascii: "%"), UInt8(ascii: "}")): reportStray("%}", opener: "{%")
      case (UInt8(ascii: "#"), UInt8(ascii: "}")): reportStray("#}", opener: "{#")
      default: at += 1
      }
    }
    endText(before: at)
    return WhiteSpace.withoutStatementLines(pieces, bytes: source.bytes)
  }

  private func byte(_ index: Int) -> UInt8? {
    index < source.bytes.count ? source.bytes[index] : nil
  }

  private mutating func endText(before offset: Int) {
    if textStart < offset {
      pieces.append(
        .text(TextPiece(all: textStart..<offset, kept: textStart..<offset)))
    }
  }

  private mutating func reportStray(_ closer: String, opener: String) {
    source.report(at, found: "\(closer) without \(opener)", expected: "a mark that begins")
    source.isShapeLost = true
    at += 2
  }

  /// Comments become an empty text, so that a line of comments is known as one.
  private mutating func readComment() {
    endText(before: at)
    let start = at
    at += 2
    while at < source.bytes.count, !isHere("#}") { at += 1 }
    if at < source.bytes.count {
      at += 2
    } else {
      source.report(start, found: "a comment that nothing ends", expected: "#} after it")
      source.isShapeLost = true
    }
    textStart = at
    pieces.append(.statement(Mark(range: start..<at, words: [], isBroken: false)))
  }

  private mutating func readMark(_ closer: StaticString) {
    endText(before: at)
    var reader = MarkLexer(source: source, start: at, closer: closer)
    let mark = reader.read()
    source = reader.source
    at = mark.range.upperBound
    textStart = at
    pieces.append(closer.utf8Start.pointee == UInt8(ascii: "%") ? .statement(mark) : .show(mark))
  }

  private func isHere(_ sign: StaticString) -> Bool {
    byte(at) == sign.utf8Start.pointee && byte(at + 1) == (sign.utf8Start + 1).pointee
  }
}
