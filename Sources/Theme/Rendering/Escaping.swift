extension Output {
  /// Words of anybody, so that they stay words: between tags and in quoted attributes alike. Signs
  /// that no page may have become the replacement character; those that turn the direction of
  /// writing beyond their own text go.
  package mutating func escape(_ text: borrowing String) {
    let utf8 = text.utf8
    if utf8.withContiguousStorageIfAvailable({ escape($0) }) == nil {
      var copy = copy text
      copy.withUTF8 { escape($0) }
    }
  }

  private mutating func escape(_ bytes: UnsafeBufferPointer<UInt8>) {
    var kept = 0
    var next = 0
    while next < bytes.count {
      next = bytes.firstToWatch(from: next)
      guard next < bytes.count else { break }
      guard let change = Change(at: next, of: bytes) else {
        next += 1
        continue
      }
      append(UnsafeBufferPointer(rebasing: bytes[kept..<next]))
      append(change.instead)
      next += change.length
      kept = next
    }
    append(UnsafeBufferPointer(rebasing: bytes[kept...]))
  }
}

/// What cannot stay as it is, and what stands there instead.
private struct Change {
  let length: Int
  let instead: StaticString

  init?(at index: Int, of bytes: UnsafeBufferPointer<UInt8>) {
    func byte(_ offset: Int) -> UInt8 { index + offset < bytes.count ? bytes[index + offset] : 0 }
    switch byte(0) {
    case UInt8(ascii: "&"): self.init(1, "&amp;")
    case UInt8(ascii: "<"): self.init(1, "&lt;")
    case UInt8(ascii: ">"): self.init(1, "&gt;")
    case UInt8(ascii: "\""): self.init(1, "&quot;")
    case UInt8(ascii: "'"): self.init(1, "&#39;")
    case UInt8(ascii: "\t"), UInt8(ascii: "\n"): return nil
    case UInt8(ascii: "\r"): self.init(byte(1) == UInt8(ascii: "\n") ? 2 : 1, "\n")
    case 0..<0x20, 0x7F: self.init(1, "\u{FFFD}")
    // U+0080 to U+009F.
    case 0xC2 where byte(1) < 0xA0: self.init(2, "\u{FFFD}")
    // U+202A to U+202E and U+2066 to U+2069.
    case 0xE2 where byte(1) == 0x80 && (0xAA...0xAE).contains(byte(2)): self.init(3, "")
    case 0xE2 where byte(1) == 0x81 && (0xA6...0xA9).contains(byte(2)): self.init(3, "")
    // U+FFFE and U+FFFF.
    case 0xEF where byte(1) == 0xBF && byte(2) >= 0xBE: self.init(3, "\u{FFFD}")
    default: return nil
    }
  }

  private init(_ length: Int, _ instead: StaticString) {
    self.length = length
    self.instead = instead
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The first byte from there on that may have to change; sixteen are looked at in one step.
  fileprivate func firstToWatch(from start: Int) -> Int {
    var index = start
    while index + 16 <= count, let base = baseAddress {
      let some = UnsafeRawPointer(base + index).loadUnaligned(as: SIMD16<UInt8>.self)
      let isWatched =
        (some .< 0x20) .| (some .== 0x22) .| (some .== 0x26) .| (some .== 0x27) .| (some .== 0x3C)
        .| (some .== 0x3E) .| (some .== 0x7F) .| (some .== 0xC2) .| (some .== 0xE2)
        .| (some .== 0xEF)
      if any(isWatched) { break }
      index += 16
    }
    while index < count, !self[index].isWatched { index += 1 }
    return index
  }
}

extension UInt8 {
  fileprivate var isWatched: Bool {
    switch self {
    case 0..<0x20, 0x22, 0x26, 0x27, 0x3C, 0x3E, 0x7F, 0xC2, 0xE2, 0xEF: true
    default: false
    }
  }
}
