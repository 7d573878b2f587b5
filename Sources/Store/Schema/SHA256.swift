import COpenSSL

/// A running SHA-256. Each part goes in with its length, so that two lists of parts have the same
/// digest only if they are the same lists.
package struct SHA256: ~Copyable {
  private let context: OpaquePointer

  package init() {
    guard let context = EVP_MD_CTX_new(),
      EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1
    else { preconditionFailure("OpenSSL has no SHA-256") }
    self.context = context
  }

  deinit { EVP_MD_CTX_free(context) }

  package mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { add(part: UnsafeRawBufferPointer($0)) }
  }

  package mutating func add(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { add(part: $0) }
  }

  package mutating func add(_ number: Int64) {
    withUnsafeBytes(of: number.bigEndian) { add(part: $0) }
  }

  /// Without its length, for whoever frames his parts himself.
  mutating func addBare(_ bytes: UnsafeRawBufferPointer) {
    _ = EVP_DigestUpdate(context, bytes.baseAddress, bytes.count)
  }

  private func add(part: UnsafeRawBufferPointer) {
    withUnsafeBytes(of: UInt64(part.count).bigEndian) { length in
      _ = EVP_DigestUpdate(context, length.baseAddress, length.count)
    }
    _ = EVP_DigestUpdate(context, part.baseAddress, part.count)
  }

  package consuming func finish() -> [UInt8] {
    var digest = [UInt8](repeating: 0, count: 32)
    _ = EVP_DigestFinal_ex(context, &digest, nil)
    return digest
  }

  /// The digest of one text.
  package static func digest(of text: String) -> [UInt8] {
    var digest = SHA256()
    digest.add(text)
    return digest.finish()
  }
}

extension [UInt8] {
  package var hexadecimal: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
