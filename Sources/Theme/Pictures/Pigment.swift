/// A colour of 24 bits.
struct Colour: Hashable {
  let bits: UInt32

  static let ink = Colour(0x24211F)
  static let paper = Colour(0xF5F1E8)
  /// One thing in each picture has it.
  static let vermilion = Colour(0xC5341F)

  init(_ bits: UInt32) { self.bits = bits }

  /// On the way to another colour: there at 1, and still here at 0.
  func mixed(_ other: Colour, _ share: Double) -> Colour {
    func mix(_ shift: UInt32) -> UInt32 {
      let (from, to) = (Double(bits >> shift & 255), Double(other.bits >> shift & 255))
      return UInt32((from + (to - from) * share).rounded(.toNearestOrEven)) << shift
    }
    return Colour(mix(16) | mix(8) | mix(0))
  }
}

/// A mineral pigment of Chinese painting, thick, thinned, and as a wash.
struct Pigment {
  let deep: Colour
  let mid: Colour
  let tint: Colour

  private init(_ deep: UInt32, _ mid: UInt32, _ tint: UInt32) {
    (self.deep, self.mid, self.tint) = (Colour(deep), Colour(mid), Colour(tint))
  }

  static let azurite = Pigment(0x2F5A86, 0x8AABC8, 0xDDE7EE)
  static let malachite = Pigment(0x3C7560, 0x97BFAA, 0xDFEBE3)
  static let gamboge = Pigment(0xC98C22, 0xE6C07A, 0xF6EAD0)
  static let ochre = Pigment(0x96562F, 0xCC9B73, 0xF0E2D2)
  static let rouge = Pigment(0x8A3145, 0xCB8A95, 0xF2DFDF)
  static let indigo = Pigment(0x26405B, 0x7C95AA, 0xDBE3E8)
  static let moss = Pigment(0x626A39, 0xAFB482, 0xEAEBD7)
  static let lotus = Pigment(0x665577, 0xB0A1BD, 0xE8E3ED)
  static let ink = Pigment(0x33302D, 0xA09A90, 0xE9E4DA)
}
