/// Codes that an app shows for half a minute each (RFC 6238), as every such app makes them.
package enum TOTP {
  package static let digits = 6
  package static let periodSeconds: Int64 = 30
  /// As many as a code of SHA-1 has, as RFC 4226 advises.
  package static let secretBytes = 20

  package static func secret(using random: inout some RandomNumberGenerator) -> [UInt8] {
    (0..<secretBytes).map { _ in UInt8.random(in: 0...255, using: &random) }
  }

  /// Which half minute it is, counted from 1970.
  package static func step(at moment: Instant) -> Int64 {
    moment.milliseconds.flooredDivision(by: periodSeconds * 1_000).quotient
  }

  /// The secret as people type it into an app: RFC 4648, without the signs that fill up the end.
  package static func base32(_ secret: [UInt8]) -> String {
    var text: [UInt8] = []
    var (bits, count): (UInt32, UInt32) = (0, 0)
    for byte in secret {
      bits = bits << 8 | UInt32(byte)
      count += 8
      while count >= 5 {
        count -= 5
        text.append(letters[Int(bits >> count & 31)])
      }
    }
    if count > 0 { text.append(letters[Int(bits << (5 - count) & 31)]) }
    return String(decoding: text, as: UTF8.self)
  }

  /// What an app reads from a picture: for whom the codes are, and all that it needs to make them.
  package static func uri(of secret: [UInt8], issuer: String, account: String) -> String {
    let (issuer, account) = (percentEncoded(issuer), percentEncoded(account))
    return "otpauth://totp/\(issuer):\(account)?secret=\(base32(secret))&issuer=\(issuer)"
      + "&algorithm=SHA1&digits=\(digits)&period=\(periodSeconds)"
  }

  /// What `base32` writes, in groups or not. Nil for anything else.
  package static func secret(base32 text: String) -> [UInt8]? {
    var (bits, count, secret): (UInt64, Int, [UInt8]) = (0, 0, [])
    for byte in text.utf8 where byte != UInt8(ascii: " ") {
      guard let value = letters.firstIndex(of: byte), secret.count < secretBytes else {
        return nil
      }
      bits = bits << 5 | UInt64(value)
      count += 5
      guard count >= 8 else { continue }
      count -= 8
      secret.append(UInt8(truncatingIfNeeded: bits >> UInt64(count)))
    }
    return secret
  }

  private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)

  /// A colon would end the issuer, so it is encoded, too.
  private static func percentEncoded(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    let bytes = text.utf8.flatMap { byte -> [UInt8] in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"):
        [byte]
      default: [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
