/// What a template file is made of, one after the other.
enum Piece: Sendable {
  case text(TextPiece)
  /// `{{ … }}`
  case show(Mark)
  /// `{% … %}`
  case statement(Mark)
}

/// Words between marks. Where a line has nothing but statements, `kept` leaves it out.
struct TextPiece: Sendable {
  let all: Range<Int>
  var kept: Range<Int>

  /// What precedes is a line of statements, so that blanks here are the beginning of a line.
  var beginsLine: Bool { kept.lowerBound > all.lowerBound }
}

struct Mark: Sendable {
  let range: Range<Int>
  let words: [Word]
  /// It was reported already; what it says is taken for as good as it can be.
  let isBroken: Bool
}

/// A word inside a mark.
struct Word: Sendable {
  enum Sort: Sendable {
    case name
    /// In quotes, which `text` lacks.
    case quoted
    case number
    case sign
  }

  let sort: Sort
  let text: String
  let range: Range<Int>

  var offset: Int { range.lowerBound }

  /// As faults name it.
  var shown: String {
    switch sort {
    case .quoted: "\"\(text)\""
    case .name, .number, .sign: "“\(text)”"
    }
  }

  func isSign(_ sign: String) -> Bool { sort == .sign && text == sign }
  func isName(_ name: String) -> Bool { sort == .name && text == name }
}
