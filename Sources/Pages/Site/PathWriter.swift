import Market

/// Writes a path into room that is large enough for it.
struct PathWriter: ~Copyable {
  private let room: UnsafeMutableBufferPointer<UInt8>
  private var count = 0

  static func path(ofAtMost most: Int, _ write: (inout PathWriter) -> Void) -> String {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: most) { room in
      var writer = PathWriter(room: room)
      write(&writer)
      return String(decoding: UnsafeBufferPointer(rebasing: room[..<writer.count]), as: UTF8.self)
    }
  }

  private init(room: UnsafeMutableBufferPointer<UInt8>) { self.room = room }

  mutating func write(_ text: StaticString) {
    write(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  mutating func write(_ text: String) {
    text.utf8Span.span.withUnsafeBufferPointer { write($0) }
  }

  mutating func write(_ number: Int64) { write(String(number)) }

  /// As one step of a path. Slugs are fit as they are; of a row that somebody spoiled, what is not
  /// is said in percents.
  mutating func write(slug: String) {
    slug.utf8Span.span.withUnsafeBufferPointer { bytes in
      if Slug.isFit(bytes) { write(bytes) } else { write(unfit: bytes) }
    }
  }

  /// For each byte of a slug there must be room for so many.
  static let bytesPerByte = 3

  private mutating func write(unfit bytes: UnsafeBufferPointer<UInt8>) {
    let digits = Array("0123456789ABCDEF".utf8)
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): write(byte)
      default:
        write(UInt8(ascii: "%"))
        write(digits[Int(byte >> 4)])
        write(digits[Int(byte & 15)])
      }
    }
  }

  private mutating func write(_ byte: UInt8) {
    room[count] = byte
    count += 1
  }

  private mutating func write(_ bytes: UnsafeBufferPointer<UInt8>) {
    count = room[count...].update(fromContentsOf: bytes)
  }
}
