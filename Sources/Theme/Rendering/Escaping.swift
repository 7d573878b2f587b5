extension Output {
  /// Words of anybody, so that they stay words: between tags and in quoted attributes alike. Signs
  /// that no page may have become the replacement character; those that turn the direction of
  /// writing beyond their own text go.
  package mutating func escape(_ text: borrowing String) {
    text.utf8Span.span.withUnsafeBufferPointer { escape($0) }
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
  /// The first byte from there on that may have to change; eight are looked at in one step.
  fileprivate func firstToWatch(from start: Int) -> Int {
    guard let base = baseAddress else { return count }
    var index = start
    while index + 8 <= count {
      let eight = UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self)
      let watched = EightBytes(UInt64(littleEndian: eight)).watched
      if watched != 0 { return index + watched.trailingZeroBitCount / 8 }
      index += 8
    }
    while index < count, !self[index].isWatched { index += 1 }
    return index
  }
}

/// Eight bytes in one number, the first of them lowest: what is done to the number is done to all
/// of them, and nothing runs over from one into the next.
private struct EightBytes {
  private let bytes: UInt64

  init(_ bytes: UInt64) { self.bytes = bytes }

  /// The highest bit of each byte that is watched.
  var watched: UInt64 {
    isBelow0x20 | these(0x22) | these(0x26, except: 0x01) | these(0x3C, except: 0x02)
      | these(0x7F) | these(0xC2) | these(0xE2) | these(0xEF)
  }

  private var isBelow0x20: UInt64 { these(0x00, except: 0x1F) }

  /// The bytes that are this one, whatever their bits of the exception.
  private func these(_ byte: UInt8, except free: UInt8 = 0) -> UInt64 {
    let differing = (bytes ^ Self.eight(byte)) & ~Self.eight(free)
    let low = Self.eight(0x7F)
    return ~(((differing & low) &+ low) | differing) & ~low
  }

  private static func eight(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }
}

extension UInt8 {
  fileprivate var isWatched: Bool {
    switch self {
    case 0..<0x20, 0x22, 0x26, 0x27, 0x3C, 0x3E, 0x7F, 0xC2, 0xE2, 0xEF: true
    default: false
    }
  }
}
