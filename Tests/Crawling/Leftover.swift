import Glibc

/// Words that no page means to say.
enum Leftover {
  static let marks = ["{{", "}}", "{%", "%}", "Optional(", "(null)"]
  static let words = ["nil", "NaN", "undefined"]

  static func first(in text: UnsafePointer<CChar>) -> String? {
    for mark in marks where strstr(text, mark) != nil { return mark }
    for word in words where hasWord(word, text) { return word }
    return strchr(text, 0x7B) == nil ? nil : placeholder(String(cString: text))
  }

  private static func hasWord(_ word: String, _ text: UnsafePointer<CChar>) -> Bool {
    var from = UnsafePointer(text)
    while let found = strstr(from, word) {
      let end = found + word.utf8.count
      let isWhole = (found == text || !isLetter(found[-1])) && !isLetter(end.pointee)
      if isWhole { return true }
      from = UnsafePointer(end)
    }
    return false
  }

  private static func isLetter(_ byte: CChar) -> Bool {
    isalnum(Int32(UInt8(bitPattern: byte))) != 0 || byte == 0x5F || byte == 0x2D
  }

  /// What a message has where a value belongs, such as {count}.
  private static func placeholder(_ text: String) -> String? {
    text.firstMatch(of: /\{ ?\$?[a-zA-Z][a-zA-Z0-9_.]* ?\}/).map { String($0.0) }
  }
}
