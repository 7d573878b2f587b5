extension Output {
  /// Words of anybody, so that they stay words: between tags and in quoted attributes alike. Signs
  /// that no page may have become the replacement character; those that turn the direction of
  /// writing beyond their own text go.
  package mutating func escape(_ text: borrowing String) {
    text.withBytes {
      append($0, watching: .ofMarkup) { Change(inMarkup: $0, of: $1) }
    }
  }

  /// What is in order goes over as it is, in one piece from change to change.
  @inline(__always) mutating func append(
    _ bytes: UnsafeBufferPointer<UInt8>, watching watched: ByteSet,
    changing change: (Int, UnsafeBufferPointer<UInt8>) -> Change?
  ) {
    var kept = 0
    var next = bytes.first(of: watched, from: 0)
    while next < bytes.count {
      if let change = change(next, bytes) {
        append(UnsafeBufferPointer(rebasing: bytes[kept..<next]))
        append(change.instead)
        next += change.length
        kept = next
      } else {
        next += 1
      }
      next = bytes.first(of: watched, from: next)
    }
    append(UnsafeBufferPointer(rebasing: bytes[kept...]))
  }
}

/// What cannot stay as it is, and what stands there instead.
struct Change {
  let length: Int
  let instead: StaticString

  init(_ length: Int, _ instead: StaticString) {
    self.length = length
    self.instead = instead
  }

  fileprivate init?(inMarkup index: Int, of bytes: UnsafeBufferPointer<UInt8>) {
    switch bytes[index] {
    case UInt8(ascii: "&"): self.init(1, "&amp;")
    case UInt8(ascii: "<"): self.init(1, "&lt;")
    case UInt8(ascii: ">"): self.init(1, "&gt;")
    case UInt8(ascii: "\""): self.init(1, "&quot;")
    case UInt8(ascii: "'"): self.init(1, "&#39;")
    case UInt8(ascii: "\t"), UInt8(ascii: "\n"): return nil
    case UInt8(ascii: "\r"):
      self.init(bytes.byte(after: index) == UInt8(ascii: "\n") ? 2 : 1, "\n")
    case 0..<0x20, 0x7F: self.init(1, "\u{FFFD}")
    default: self.init(ofSign: index, of: bytes)
    }
  }

  /// Signs of several bytes that no text may have.
  init?(ofSign index: Int, of bytes: UnsafeBufferPointer<UInt8>) {
    let second = bytes.byte(after: index)
    let third = bytes.byte(after: index + 1)
    switch bytes[index] {
    // U+0080 to U+009F.
    case 0xC2 where second < 0xA0: self.init(2, "\u{FFFD}")
    // U+202A to U+202E and U+2066 to U+2069.
    case 0xE2 where second == 0x80 && (0xAA...0xAE).contains(third): self.init(3, "")
    case 0xE2 where second == 0x81 && (0xA6...0xA9).contains(third): self.init(3, "")
    // U+FFFE and U+FFFF.
    case 0xEF where second == 0xBF && third >= 0xBE: self.init(3, "\u{FFFD}")
    default: return nil
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// 0 behind the end.
  func byte(after index: Int) -> UInt8 { index + 1 < count ? self[index + 1] : 0 }

  /// The first byte of a set from there on. Four are looked up in one step.
  func first(of set: ByteSet, from start: Int) -> Int {
    guard let base = baseAddress else { return count }
    let isIn = set.isIn
    var index = start
    while index + 4 <= count {
      let four = base + index
      let any =
        isIn[Int(four[0])] | isIn[Int(four[1])] | isIn[Int(four[2])] | isIn[Int(four[3])]
      if any != 0 { break }
      index += 4
    }
    while index < count, isIn[Int(base[index])] == 0 { index += 1 }
    return index
  }
}

/// A set of bytes to look for in a text.
// Its memory is written once, and stays for good.
struct ByteSet: @unchecked Sendable {
  /// 1 for each byte that is in it.
  fileprivate let isIn: UnsafePointer<UInt8>

  init(_ has: (UInt8) -> Bool) {
    let table = UnsafeMutablePointer<UInt8>.allocate(capacity: 256)
    for byte in UInt8.min...UInt8.max { table[Int(byte)] = has(byte) ? 1 : 0 }
    isIn = UnsafePointer(table)
  }

  /// What might have to change in markup or in linked data.
  static let ofMarkup = ByteSet {
    switch $0 {
    case 0..<0x20, 0x7F, 0xC2, 0xE2, 0xEF: true
    default: "\"&'<>\\".utf8.contains($0)
    }
  }
}
