import COpenSSL
package import Market

/// The six digits that an app shows, which are an HMAC-SHA1 of the half minute (RFC 4226 and 6238).
package enum OneTimeCode {
  /// However it was grouped, nobody types more.
  private static let typedBytesMax = 64

  package static func code(of secret: [UInt8], step: Int64) -> String {
    String(decoding: digits(of: secret, step: step), as: UTF8.self)
  }

  /// Which step a code is of: the present one, or the one before, for those who type slowly or whose
  /// clock is behind. The next one is not taken: it would be good for longer than it is shown. Nil for
  /// any other. Blanks in it do not matter.
  package static func step(
    matching code: String, secret: [UInt8], at moment: Instant
  ) -> Int64? {
    guard code.utf8.count <= typedBytesMax else { return nil }
    let typed = code.unicodeScalars.filter { !$0.properties.isWhitespace }
    let bytes = Array(String(String.UnicodeScalarView(typed)).utf8)
    guard bytes.count == TOTP.digits else { return nil }
    let present = TOTP.step(at: moment)
    // Both are always made and compared whole, so that the time it takes tells nothing.
    let isPresent = areSame(bytes, digits(of: secret, step: present))
    let isBefore = areSame(bytes, digits(of: secret, step: present - 1))
    return isPresent ? present : isBefore ? present - 1 : nil
  }

  private static func areSame(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    left.count == right.count && CRYPTO_memcmp(left, right, left.count) == 0
  }

  private static func digits(of secret: [UInt8], step: Int64) -> [UInt8] {
    let mac = mac(of: withUnsafeBytes(of: step.bigEndian) { Array($0) }, key: secret)
    // Where the number is read from, the last byte tells.
    let place = Int(mac[mac.count - 1] & 15)
    let number = mac[place..<place + 4].reduce(0) { $0 << 8 | UInt32($1) } & 0x7FFF_FFFF
    var (rest, digits) = (number, [UInt8](repeating: 0, count: TOTP.digits))
    for index in digits.indices.reversed() {
      digits[index] = UInt8(ascii: "0") + UInt8(rest % 10)
      rest /= 10
    }
    return digits
  }

  private static func mac(of message: [UInt8], key: [UInt8]) -> [UInt8] {
    var mac = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
    var count = 0
    let made = EVP_Q_mac(
      nil, "HMAC", nil, "SHA1", nil, key, key.count, message, message.count, &mac, mac.count,
      &count)
    precondition(made != nil && count > 0, "OpenSSL has no HMAC-SHA1")
    return Array(mac.prefix(count))
  }
}

extension BackupCode {
  /// What is kept of it. It is drawn at random, so it needs no salt and no work to hide it.
  package var digest: [UInt8] { SHA256.digest(of: text) }
}
