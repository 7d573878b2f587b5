internal import CDigest

/// 128 bits of some bytes, which differ when the bytes do. What sellers write is in the bytes, so one
/// could look for two pages with the same digest; the seed, which only our disk knows, keeps him from
/// it.
struct Digest: Hashable, BitwiseCopyable {
  var left: UInt64
  var right: UInt64

  init(left: UInt64, right: UInt64) { (self.left, self.right) = (left, right) }

  init(_ bytes: UnsafeRawBufferPointer, seed: UInt64) {
    let digest = jishi_digest_of(bytes.baseAddress, bytes.count, seed)
    (left, right) = (digest.left, digest.right)
  }

  /// Of no bytes: who has it is not known.
  static let unknown = Digest(left: 0, right: 0)

  /// Enough to notice an accident.
  var short: UInt32 { UInt32(truncatingIfNeeded: right) }
}
