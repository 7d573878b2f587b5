import Glibc

/// Where to listen: an address of this machine and a port, such as `127.0.0.1:8080` or
/// `[::1]:8080`. Port 0 is any that is free.
package struct Endpoint: Equatable, Sendable, CustomStringConvertible {
  /// Without the brackets of version 6.
  package let host: String
  package let port: UInt16

  /// Nil for what is neither; names are not looked up, except `localhost`.
  package init?(_ text: String) {
    guard let colon = text.lastIndex(of: ":"),
      let port = Self.port(text[text.index(after: colon)...])
    else { return nil }
    var host = text[..<colon]
    let isBracketed = host.hasPrefix("[") && host.hasSuffix("]")
    if isBracketed { host = host.dropFirst().dropLast() }
    self.init(host: host == "localhost" ? "127.0.0.1" : String(host), port: port)
    guard (family == AF_INET6) == isBracketed, family != AF_UNSPEC else { return nil }
  }

  private init(host: String, port: UInt16) {
    self.host = host
    self.port = port
  }

  func with(port: UInt16) -> Endpoint { Endpoint(host: host, port: port) }

  package var description: String { host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)" }

  private static func port(_ digits: Substring) -> UInt16? {
    digits.utf8.allSatisfy(\.isDigit) ? UInt16(digits) : nil
  }

  var family: Int32 {
    var (four, six) = (in_addr(), in6_addr())
    if inet_pton(AF_INET, host, &four) == 1 { return AF_INET }
    return inet_pton(AF_INET6, host, &six) == 1 ? AF_INET6 : AF_UNSPEC
  }

  /// As the system wants it.
  func withSocketAddress<Result>(
    _ body: (UnsafePointer<sockaddr>, socklen_t) -> Result
  ) -> Result {
    if family == AF_INET6 {
      var address = sockaddr_in6()
      address.sin6_family = sa_family_t(AF_INET6)
      address.sin6_port = port.bigEndian
      inet_pton(AF_INET6, host, &address.sin6_addr)
      return Self.with(address, body)
    }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    inet_pton(AF_INET, host, &address.sin_addr)
    return Self.with(address, body)
  }

  private static func with<Address, Result>(
    _ address: Address, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Result
  ) -> Result {
    withUnsafeBytes(of: address) { bytes in
      guard let start = bytes.baseAddress else { preconditionFailure("an address has bytes") }
      return body(start.assumingMemoryBound(to: sockaddr.self), socklen_t(bytes.count))
    }
  }
}
