internal import CCurl

/// Why there is no answer. An answer that tells of an error is an answer.
package enum WebError: Error, Hashable {
  /// No connection came about, or it broke.
  case unreachable(host: String, reason: String)
  case timedOut(host: String)
  /// Who answers there cannot show that he is who he should be.
  case insecure(host: String, reason: String)
  /// The answer has more bytes than are taken.
  case tooLarge(host: String)
  case other(reason: String)
}

extension WebError: Retriable {
  package var isTransient: Bool {
    switch self {
    case .unreachable, .timedOut: true
    case .insecure, .tooLarge, .other: false
    }
  }
}

extension WebError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .unreachable(let host, let reason):
      "There is no connection to \(host), or it broke: \(reason). "
        + "See whether the address is right and the server runs."
    case .timedOut(let host):
      "\(host) took too long to answer. See whether it runs and whether a firewall stands between."
    case .insecure(let host, let reason):
      "\(host) cannot be trusted: \(reason). "
        + "See whether its certificate is valid and this machine knows who signed it."
    case .tooLarge(let host): "\(host) answered with more bytes than are taken."
    case .other(let reason): "The request could not be made: \(reason)."
    }
  }
}

extension WebError {
  init(_ code: CURLcode, host: String, reason: String) {
    switch code {
    case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY, CURLE_COULDNT_CONNECT,
      CURLE_GOT_NOTHING, CURLE_SEND_ERROR, CURLE_RECV_ERROR, CURLE_PARTIAL_FILE, CURLE_HTTP2,
      CURLE_HTTP2_STREAM:
      self = .unreachable(host: host, reason: reason)
    case CURLE_SSL_CONNECT_ERROR where reason.contains("SSL_connect: "):
      // So curl says that OpenSSL had nothing to object: the connection broke meanwhile.
      self = .unreachable(host: host, reason: reason)
    case CURLE_OPERATION_TIMEDOUT: self = .timedOut(host: host)
    case CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CERTPROBLEM,
      CURLE_SSL_CIPHER, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_ISSUER_ERROR,
      CURLE_SSL_INVALIDCERTSTATUS, CURLE_USE_SSL_FAILED:
      self = .insecure(host: host, reason: reason)
    default: self = .other(reason: reason)
    }
  }
}
