internal import COpenSSL
import Glibc

/// What OpenSSL makes of bytes.
package enum Digests {
  static func sha256(_ bytes: [UInt8]) -> [UInt8] { digest(bytes, EVP_sha256()) }
  static func md5(_ bytes: [UInt8]) -> [UInt8] { digest(bytes, EVP_md5()) }

  /// Of a file, of which little is in memory; in hexadecimal.
  package static func sha256(ofFile path: String) throws(StorageError) -> String {
    let handle = try DiskFile.open(path, O_RDONLY)
    defer { close(handle) }
    return try sha256(of: handle, path)
  }

  static func sha256(of handle: Int32, _ path: String) throws(StorageError) -> String {
    guard let context = EVP_MD_CTX_new(), EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1 else {
      preconditionFailure("OpenSSL has no SHA-256")
    }
    defer { EVP_MD_CTX_free(context) }
    let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: pieceBytes, alignment: 16)
    defer { piece.deallocate() }
    var place: Int64 = 0
    while true {
      guard let count = DiskFile.read(handle, into: piece, from: place) else {
        throw DiskFile.error(path)
      }
      if count == 0 { break }
      _ = EVP_DigestUpdate(context, piece.baseAddress, count)
      place += Int64(count)
    }
    var digest = [UInt8](repeating: 0, count: 32)
    _ = EVP_DigestFinal_ex(context, &digest, nil)
    return digest.hex
  }

  private static let pieceBytes = 262_144

  private static func digest(_ bytes: [UInt8], _ kind: OpaquePointer?) -> [UInt8] {
    var digest = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
    var count: UInt32 = 0
    guard EVP_Digest(bytes, bytes.count, &digest, &count, kind, nil) == 1 else {
      preconditionFailure("OpenSSL lacks a digest")
    }
    return Array(digest.prefix(Int(count)))
  }

  /// HMAC with SHA-256.
  static func code(of text: String, key: [UInt8]) -> [UInt8] {
    let message = Array(text.utf8)
    var code = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
    var count = 0
    let made = EVP_Q_mac(
      nil, "HMAC", nil, "SHA256", nil, key, key.count, message, message.count, &code, code.count,
      &count)
    guard made != nil else { preconditionFailure("OpenSSL has no HMAC") }
    return Array(code.prefix(count))
  }
}

extension [UInt8] {
  var hex: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  var base64: String {
    var text = [UInt8](repeating: 0, count: (count + 2) / 3 * 4 + 1)
    let length = EVP_EncodeBlock(&text, self, Int32(count))
    return String(decoding: text.prefix(Int(length)), as: UTF8.self)
  }
}
