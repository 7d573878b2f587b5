import CBytes

/// Text to look for other text in: without spaces, and without the commas of numbers.
struct PlainText {
  private(set) var bytes: [UInt8] = []

  init() {}

  init(_ text: String) { text.withCString { append($0) } }

  /// Digits that stood apart stay apart.
  mutating func append(_ text: UnsafePointer<CChar>) {
    var next = UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self)
    var isAfterSpace = true
    while next.pointee != 0 {
      let skipped = Self.space(next)
      if skipped > 0 {
        next += skipped
        isAfterSpace = true
        continue
      }
      let isDigit = Self.isDigit(next.pointee)
      let isAfterDigit = bytes.last.map(Self.isDigit) ?? false
      if isAfterSpace, isDigit, isAfterDigit { bytes.append(0x20) }
      let isInNumber = next.pointee == 0x2C && isAfterDigit && Self.isDigit(next[1])
      if !isInNumber { bytes.append(next.pointee) }
      isAfterSpace = false
      next += 1
    }
  }

  /// How many bytes of space come next.
  private static func space(_ text: UnsafePointer<UInt8>) -> Int {
    switch text.pointee {
    case 0x09, 0x0A, 0x0C, 0x0D, 0x20: 1
    case 0xC2 where text[1] == 0xA0: 2
    case 0xE2 where text[1] == 0x80 && (0x80...0x8B).contains(text[2]) || text[2] == 0xAF: 3
    case 0xE3 where text[1] == 0x80 && text[2] == 0x80: 3
    default: 0
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  func contains(_ text: String) -> Bool {
    let wanted = PlainText(text).bytes
    return wanted.isEmpty || memmem(bytes, bytes.count, wanted, wanted.count) != nil
  }

  /// Whether the number stands there, not as a part of a longer one. Zeros may follow its point.
  func contains(number: Double) -> Bool {
    let wanted = Array((Int(exactly: number).map(String.init) ?? "\(number)").utf8)
    var start = 0
    while let place = bytes.place(of: wanted, from: start) {
      if !isInNumber(before: place), !isInNumber(wanted, after: place + wanted.count) {
        return true
      }
      start = place + 1
    }
    return false
  }

  private func isInNumber(before place: Int) -> Bool {
    guard let last = bytes[..<place].last else { return false }
    let isAfterPoint = last == 0x2E && place > 1 && Self.isDigit(bytes[place - 2])
    return Self.isDigit(last) || isAfterPoint
  }

  private func isInNumber(_ wanted: [UInt8], after place: Int) -> Bool {
    var rest = bytes[place...]
    let hasPoint = wanted.contains(0x2E)
    if !hasPoint, rest.first != 0x2E { return rest.first.map(Self.isDigit) ?? false }
    if !hasPoint { rest = rest.dropFirst() }
    return rest.first { $0 != 0x30 }.map(Self.isDigit) ?? false
  }
}

extension [UInt8] {
  func place(of wanted: [UInt8], from start: Int = 0) -> Int? {
    withUnsafeBytes { all in
      guard start < all.count, let base = all.baseAddress,
        let found = memmem(base + start, all.count - start, wanted, wanted.count)
      else { return nil }
      return UnsafeRawPointer(found) - base
    }
  }
}
