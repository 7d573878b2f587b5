/// What a storage service says of a file without its bytes.
package struct StoredObject: Hashable, Sendable {
  /// Nil when the service does not say.
  package let size: Int?
  /// As it is written, with its quotes.
  package let etag: String?
  package let type: String?
  package let cacheControl: String?
  package let encoding: String?
  /// With whose key the service keeps it, which may change the etag.
  let encryption: String?

  init(_ fields: WebFields) {
    size = fields["Content-Length"].flatMap { Int($0) }
    etag = fields["ETag"]
    type = fields["Content-Type"]
    cacheControl = fields["Cache-Control"]
    encoding = fields["Content-Encoding"]
    encryption =
      fields["x-amz-server-side-encryption"]
      ?? fields["x-amz-server-side-encryption-customer-algorithm"]
  }

  /// An etag that is something else than the MD5 of the bytes tells nothing.
  func isKnown(byMD5 digest: [UInt8]) -> Bool {
    encryption == nil && etag?.lowercased() == "\"\(digest.hex)\""
  }
}
