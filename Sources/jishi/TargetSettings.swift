import FoundationEssentials
import HTTP
import Market
import Outside
import Site

// Where a site is sent to, as `site.json` or the command line says.
extension Config {
  private static let settingsOfAll = [
    "to", "purge", "indexnow", "indexnow_to", "baidu", "baidu_to",
  ]
  private static let settingsOfBuckets = [
    "endpoint", "region", "style", "key", "compress", "pages", "parallel",
  ]
  private static let parallelUsual = 8
  private static let parallelMax = 64

  /// The names in their order.
  var targetNames: [String] { targetTables.keys.sorted() }

  /// The target of this name, or the place itself.
  func target(
    _ text: String, environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws -> Target {
    if let table = targetTables[text] {
      guard text.wholeMatch(of: /[a-z0-9][a-z0-9-]{0,39}/) != nil else {
        throw UsageError(
          "A target is named with small letters, digits and hyphens, not “\(text.oneLine)”.")
      }
      return try target(text, text, table, environment)
    }
    guard text.contains("/") || text.contains(":") else {
      let hint = text.hint(among: targetNames).map { " Did you mean \($0)?" } ?? ""
      let all = targetNames.isEmpty ? "site.json names none" : targetNames.joined(separator: ", ")
      throw UsageError(
        "There is no target “\(text.oneLine)” (\(all)), and it is no place such as folder:/srv/www.\(hint)"
      )
    }
    return try target(Self.name(of: text), text, ["to": text], environment)
  }

  /// Of a place without a name.
  private static func name(of place: String) -> String {
    let hash = place.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3
    }
    return "at-\(String(hash, radix: 36))"
  }

  private func target(
    _ name: String, _ title: String, _ table: [String: String], _ environment: [String: String]
  ) throws -> Target {
    let isBucket = (table["to"] ?? "").hasPrefix("s3://")
    let known = Self.settingsOfAll + (isBucket ? Self.settingsOfBuckets : [])
    for key in table.keys.sorted() where !known.contains(key) {
      let reason =
        Self.settingsOfBuckets.contains(key)
        ? "the setting “\(key)”, which only buckets have" : "an unknown setting “\(key)”"
      throw UsageError(
        "The target \(name) has \(reason); there are \(known.joined(separator: ", ")).")
    }
    let secrets = Secrets(of: name, environment)
    return Target(
      name, title: title, at: try place(name, table, secrets),
      notices: try notices(name, table, secrets),
      facts: { path in
        let facts = FileFacts(path: path.split(separator: "/").map(String.init))
        return (facts.type, facts.cacheControl)
      },
      clock: { .now })
  }

  private func place(
    _ name: String, _ table: [String: String], _ secrets: Secrets
  ) throws -> Target.Place {
    let to = table["to"] ?? ""
    if to.hasPrefix("folder:~") {
      throw UsageError("The target \(name) needs a path: ~ is known to shells only.")
    }
    if let path = to.rest(after: "folder:") ?? (to.isPath ? to : nil), !path.isEmpty {
      return .folder(path)
    }
    if let place = to.rest(after: "rsync:").map({ $0.hasPrefix("//") ? to : $0 }),
      !place.isEmpty, !place.hasPrefix("-")
    {
      return .rsync(place)
    }
    guard let bucket = to.rest(after: "s3://"), !bucket.isEmpty else {
      throw UsageError(
        "The target \(name) needs `to`: folder:/srv/www, rsync:user@host:/srv/www or s3://bucket/prefix, not “\(to)”."
      )
    }
    return .bucket(
      try address(name, bucket, table, secrets), try key(name, table, secrets),
      try encoding(name, table), areBare: try areBare(name, table),
      workers: try parallel(name, table))
  }

  private func address(
    _ name: String, _ bucket: String, _ table: [String: String], _ secrets: Secrets
  ) throws -> BucketAddress {
    let parts = bucket.split(separator: "/", maxSplits: 1).map(String.init)
    let prefix = parts.dropFirst().first ?? ""
    do throws(BucketAddressError) {
      return try BucketAddress(
        bucket: parts.first ?? "", region: table["region"] ?? secrets.region,
        endpoint: table["endpoint"], style: table["style"],
        prefix: prefix.hasSuffix("/") ? String(prefix.dropLast()) : prefix)
    } catch {
      throw UsageError("In the target \(name): \(error)")
    }
  }
}

