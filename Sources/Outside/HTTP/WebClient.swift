internal import CCurl

/// Asks other servers over HTTP, and keeps its connections for the next request. It waits for the
/// answer on the thread that asks, and belongs to one thread at a time. It goes through the proxy
/// that the environment names (`https_proxy`, `no_proxy`), as curl does.
package final class WebClient {
  package struct Limits: Sendable {
    package var connectMilliseconds = 10_000
    /// Who sends or takes fewer bytes a second, for so many seconds, is given up.
    package var slowBytesPerSecond = 100
    package var slowSeconds = 30
    package var headBytesMax = 1 << 18
    package var bodyBytesMax = 64 << 20

    package init() {}
  }

  /// Those that curl adds of itself, unless we say what they are.
  private static let fieldsOfCurl = ["Accept", "Content-Type", "Expect"]

  private let limits: Limits
  private let handle = EasyHandle()

  package init(_ limits: Limits = Limits()) { self.limits = limits }

  package func answer(to request: WebRequest) throws(WebError) -> WebAnswer {
    let lines = try headerLines(of: request.fields)
    defer { curl_slist_free_all(lines) }
    let incoming = IncomingAnswer(limits)
    handle.reset()
    setLimits()
    set(request)
    handle.set(CURLOPT_HTTPHEADER, lines)
    incoming.receive(from: handle)
    let code = request.body.withUnsafeBytes { body in
      if request.hasBody { handle.set(body: body) }
      return withExtendedLifetime(incoming) { handle.perform() }
    }
    if incoming.isTooLarge { throw .tooLarge(host: request.url.authority) }
    guard code == CURLE_OK else {
      throw WebError(code, host: request.url.authority, reason: handle.reason(of: code))
    }
    return WebAnswer(status: handle.status, fields: incoming.fields, body: incoming.body)
  }

  private func setLimits() {
    handle.set(CURLOPT_NOSIGNAL, 1)
    handle.set(CURLOPT_PROTOCOLS_STR, "http,https")
    handle.set(CURLOPT_CONNECTTIMEOUT_MS, limits.connectMilliseconds)
    handle.set(CURLOPT_LOW_SPEED_LIMIT, limits.slowBytesPerSecond)
    handle.set(CURLOPT_LOW_SPEED_TIME, limits.slowSeconds)
    handle.prefer(CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_2TLS)
    // What a proxy says on the way to a server is nothing that the server said.
    handle.set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1)
  }

  private func set(_ request: WebRequest) {
    handle.set(CURLOPT_URL, request.url.description)
    // A key of a bucket may have steps that are dots, and they are signed.
    handle.set(CURLOPT_PATH_AS_IS, 1)
    switch request.method {
    case .get: handle.set(CURLOPT_HTTPGET, 1)
    case .head: handle.set(CURLOPT_NOBODY, 1)
    case .put, .post, .delete: handle.set(CURLOPT_CUSTOMREQUEST, request.method.rawValue)
    }
  }

  /// Who calls frees them.
  private func headerLines(
    of fields: WebFields
  ) throws(WebError) -> UnsafeMutablePointer<curl_slist>? {
    var texts = Self.fieldsOfCurl.filter { fields[$0] == nil }.map { "\($0):" }
    for (name, value) in fields.all {
      guard (name + value).utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else {
        throw .other(reason: "the header \(name) has a line break or another control character")
      }
      // Without a value curl would leave the whole line out.
      texts.append(value.isEmpty ? "\(name);" : "\(name): \(value)")
    }
    return texts.reduce(into: nil) { lines, text in lines = curl_slist_append(lines, text) }
  }
}
