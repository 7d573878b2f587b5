import Foundation

/// Texts that have broken the escaping of other programs, as `xss.txt` lists them: one a
/// line, with `\n` `\r` `\t` `\0` `\\`, `\u{202E}` for a character, `\xC0` for a byte, and
/// `\R{10000}a` for the next character so many times. A line that begins with `%%` is a heading.
package enum XSSCorpus {
  package static let bytes: [[UInt8]] = lines.compactMap(decoded)
  /// The lines with an escape that nobody knows.
  package static let unread = lines.filter { decoded($0) == nil }
  /// As any reader of UTF-8 sees them: what is none is a replacement character.
  package static let all: [String] = bytes.map { String(decoding: $0, as: UTF8.self) }

  private static let lines = read()

  private static func read() -> [Substring] {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "xss.txt")
    guard let bytes = try? Data(contentsOf: file) else { return [] }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n")
      .filter { !$0.hasPrefix("%%") }
  }

  private static func decoded(_ line: Substring) -> [UInt8]? {
    var rest = line.unicodeScalars[...]
    var bytes: [UInt8] = []
    while let scalar = rest.popFirst() {
      guard scalar == "\\" else {
        bytes += String(scalar).utf8
        continue
      }
      guard let piece = escape(&rest) else { return nil }
      bytes += piece
    }
    return bytes
  }

  private static func escape(_ rest: inout Substring.UnicodeScalarView) -> [UInt8]? {
    switch rest.popFirst() {
    case "n": return [0x0A]
    case "r": return [0x0D]
    case "t": return [0x09]
    case "0": return [0x00]
    case "\\": return [0x5C]
    case "x":
      let digits = String(rest.prefix(2))
      rest = rest.dropFirst(2)
      return UInt8(digits, radix: 16).map { [$0] }
    case "u":
      return braced(&rest, radix: 16).flatMap(Unicode.Scalar.init).map { Array(String($0).utf8) }
    case "R":
      guard let count = braced(&rest, radix: 10), let scalar = rest.popFirst() else { return nil }
      return (0..<count).flatMap { _ in String(scalar).utf8 }
    default: return nil
    }
  }

  private static func braced(_ rest: inout Substring.UnicodeScalarView, radix: Int) -> UInt32? {
    guard rest.popFirst() == "{" else { return nil }
    let digits = String(rest.prefix { $0 != "}" })
    rest = rest.dropFirst(digits.unicodeScalars.count + 1)
    return UInt32(digits, radix: radix)
  }
}
