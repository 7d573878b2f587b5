/// What addresses and forms write as `%41`.
package enum Percent {
  /// A part of a path between two slashes, as it is meant. Nil when it is no text, and when a slash
  /// is hidden in it, which would be read as a step by somebody else. It may be `..`.
  package static func decoded(segment: some StringProtocol) -> String? {
    guard let bytes = try? decoded(segment.utf8) else { return nil }
    guard !bytes.contains(0), !bytes.contains(UInt8(ascii: "/")) else { return nil }
    return String(validating: bytes, as: UTF8.self)
  }

  /// An escape that is none, and how many bytes stand before it.
  struct BadEscape: Error {
    let offset: Int
  }

  static func decoded(
    _ bytes: some Collection<UInt8>, plusIsSpace: Bool = false
  ) throws(BadEscape) -> [UInt8] {
    var decoded: [UInt8] = []
    decoded.reserveCapacity(bytes.count)
    var place = bytes.startIndex
    while place < bytes.endIndex {
      let byte = bytes[place]
      let digits = bytes[place...].dropFirst().prefix(2)
      bytes.formIndex(after: &place)
      if byte == UInt8(ascii: "+"), plusIsSpace {
        decoded.append(UInt8(ascii: " "))
      } else if byte == UInt8(ascii: "%") {
        let values = digits.compactMap(\.hexDigit)
        guard values.count == 2 else {
          throw BadEscape(offset: bytes[..<place].count - 1)
        }
        decoded.append(values[0] << 4 | values[1])
        place = digits.endIndex
      } else {
        decoded.append(byte)
      }
    }
    return decoded
  }
}
