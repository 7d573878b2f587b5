import CSodium
import CUnicode
import Market

/// A password as it is kept: what argon2id makes of it, together with its salt and with how much work
/// it was. However it is printed, it shows nothing of that.
package struct PasswordHash: Hashable, Sendable {
  package static let memoryKibibytes = 19_456
  package static let passes = 2

  /// As `$argon2id$v=19$m=19456,t=2,p=1$SALT$DIGEST`.
  package let text: String

  /// As it was kept.
  package init(text: String) { self.text = text }

  /// With a salt of its own each time.
  package static func make(_ password: String) throws(PasswordHashError) -> PasswordHash {
    guard let bytes = bytes(of: password) else { throw .tooLong }
    precondition(isReady, "libsodium cannot be made ready")
    var text = [CChar](repeating: 0, count: Int(crypto_pwhash_argon2id_STRBYTES))
    let code = crypto_pwhash_argon2id_str(
      &text, bytes, UInt64(bytes.count), UInt64(passes), memoryKibibytes << 10)
    guard code == 0 else { throw .noMemory }
    return PasswordHash(text: String(decoding: text.utf8BeforeNUL, as: UTF8.self))
  }

  /// Takes as much memory and time as making it did. Without that much memory nothing matches.
  package func matches(_ password: String) -> Bool {
    guard let bytes = Self.bytes(of: password) else { return false }
    precondition(Self.isReady, "libsodium cannot be made ready")
    return crypto_pwhash_argon2id_str_verify(text, bytes, UInt64(bytes.count)) == 0
  }

  /// Made with other parameters than ours are now: whoever has the password at hand makes a new one.
  package var isWeak: Bool {
    crypto_pwhash_argon2id_str_needs_rehash(
      text, UInt64(Self.passes), Self.memoryKibibytes << 10) != 0
  }

  /// Where nobody has a password, the same work as where somebody has: how long an answer takes must not
  /// tell who has an account.
  package static func waste(_ password: String) { _ = ofNobody.matches(password) }

  /// Its digest is all zeros, which nobody knows a password for.
  static let ofNobody = PasswordHash(
    text: "$argon2id$v=19$m=\(memoryKibibytes),t=\(passes),p=1"
      + "$\(String(repeating: "A", count: 22))$\(String(repeating: "A", count: 43))")

  private static let isReady = sodium_init() >= 0

  /// The same for each way to type the same letters; nil for more than a password may have.
  private static func bytes(of password: String) -> [CChar]? {
    guard password.utf8.count <= PasswordRules.bytesMax else { return nil }
    let typed = Array(password.utf16)
    // For no letters at all there must be a place, too, and not the one where they come from.
    var composed = [UInt16](repeating: 0, count: 3 * typed.count + 1)
    let count = jishi_composed(typed, Int32(typed.count), &composed, Int32(composed.count))
    guard count >= 0 else { return nil }
    return String(decoding: composed.prefix(Int(count)), as: UTF16.self).utf8.map {
      CChar(bitPattern: $0)
    }
  }
}

package enum PasswordHashError: Error, Hashable {
  case tooLong
  /// There is not as much memory left as it takes.
  case noMemory
}

extension PasswordHash: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  package var description: String { "the hash of a password" }
  package var debugDescription: String { description }
  package var customMirror: Mirror { Mirror(self, children: []) }
}

extension [CChar] {
  fileprivate var utf8BeforeNUL: [UInt8] { prefix { $0 != 0 }.map { UInt8(bitPattern: $0) } }
}
