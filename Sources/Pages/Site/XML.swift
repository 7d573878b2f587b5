package import Theme

/// A text of elements; what stands in them is escaped.
struct XML {
  private(set) var markup: String

  /// Begins with the tag of the element around all others.
  init(_ root: String) { markup = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\(root)" }

  mutating func raw(_ markup: String) { self.markup += markup }

  mutating func text(_ text: String) {
    // Nearly all that is listed are addresses.
    if text.utf8.allSatisfy(Self.isPlain) {
      markup += text
      return
    }
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": markup += "&amp;"
      case "<": markup += "&lt;"
      case ">": markup += "&gt;"
      case "\"": markup += "&quot;"
      // Others of these cannot be in XML at all.
      case "\u{0}"..."\u{8}", "\u{B}"..."\u{C}", "\u{E}"..."\u{1F}", "\u{FFFE}"..."\u{FFFF}": break
      default: markup.unicodeScalars.append(scalar)
      }
    }
  }

  /// Of ASCII, and nothing that must be escaped.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""): false
    case 0x20...0x7E: true
    default: false
    }
  }

  /// The language is named where it is not the one of the whole text.
  mutating func element(_ name: String, _ text: String, in language: String? = nil) {
    markup += "<"
    markup += name
    if let language { markup += " xml:lang=\"\(language)\"" }
    markup += ">"
    self.text(text)
    markup += "</"
    markup += name
    markup += ">"
  }
}

extension Day {
  package var iso: String {
    var output = Output(capacity: 16)
    output.append(iso: self)
    return output.text
  }

  /// Later days have higher ones.
  var order: Int { (year * 100 + month) * 100 + day }
}
