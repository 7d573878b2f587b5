import COpenSSL

/// What tells one content of a file from another, short enough for its name: when the content
/// changes the address does, so that browsers may keep what they have for ever.
enum Fingerprint {
  /// 48 bits, in two digits each.
  static let bytesCount = 6

  static func of(_ bytes: [UInt8]) -> String {
    var digest = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
    guard EVP_Digest(bytes, bytes.count, &digest, nil, EVP_sha256(), nil) == 1 else {
      preconditionFailure("OpenSSL has no SHA-256")
    }
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: digest.prefix(bytesCount).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] },
      as: UTF8.self)
  }
}
