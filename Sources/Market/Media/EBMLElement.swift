/// An element of a WebM file: what it is, and where its contents are.
struct EBMLElement {
  static let header: UInt64 = 0x1A45_DFA3
  static let documentType: UInt64 = 0x4282
  static let segment: UInt64 = 0x1853_8067
  static let information: UInt64 = 0x1549_A966
  static let tracks: UInt64 = 0x1654_AE6B
  static let cluster: UInt64 = 0x1F43_B675
  static let attachments: UInt64 = 0x1941_A469
  static let tags: UInt64 = 0x1254_C367
  private static let void: UInt8 = 0xEC

  /// A number of what it is takes at most 4 bytes, one of its size at most 8.
  static let headBytesMax = 12
  static let voidHeadBytes: Int64 = 9

  let id: UInt64
  /// Where in the file its contents begin.
  let start: Int64
  /// Nil when whoever wrote it did not know yet how much would come.
  let size: Int64?

  var end: Int64? { size.map { start + $0 } }

  /// From the bytes at `place` of the file; nil when they are no element.
  init?(_ bytes: ArraySlice<UInt8>, at place: Int64) {
    guard let id = Self.number(bytes, bytesMax: 4), let size = Self.number(id.rest, bytesMax: 8)
    else { return nil }
    self.id = id.value
    start = place + Int64(id.length + size.length)
    let digits = size.value & (UInt64(1) << (7 * UInt64(size.length)) - 1)
    let isUnknown = digits == UInt64(1) << (7 * UInt64(size.length)) - 1
    // 56 bits at most, so that adding to it stays far from the end of what Int64 holds.
    self.size = isUnknown ? nil : Int64(digits)
  }

  /// How an element of so many bytes begins that is to be skipped.
  static func voidHead(for bytes: Int64) -> [UInt8] {
    let rest = bytes - voidHeadBytes
    return [void, 1] + (0..<7).map { UInt8(truncatingIfNeeded: rest >> (8 * (6 - $0))) }
  }

  /// As many leading zeros as bytes follow; the mark that ends them is part of the value.
  private static func number(_ bytes: ArraySlice<UInt8>, bytesMax: Int) -> (
    value: UInt64, length: Int, rest: ArraySlice<UInt8>
  )? {
    guard let first = bytes.first else { return nil }
    let length = first.leadingZeroBitCount + 1
    guard length <= bytesMax, bytes.count >= length else { return nil }
    let value = bytes.prefix(length).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    return (value, length, bytes.dropFirst(length))
  }
}
