package import Market

/// Shows a storage service that a request is ours: `AWS4-HMAC-SHA256`, with the digest of the whole
/// body. Every field that the request has is signed.
package struct RequestSignature {
  private static let algorithm = "AWS4-HMAC-SHA256"

  private let key: AccessKey
  /// `20261201T083000Z`
  private let time: String
  private let scope: [String]
  private let request: WebRequest

  /// The path and the query of the request must be encoded as `BucketAddress` does it.
  package init(of request: WebRequest, at instant: Instant, region: String, key: AccessKey) {
    self.key = key
    let second = Instant(milliseconds: instant.milliseconds / 1_000 * 1_000)
    time = second.utcText.filter { $0 != "-" && $0 != ":" }
    scope = [String(time.prefix(8)), region, "s3", "aws4_request"]
    self.request = request
  }

  /// What the request must say, with what it says already.
  package var fields: WebFields {
    let digest = Digests.sha256(request.body).hex
    var fields = request.fields
    fields.add("x-amz-content-sha256", digest)
    fields.add("x-amz-date", time)
    if let token = key.sessionToken { fields.add("x-amz-security-token", token) }

    let lines = signedLines(fields)
    let names = lines.map(\.name).joined(separator: ";")
    let canonical = [
      request.method.rawValue, request.url.path, sortedQuery,
      lines.map { "\($0.name):\($0.value)\n" }.joined(), names, digest,
    ].joined(separator: "\n")
    let credential = ([key.id] + scope).joined(separator: "/")
    fields.add(
      "Authorization",
      "\(Self.algorithm) Credential=\(credential), SignedHeaders=\(names), "
        + "Signature=\(signature(of: canonical))")
    return fields
  }

  private func signature(of canonical: String) -> String {
    let digest = Digests.sha256(Array(canonical.utf8)).hex
    let text = [Self.algorithm, time, scope.joined(separator: "/"), digest].joined(separator: "\n")
    let signingKey = scope.reduce(Array("AWS4\(key.secret)".utf8)) { key, part in
      Digests.code(of: part, key: key)
    }
    return Digests.code(of: text, key: signingKey).hex
  }

  /// By name in small letters, each once; blanks in a row are one.
  private func signedLines(_ fields: WebFields) -> [(name: String, value: String)] {
    let all = fields.all + [(name: "host", value: request.url.authority)]
    let byName = Dictionary(grouping: all) { $0.name.lowercased() }
    return byName.sorted { $0.key < $1.key }.map { name, lines in
      let values = lines.map { line in
        line.value.split { $0 == " " || $0 == "\t" }.joined(separator: " ")
      }
      return (name, values.joined(separator: ","))
    }
  }

  private var sortedQuery: String {
    let pairs = request.url.query.split(separator: "&").map { pair in
      let halves = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      return (halves[0], halves.count > 1 ? halves[1] : "")
    }
    return pairs.sorted { $0 < $1 }.map { "\($0)=\($1)" }.joined(separator: "&")
  }
}
