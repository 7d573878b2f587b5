/// The bytes that mean something in a message.
enum MessageSign {
  static let open = UInt8(ascii: "{")
  static let close = UInt8(ascii: "}")
  static let less = UInt8(ascii: "<")
  static let greater = UInt8(ascii: ">")
  static let slash = UInt8(ascii: "/")
  static let comma = UInt8(ascii: ",")
  static let number = UInt8(ascii: "#")

  static func isSmall(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
  }

  static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  static func isLetterOrDigit(_ byte: UInt8) -> Bool { isSmall(byte | 0x20) || isDigit(byte) }

  /// Whatever is not ASCII counts as a letter too.
  static func isWord(_ byte: UInt8) -> Bool { isLetterOrDigit(byte) || byte >= 0x80 }
}
