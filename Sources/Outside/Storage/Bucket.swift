package import Market

/// A bucket outside, as whoever has this key sees it. It waits for each answer on the thread that
/// asks, and tries nothing twice: that is for `Retry`. It belongs to one thread at a time, as its
/// client does.
package struct Bucket {
  package let address: BucketAddress
  let key: AccessKey
  let clock: @Sendable () -> Instant
  private let client: WebClient

  package init(
    _ address: BucketAddress, key: AccessKey, clock: @escaping @Sendable () -> Instant,
    client: WebClient
  ) {
    self.address = address
    self.key = key
    self.clock = clock
    self.client = client
  }

  /// Whether we are let in, by the cheapest question there is. A clock that is wrong is said to be,
  /// even where the service does not mind yet.
  package func check() throws(BucketError) {
    var query = [("list-type", "2"), ("max-keys", "1")]
    if !address.prefix.isEmpty { query.append(("prefix", "\(address.prefix)/")) }
    let answer = try answer(.get, address.url(asking: query))
    if let seconds = wrongSeconds(of: answer) { throw .clock(aheadSeconds: seconds) }
    guard answer.isSuccess else { throw error(of: answer) }
    guard ServiceText(answer.body).isListing else {
      throw .noStorage(host: address.endpoint.authority)
    }
  }

  /// In place of what was there. `encoding` says how the bytes are packed, such as `br`.
  package func put(
    _ name: String, _ bytes: [UInt8], type: String, cacheControl: String, encoding: String? = nil
  ) throws(BucketError) {
    var fields = WebFields([
      ("Content-Type", type), ("Cache-Control", cacheControl),
      ("Content-MD5", Digests.md5(bytes).base64),
    ])
    if let encoding { fields.add("Content-Encoding", encoding) }
    let answer = try answer(.put, address.url(of: name), fields, bytes)
    guard answer.isSuccess else { throw error(of: answer, sending: bytes.count) }
  }

  /// Nil when there is no such file, or no such bucket, which this question cannot tell apart.
  package func look(_ name: String) throws(BucketError) -> StoredObject? {
    let answer = try answer(.head, address.url(of: name))
    if answer.status == 404 { return nil }
    guard answer.isSuccess else { throw error(of: answer) }
    return StoredObject(answer.fields)
  }

  /// The bytes as they were put, still packed; nil when there is no such file.
  package func get(_ name: String) throws(BucketError) -> [UInt8]? {
    let answer = try answer(.get, address.url(of: name))
    if answer.isSuccess { return answer.body }
    if isMissing(answer) { return nil }
    throw error(of: answer)
  }

  func listing(_ query: [(String, String)]) throws(BucketError) -> BucketListing {
    let answer = try answer(.get, address.url(asking: query))
    guard answer.isSuccess else { throw error(of: answer) }
    guard ServiceText(answer.body).isListing else {
      throw .noStorage(host: address.endpoint.authority)
    }
    return BucketListing(answer.body)
  }

  /// What is not there is removed already.
  package func remove(_ name: String) throws(BucketError) {
    let answer = try answer(.delete, address.url(of: name))
    guard answer.isSuccess || isMissing(answer) else { throw error(of: answer) }
  }

  /// Whether this was put there and nothing has changed since. The bytes are fetched only when the
  /// service does not tell by their MD5 what they are.
  package func isSame(
    _ name: String, _ bytes: [UInt8], type: String, cacheControl: String, encoding: String? = nil
  ) throws(BucketError) -> Bool {
    guard let stored = try look(name), stored.size ?? bytes.count == bytes.count,
      stored.type == type, stored.cacheControl == cacheControl, stored.encoding == encoding
    else { return false }
    if stored.isKnown(byMD5: Digests.md5(bytes)) { return true }
    return try get(name) == bytes
  }

  private func answer(
    _ method: WebRequest.Method, _ url: WebURL, _ fields: WebFields = WebFields(),
    _ body: [UInt8] = []
  ) throws(BucketError) -> WebAnswer {
    var request = WebRequest(method, url, fields: fields, body: body)
    request.fields =
      RequestSignature(of: request, at: clock(), region: address.region, key: key).fields
    do throws(WebError) {
      return try client.answer(to: request)
    } catch {
      throw .web(error)
    }
  }
}
