extension Unicode.Scalar {
  /// Not a control, nothing that turns the direction of the text around it, no noncharacter. Line
  /// breaks and tabs may be shown.
  var mayBeShown: Bool {
    switch value {
    case 0x09, 0x0A, 0x20...0x7E: true
    case 0..<0x20, 0x7F...0x9F: false
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: false
    case 0xFDD0...0xFDEF: false
    default: value & 0xFFFE != 0xFFFE
    }
  }
}

extension String {
  /// Without what may not be shown, and without what `MarkdownSource` put in.
  var shown: String {
    guard unicodeScalars.contains(where: { !$0.mayBeShown }) else { return self }
    var kept = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      if scalar.mayBeShown {
        kept.append(scalar)
      } else if scalar.value == 0xFDD0, kept.last == "\t" {
        kept.removeLast()
      }
    }
    return String(kept)
  }
}

extension Output {
  /// Words of people between tags or in quotes: no markup, and only characters that may be shown.
  mutating func appendEscaped(_ bytes: UnsafeBufferPointer<UInt8>) {
    reserve(bytes.count + 16)
    append(bytes, watching: .ofProse) { Change(inProse: $0, of: $1) }
  }

  mutating func appendEscaped(_ text: String) {
    text.withBytes { appendEscaped($0) }
  }
}

extension ByteSet {
  /// What might not stay as it is in words of people: only these begin a character that may not be
  /// shown.
  fileprivate static let ofProse = ByteSet {
    switch $0 {
    case 0..<0x0A, 0x0B..<0x20, 0x7F, 0xC2, 0xD8, 0xE2, 0xEF, 0xF0...0xF4: true
    default: "&<>\"".utf8.contains($0)
    }
  }
}

extension Change {
  /// What is never shown becomes nothing.
  fileprivate init?(inProse index: Int, of bytes: UnsafeBufferPointer<UInt8>) {
    switch bytes[index] {
    case UInt8(ascii: "&"): self.init(1, "&amp;")
    case UInt8(ascii: "<"): self.init(1, "&lt;")
    case UInt8(ascii: ">"): self.init(1, "&gt;")
    case UInt8(ascii: "\""): self.init(1, "&quot;")
    case UInt8(ascii: "\t"):
      guard bytes[(index + 1)...].starts(with: MarkdownSource.join) else { return nil }
      self.init(MarkdownSource.addressEnd.count, "")
    case 0..<0x80: self.init(1, "")
    default:
      let length = lengthOfHidden(bytes, index)
      guard length > 0 else { return nil }
      self.init(length, "")
    }
  }
}

/// How many bytes the character has that begins here if it may not be shown, else 0.
private func lengthOfHidden(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int {
  let length: Int
  switch bytes[at] {
  case 0xC2, 0xD8: length = 2
  case 0xE2, 0xEF: length = 3
  default: length = 4
  }
  guard at + length <= bytes.count else { return 0 }
  let lead = UInt32(bytes[at]) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
  let value = bytes[at + 1..<at + length].reduce(lead) { $0 << 6 | UInt32($1 & 0x3F) }
  guard let scalar = Unicode.Scalar(value) else { return 0 }
  return scalar.mayBeShown ? 0 : length
}
