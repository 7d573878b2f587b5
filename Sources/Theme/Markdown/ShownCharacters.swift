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
    var kept = 0
    var at = 0
    while at < bytes.count {
      let byte = bytes[at]
      if byte >= 0x80 {
        let length = lengthOfHidden(bytes, at)
        guard length > 0 else {
          at += 1
          continue
        }
        let isAddressEnd =
          at > kept && bytes[at...].starts(with: MarkdownSource.join)
          && bytes[at - 1] == MarkdownSource.addressEnd[0]
        append(UnsafeBufferPointer(rebasing: bytes[kept..<at - (isAddressEnd ? 1 : 0)]))
        at += length
        kept = at
        continue
      }
      if let entity = entities(byte) {
        append(UnsafeBufferPointer(rebasing: bytes[kept..<at]))
        entity.withUTF8Buffer { append($0) }
        kept = at + 1
      }
      at += 1
    }
    append(UnsafeBufferPointer(rebasing: bytes[kept...]))
  }

  mutating func appendEscaped(_ text: String) {
    var text = text
    text.withUTF8 { appendEscaped($0) }
  }
}

/// What stands for the byte; an empty text for what is never shown, nil for the byte itself.
private func entities(_ byte: UInt8) -> StaticString? {
  switch byte {
  case UInt8(ascii: "&"): "&amp;"
  case UInt8(ascii: "<"): "&lt;"
  case UInt8(ascii: ">"): "&gt;"
  case UInt8(ascii: "\""): "&quot;"
  case 0x09, 0x0A: nil
  case 0..<0x20, 0x7F: ""
  default: nil
  }
}

/// How many bytes the character that begins here has if it may not be shown, else 0. Only these
/// leads begin such characters, so all others cost nothing.
private func lengthOfHidden(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int {
  let length: Int
  switch bytes[at] {
  case 0xC2, 0xD8: length = 2
  case 0xE2, 0xEF: length = 3
  case 0xF0...0xF4: length = 4
  default: return 0
  }
  guard at + length <= bytes.count else { return 0 }
  let lead = UInt32(bytes[at]) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
  let value = bytes[at + 1..<at + length].reduce(lead) { $0 << 6 | UInt32($1 & 0x3F) }
  guard let scalar = Unicode.Scalar(value) else { return 0 }
  return scalar.mayBeShown ? 0 : length
}
