/// Where files are kept outside: a bucket of a storage service that speaks as S3 does, and the
/// folder in it.
package struct BucketAddress: Hashable, Sendable {
  package enum Style: String, Sendable {
    /// `http://host:9000/bucket/key`, as MinIO wants it.
    case path
    /// `https://bucket.host/key`, as AWS and Aliyun want it.
    case host
  }

  /// The service alone, without the bucket.
  package let endpoint: WebURL
  package let bucket: String
  package let region: String
  package let style: Style
  /// Empty, or the start of all keys without its slash: `shop/site`.
  package let prefix: String

  /// From what an operator wrote. Without an endpoint it is the one of AWS. Without a style the
  /// bucket stands in the host at AWS, if its name has no dot, and in the path everywhere else.
  package init(
    bucket: String, region: String, endpoint: String? = nil, style: String? = nil,
    prefix: String = ""
  ) throws(BucketAddressError) {
    guard Self.isBucketName(bucket) else { throw .bucket(bucket) }
    guard Self.isRegion(region) else { throw .region(region) }
    guard Self.isPrefix(prefix) else { throw .prefix(prefix) }
    let endpointText = endpoint ?? Self.endpointOfAWS(region)
    guard let url = WebURL(endpointText), url.path == "/", url.query.isEmpty,
      !endpointText.hasSuffix("?")
    else { throw .endpoint(endpointText) }
    let usual = endpoint == nil && !bucket.contains(".") ? Style.host : .path
    guard let style = style.map({ Style(rawValue: $0) }) ?? usual else {
      throw .style(style ?? "")
    }
    if style == .host, url.isHostNumeric { throw .styleOfNumbers(host: url.host) }
    self.endpoint = url
    self.bucket = bucket
    self.region = region
    self.style = style
    self.prefix = prefix
  }

  private static func endpointOfAWS(_ region: String) -> String {
    "https://s3.\(region).amazonaws.com" + (region.hasPrefix("cn-") ? ".cn" : "")
  }

  /// Of one file. The key is in the folder of the bucket that the prefix names.
  package func url(of key: String, asking query: [(name: String, value: String)] = []) -> WebURL {
    // Without a key it would be all of the bucket.
    precondition(!key.isEmpty, "a key has at least one letter")
    return url(path: prefix.isEmpty ? key : "\(prefix)/\(key)", query)
  }

  /// Of the bucket itself, with a question about it.
  func url(asking query: [(name: String, value: String)]) -> WebURL { url(path: "", query) }

  private func url(path: String, _ query: [(name: String, value: String)]) -> WebURL {
    let path = path.percentEncoded(isPath: true)
    let query = query.map { "\($0.percentEncoded())=\($1.percentEncoded())" }
      .joined(separator: "&")
    return switch style {
    case .path:
      WebURL(
        endpoint.scheme, host: endpoint.host, port: endpoint.port,
        path: path.isEmpty ? "/\(bucket)" : "/\(bucket)/\(path)", query: query)
    case .host:
      WebURL(
        endpoint.scheme, host: "\(bucket).\(endpoint.host)", port: endpoint.port,
        path: "/\(path)", query: query)
    }
  }
}

// What services agree on.
extension BucketAddress {
  private static let bucketLengths = 3...63
  private static let regionLengths = 1...64
  /// Leaves room for the rest of a key, which has 1,024 bytes at most.
  private static let prefixBytesMax = 256

  private static func isBucketName(_ name: String) -> Bool {
    bucketLengths.contains(name.utf8.count) && !name.contains("..")
      && name.wholeMatch(of: /[a-z0-9][a-z0-9.\-]*[a-z0-9]/) != nil
      && name.wholeMatch(of: /[0-9]+\.[0-9]+\.[0-9]+\.[0-9]+/) == nil
  }

  private static func isRegion(_ name: String) -> Bool {
    regionLengths.contains(name.utf8.count) && name.wholeMatch(of: /[A-Za-z0-9_\-]+/) != nil
  }

  private static func isPrefix(_ text: String) -> Bool {
    let steps = text.split(separator: "/", omittingEmptySubsequences: false)
    let isClean = text.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
    return text.isEmpty
      || text.utf8.count <= prefixBytesMax && isClean
        && steps.allSatisfy { !["", ".", ".."].contains($0) }
  }
}

extension WebURL {
  /// Whether the host is an address of version 4 or 6, which no name can be put before.
  fileprivate var isHostNumeric: Bool {
    host.hasPrefix("[") || host.wholeMatch(of: /[0-9.]+/) != nil
  }
}
