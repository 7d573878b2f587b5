extension String {
  /// The same bytes: what only looks alike is another name.
  func isSame(as other: String) -> Bool { utf8.elementsEqual(other.utf8) }

  /// Without blanks and line ends around it.
  var trimmedOfBlanks: String {
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(scalars[first...last])
  }

  func isPrintable(withLines: Bool) -> Bool {
    unicodeScalars.allSatisfy { scalar in
      switch scalar.value {
      case 0x0A: withLines
      case 0x09: true
      case 0..<0x20, 0x7F..<0xA0, 0x2028...0x2029, 0x202A...0x202E, 0x2066...0x2069: false
      default: true
      }
    }
  }
}
