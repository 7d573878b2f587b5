package import Outside

/// Who is told of what has changed on a target, and how.
package struct Notice: Hashable, Sendable {
  package enum Receiver: Hashable, Sendable {
    /// A list in a file, to which each deployment adds.
    case file(String)
    /// What empties the cache of a CDN. `secret` goes with each request as a bearer's token.
    case purge(WebURL, secret: String?)
    /// Search engines that speak IndexNow. The key stands in a file of its name on the site.
    case indexNow(WebURL, key: String)
    case baidu(WebURL, token: String)
  }

  private static let purgedAtOnce = 30
  private static let indexNowAtOnce = 10_000
  private static let baiduAtOnce = 2_000

  package let receiver: Receiver

  package init(_ receiver: Receiver) { self.receiver = receiver }

  /// Whether it is told of what a cache may hold; else of what search engines may find.
  var isOfCaches: Bool {
    switch receiver {
    case .file, .purge: true
    case .indexNow, .baidu: false
    }
  }

  var atOnce: Int {
    switch receiver {
    case .file: .max
    case .purge: Self.purgedAtOnce
    case .indexNow: Self.indexNowAtOnce
    case .baidu: Self.baiduAtOnce
    }
  }

  /// What must stand on the site.
  var keyFile: (name: String, text: String)? {
    if case .indexNow(_, let key) = receiver { return ("\(key).txt", key) }
    return nil
  }
}

extension Notice.Receiver {
  /// Also of the file of what he is still to be told.
  var name: String {
    switch self {
    case .file, .purge: "purge"
    case .indexNow: "indexnow"
    case .baidu: "baidu"
    }
  }

  /// Nil for one that is no server. `site` is the origin of all addresses.
  func request(_ addresses: [String], site: String) -> WebRequest? {
    switch self {
    case .file: return nil
    case .purge(let url, let secret):
      var fields = WebFields([("Content-Type", "application/json")])
      if let secret { fields.add("Authorization", "Bearer \(secret)") }
      return WebRequest(
        .post, url, fields: fields, body: Array("{\"files\":\(Self.list(addresses))}".utf8))
    case .indexNow(let url, let key):
      let host = WebURL(site)?.authority ?? site
      let body = "{\"host\":\"\(host)\",\"key\":\"\(key)\",\"urlList\":\(Self.list(addresses))}"
      let fields = WebFields([("Content-Type", "application/json; charset=utf-8")])
      return WebRequest(.post, url, fields: fields, body: Array(body.utf8))
    case .baidu(let url, let token):
      let fields = WebFields([("Content-Type", "text/plain")])
      return WebURL("\(url)?site=\(site)&token=\(token)").map { url in
        WebRequest(
          .post, url, fields: fields, body: Array(addresses.joined(separator: "\n").utf8))
      }
    }
  }

  /// As JSON. In addresses there is nothing that would have to be written in another way.
  private static func list(_ addresses: [String]) -> String {
    "[" + addresses.map { "\"\($0)\"" }.joined(separator: ",") + "]"
  }
}