// What a target needs besides its place.
extension Config {
  private func key(
    _ name: String, _ table: [String: String], _ secrets: Secrets
  ) throws -> AccessKey {
    let id = table["key"]
    if let id, let secret = secrets.secret { return AccessKey(id: id, secret: secret) }
    // A pair stays a pair: nobody is sent the token, or tried with the secret, of another.
    guard let awsKey = secrets.awsKey, let secret = secrets.awsSecret, id == nil || id == awsKey
    else {
      throw UsageError(
        "The target \(name) needs a key: its id as `key` in site.json and its secret in the environment as \(secrets.name), or both as AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY."
      )
    }
    return AccessKey(id: awsKey, secret: secret, sessionToken: secrets.awsToken)
  }

  private func encoding(_ name: String, _ table: [String: String]) throws -> Target.Encoding {
    let text = table["compress"] ?? "none"
    let encoding = try Target.Encoding(typed: text, as: "`compress` of the target \(name)")
    let isPacked =
      switch (encoding, packing) {
      case (.none, _), (.gzip, .gzip), (_, .gzipAndBrotli): true
      default: false
      }
    guard isPacked else {
      throw UsageError(
        "The target \(name) wants \(text), and the site is built without: set `compress` of the site, too."
      )
    }
    return encoding
  }

  private func areBare(_ name: String, _ table: [String: String]) throws -> Bool {
    switch table["pages"] ?? "bare" {
    case "bare": return true
    case "html": return false
    case let other:
      throw UsageError("`pages` of the target \(name) must be bare or html, not “\(other)”.")
    }
  }

  private func parallel(_ name: String, _ table: [String: String]) throws -> Int {
    guard let text = table["parallel"] else { return Self.parallelUsual }
    guard let count = Int(text), (1...Self.parallelMax).contains(count) else {
      throw UsageError(
        "`parallel` of the target \(name) must be a number from 1 to \(Self.parallelMax), not “\(text)”."
      )
    }
    return count
  }

  private func notices(
    _ name: String, _ table: [String: String], _ secrets: Secrets
  ) throws -> [Notice] {
    func url(_ key: String, usual: String = "") throws -> WebURL {
      guard let url = WebURL(table[key] ?? usual) else {
        throw UsageError(
          "`\(key)` of the target \(name) must be an address such as https://cdn.example/purge.")
      }
      return url
    }
    var notices: [Notice] = []
    if let purge = table["purge"] {
      let isAddress = purge.contains("//") || purge.contains(":")
      guard !purge.isEmpty, !isAddress || WebURL(purge) != nil else {
        throw UsageError(
          "`purge` of the target \(name) must be a file or an address such as https://cdn.example/purge, not “\(purge)”."
        )
      }
      notices.append(
        isAddress
          ? Notice(.purge(try url("purge"), secret: secrets.purgeSecret)) : Notice(.file(purge)))
    }
    if let key = table["indexnow"] {
      guard key.wholeMatch(of: /[A-Za-z0-9-]{8,128}/) != nil else {
        throw UsageError(
          "`indexnow` of the target \(name) is a key of 8 to 128 letters, digits and hyphens.")
      }
      let to = try url("indexnow_to", usual: "https://api.indexnow.org/indexnow")
      notices.append(Notice(.indexNow(to, key: key)))
    }
    if let token = table["baidu"] {
      let to = try url("baidu_to", usual: "http://data.zz.baidu.com/urls")
      notices.append(Notice(.baidu(to, token: token)))
    }
    return notices
  }
}

/// What must not stand in a file that many may read.
private struct Secrets {
  /// The name of the variable of the bucket's secret.
  let name: String
  let secret: String?
  let purgeSecret: String?
  let awsKey: String?
  let awsSecret: String?
  let awsToken: String?
  let region: String

  init(of target: String, _ environment: [String: String]) {
    let suffix = target.uppercased().replacing("-", with: "_")
    name = "JISHI_SECRET_\(suffix)"
    func value(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
    secret = value(name)
    purgeSecret = value("JISHI_PURGE_SECRET_\(suffix)")
    awsKey = value("AWS_ACCESS_KEY_ID")
    awsSecret = value("AWS_SECRET_ACCESS_KEY")
    awsToken = value("AWS_SESSION_TOKEN")
    region = value("AWS_REGION") ?? value("AWS_DEFAULT_REGION") ?? "us-east-1"
  }
}

extension String {
  fileprivate func rest(after lead: String) -> String? {
    hasPrefix(lead) ? String(dropFirst(lead.count)) : nil
  }

  fileprivate var isPath: Bool { ["/", "./", "../"].contains(where: hasPrefix) }
}
