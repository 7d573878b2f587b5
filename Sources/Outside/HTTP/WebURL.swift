/// An address on the web in its parts. It has no user, no password and no fragment.
package struct WebURL: Hashable, Sendable {
  package enum Scheme: String, Sendable {
    case http
    case https

    var port: UInt16 { self == .http ? 80 : 443 }
  }

  package let scheme: Scheme
  /// In small letters; an address of version 6 has its brackets.
  package let host: String
  /// Nil when it is the one of the scheme.
  package let port: UInt16?
  /// As it is sent, from its first slash on.
  package let path: String
  /// As it is sent, without the question mark; empty when there is none.
  package let query: String

  init(_ scheme: Scheme, host: String, port: UInt16?, path: String = "/", query: String = "") {
    self.scheme = scheme
    self.host = host.lowercased()
    self.port = port == scheme.port ? nil : port
    self.path = path
    self.query = query
  }

  /// Nil for what is no such address. What it says must be encoded already.
  package init?(_ text: String) {
    let form =
      #/(https?)://(\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9._\-]+)(?::([0-9]{1,5}))?(/[^?]*)?(?:\?(.*))?/#
    guard text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }), !text.contains("#"),
      let parts = text.wholeMatch(of: form)?.output, let scheme = Scheme(rawValue: String(parts.1))
    else { return nil }
    let port = parts.3.map { UInt16($0) }
    guard port != .some(nil), port != 0 else { return nil }
    self.init(
      scheme, host: String(parts.2), port: port ?? nil, path: parts.4.map(String.init) ?? "/",
      query: parts.5.map(String.init) ?? "")
  }

  /// The host and, unless it is the usual one, the port: what a request says in `Host`.
  package var authority: String { port.map { "\(host):\($0)" } ?? host }
}

extension WebURL: CustomStringConvertible {
  package var description: String {
    "\(scheme.rawValue)://\(authority)\(path)" + (query.isEmpty ? "" : "?\(query)")
  }
}

extension String {
  /// As an address holds it: all is encoded but what RFC 3986 calls unreserved, and slashes where
  /// they part the steps of a path.
  func percentEncoded(isPath: Bool = false) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    let bytes = utf8.flatMap { byte -> [UInt8] in
      let isKept = byte.isUnreserved || isPath && byte == UInt8(ascii: "/")
      return isKept
        ? [byte] : [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension UInt8 {
  fileprivate var isUnreserved: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "_"), UInt8(ascii: "~"):
      true
    default: false
    }
  }
}
