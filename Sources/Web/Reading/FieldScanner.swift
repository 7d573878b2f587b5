/// Goes through the value of a field, from left to right.
struct FieldScanner {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func skipBlanks() { rest = rest.drop(while: \.isBlank) }

  func isAt(_ sign: Unicode.Scalar) -> Bool { rest.first == UInt8(ascii: sign) }

  mutating func skip(_ sign: Unicode.Scalar) -> Bool {
    guard isAt(sign) else { return false }
    rest = rest.dropFirst()
    return true
  }

  /// In small letters.
  mutating func name() -> String? { token()?.lowercasedText }

  /// A token, or a text in quotes; nil when it is neither, or not UTF-8.
  mutating func value(_ quoting: Quoting) -> String? {
    guard skip("\"") else { return token().flatMap { String(validating: $0, as: UTF8.self) } }
    return quoted(quoting).flatMap { String(validating: $0, as: UTF8.self) }
  }

  enum Quoting {
    /// A sign behind a backslash stands for itself.
    case backslash
    /// As browsers write the names of files: only a quote and the ends of lines are escaped.
    case percent
  }

  private mutating func token() -> ArraySlice<UInt8>? {
    let token = rest.prefix(while: \.isTokenByte)
    rest = rest[token.endIndex...]
    return token.isEmpty ? nil : token
  }

  /// Behind the first quote.
  private mutating func quoted(_ quoting: Quoting) -> [UInt8]? {
    var bytes: [UInt8] = []
    while let byte = rest.popFirst() {
      if byte.isControl, byte != UInt8(ascii: "\t") { return nil }
      switch byte {
      case UInt8(ascii: "\""):
        return bytes
      case UInt8(ascii: "\\") where quoting == .backslash:
        guard let next = rest.popFirst(), !next.isControl || next == UInt8(ascii: "\t") else {
          return nil
        }
        bytes.append(next)
      case UInt8(ascii: "%") where quoting == .percent:
        let escaped = Self.escapes[String(decoding: rest.prefix(2), as: UTF8.self)]
        bytes.append(escaped ?? byte)
        if escaped != nil { rest = rest.dropFirst(2) }
      default:
        bytes.append(byte)
      }
    }
    return nil
  }

  private static let escapes = [
    "22": UInt8(ascii: "\""), "0D": UInt8(ascii: "\r"), "0A": UInt8(ascii: "\n"),
  ]
}
