/// 128 bits of some bytes, which differ when the bytes do unless somebody takes pains. Only who
/// writes the site could, and would trick his own readers.
struct Digest: Equatable {
  private var left: UInt64 = 0x9E37_79B9_7F4A_7C15
  private var right: UInt64 = 0xC2B2_AE3D_27D4_EB4F

  init(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { buffer in
      var offset = 0
      while offset + 8 <= buffer.count {
        mix(UInt64(littleEndian: buffer.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
        offset += 8
      }
      var rest: UInt64 = 0
      for byte in buffer[offset...] { rest = rest << 8 | UInt64(byte) }
      mix(rest)
    }
    mix(UInt64(bytes.count))
  }

  private mutating func mix(_ word: UInt64) {
    left = Self.folded(left ^ word, 0xA076_1D64_78BD_642F) &+ 0x9E37_79B9_7F4A_7C15
    right = Self.folded((right &+ word) ^ (right >> 29), 0xE703_7ED1_A0B4_28DB) ^ left
  }

  private static func folded(_ word: UInt64, _ factor: UInt64) -> UInt64 {
    let product = word.multipliedFullWidth(by: factor)
    return product.high ^ product.low
  }

  var text: String { String(left, radix: 36) + String(right, radix: 36) }
}
