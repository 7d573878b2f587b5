/// A piece of a style sheet, as the standard “CSS Syntax” cuts it.
struct StyleToken: Hashable {
  enum Kind: Hashable {
    case space, comment
    case name, atName, hash, string, address, number
    /// A name and the bracket that opens its arguments.
    case function
    case opening, closing, colon, semicolon, comma
    /// Any other sign by itself.
    case sign
  }

  let kind: Kind
  var text: ArraySlice<UInt8>
  /// Where it begins in its file.
  let offset: Int

  /// What it is, whatever its place.
  static func == (left: Self, right: Self) -> Bool {
    left.kind == right.kind && left.text == right.text
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(kind)
    hasher.combine(text)
  }

  func `is`(_ text: Character) -> Bool {
    self.text.count == 1 && self.text.first == text.asciiValue
  }

  var opens: Bool { kind == .opening || kind == .function }
  /// A space or a comment.
  var isSilent: Bool { kind == .space || kind == .comment }

  /// The name of a function or an at-rule, without its sign, in small letters.
  var word: String {
    var text = text
    if kind == .function { text.removeLast() }
    if kind == .atName { text.removeFirst() }
    return String(decoding: text, as: UTF8.self).lowercased()
  }
}
