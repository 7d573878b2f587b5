/// What becomes of a character beside Chinese in an ASCII word.
enum Latin {
  /// One to three lower-case letters or digits, the first in the lowest byte.
  case letters(UInt32)
  /// A sign inside a word that leaves no trace: accents, apostrophes, invisible joiners.
  case nothing
  /// The end of a word.
  case gap

  @inline(__always)
  init(_ scalar: UInt32) {
    switch scalar {
    case 0x61...0x7A, 0x30...0x39: self = .letters(scalar)
    case 0x41...0x5A: self = .letters(scalar + 0x20)
    case 0x27: self = .nothing
    case 0..<0xAD: self = .gap
    default: self = Self.beyondASCII(scalar)
    }
  }

  private static func beyondASCII(_ scalar: UInt32) -> Latin {
    switch scalar {
    case 0xC0...0x24F: folded(at: Int(scalar) - 0xC0)
    case 0x1E00...0x1EFF: folded(at: Int(scalar) - 0x1E00 + 400)
    case 0xFB00...0xFB06: folded(at: Int(scalar) - 0xFB00 + 656)
    // The signs of kelvin and ångström are the letters themselves to Unicode.
    case 0x212A: .letters(UInt32(UInt8(ascii: "k")))
    case 0x212B: .letters(UInt32(UInt8(ascii: "a")))
    case 0xFF01...0xFF5E: Latin(scalar - 0xFEE0)
    // Combining marks.
    case 0x300...0x36F, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x20D0...0x20FF, 0xFE20...0xFE2F: .nothing
    // Apostrophes.
    case 0x2019, 0x2BC: .nothing
    // The soft hyphen, joiners and variation selectors.
    case 0xAD, 0x200C, 0x200D, 0x2060, 0xFE00...0xFE0F, 0xFEFF: .nothing
    default: .gap
    }
  }

  private static func folded(at place: Int) -> Latin {
    let cell = LatinTable.letters.utf8Start + 3 * place
    var letters: UInt32 = 0
    for byte in 0..<3 where cell[byte] != UInt8(ascii: " ") {
      letters |= UInt32(cell[byte]) << (8 * byte)
    }
    return letters == 0 ? .gap : .letters(letters)
  }
}
