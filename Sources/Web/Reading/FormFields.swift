/// What a form sends as `application/x-www-form-urlencoded`, or an address after its question mark:
/// names with values, in their order.
package struct FormFields: Sendable {
  package static let pairsMax = 256

  package struct Pair: Equatable, Sendable {
    package let name: String
    /// Its lines end with LF, as which browsers show them; on the way they end with CRLF.
    package let value: String
  }

  package let pairs: [Pair]

  /// Without the question mark.
  package init(query: some StringProtocol) throws(FormFault) {
    try self.init(Array(query.utf8))
  }

  package init(_ pairs: [Pair]) { self.pairs = pairs }

  package init(body: [UInt8]) throws(FormFault) { try self.init(body) }

  private init(_ bytes: [UInt8]) throws(FormFault) {
    var pairs: [Pair] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      let piece = rest.prefix { $0 != UInt8(ascii: "&") }
      rest = rest[piece.endIndex...].dropFirst()
      if piece.isEmpty { continue }
      guard pairs.count < Self.pairsMax else { throw .tooMany }
      let name = piece.prefix { $0 != UInt8(ascii: "=") }
      let value = piece[name.endIndex...].dropFirst()
      pairs.append(Pair(name: try Self.text(name), value: try Self.text(value).withPlainLines))
    }
    self.pairs = pairs
  }

  /// What a form sends once; of a name that is there more often, the first.
  package subscript(name: String) -> String? {
    pairs.first { $0.name.hasSameBytes(as: name) }?.value
  }

  package func values(of name: String) -> [String] {
    pairs.filter { $0.name.hasSameBytes(as: name) }.map(\.value)
  }

  /// In their order, as often as they are there.
  package var names: [String] { pairs.map(\.name) }

  private static func text(_ bytes: ArraySlice<UInt8>) throws(FormFault) -> String {
    let decoded: [UInt8]
    do {
      decoded = try Percent.decoded(bytes, plusIsSpace: true)
    } catch {
      throw .badEscape(at: bytes.startIndex + error.offset)
    }
    guard !decoded.contains(0), let text = String(validating: decoded, as: UTF8.self) else {
      throw .noText(at: bytes.startIndex)
    }
    return text
  }
}

package enum FormFault: Error, Equatable {
  case badEscape(at: Int)
  /// A name or a value is not UTF-8, or has the character 0.
  case noText(at: Int)
  case tooMany
}

extension String {
  /// Each line ends with LF, whether it ended with CRLF, CR or LF.
  var withPlainLines: String {
    guard utf8.contains(UInt8(ascii: "\r")) else { return self }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(utf8.count)
    var wasReturn = false
    for byte in utf8 {
      let isReturn = byte == UInt8(ascii: "\r")
      if isReturn {
        bytes.append(UInt8(ascii: "\n"))
      } else if byte != UInt8(ascii: "\n") || !wasReturn {
        bytes.append(byte)
      }
      wasReturn = isReturn
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
