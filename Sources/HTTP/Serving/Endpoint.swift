import Glibc

/// Where to listen: an address of this machine and a port, such as `127.0.0.1:8080` or
/// `[::1]:8080`, or a socket in the file system, such as `unix:/run/jishi/http`. Port 0 is any that is
/// free.
package struct Endpoint: Equatable, Sendable, CustomStringConvertible {
  private static let filePrefix = "unix:"

  /// Without the brackets of version 6; empty for a socket in the file system.
  package let host: String
  package let port: UInt16
  /// Of the socket in the file system.
  package let path: String?

  /// Nil for what is none of these; names are not looked up, except `localhost`.
  package init?(_ text: String) {
    if text.hasPrefix(Self.filePrefix) {
      self.init(path: String(text.dropFirst(Self.filePrefix.count)))
      return
    }
    guard let colon = text.lastIndex(of: ":"),
      let port = Self.port(text[text.index(after: colon)...])
    else { return nil }
    var host = text[..<colon]
    let isBracketed = host.hasPrefix("[") && host.hasSuffix("]")
    if isBracketed { host = host.dropFirst().dropLast() }
    self.init(host: host == "localhost" ? "127.0.0.1" : String(host), port: port)
    guard (family == AF_INET6) == isBracketed, family != AF_UNSPEC else { return nil }
  }

  /// The system takes no longer ones.
  private init?(path: String) {
    guard !path.isEmpty, path.utf8.count < MemoryLayout.size(ofValue: sockaddr_un().sun_path) else {
      return nil
    }
    (host, port, self.path) = ("", 0, path)
  }

  private init(host: String, port: UInt16) {
    (self.host, self.port, path) = (host, port, nil)
  }

  func with(port: UInt16) -> Endpoint { Endpoint(host: host, port: port) }

  package var description: String {
    if let path { return Self.filePrefix + path }
    return host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
  }

  private static func port(_ digits: Substring) -> UInt16? {
    digits.utf8.allSatisfy(\.isDigit) ? UInt16(digits) : nil
  }

  var family: Int32 {
    if path != nil { return AF_UNIX }
    var (four, six) = (in_addr(), in6_addr())
    if inet_pton(AF_INET, host, &four) == 1 { return AF_INET }
    return inet_pton(AF_INET6, host, &six) == 1 ? AF_INET6 : AF_UNSPEC
  }

  /// As the system wants it.
  func withSocketAddress<Result>(
    _ body: (UnsafePointer<sockaddr>, socklen_t) -> Result
  ) -> Result {
    switch family {
    case AF_UNIX: return Self.with(fileAddress, body)
    case AF_INET6:
      var address = sockaddr_in6()
      address.sin6_family = sa_family_t(AF_INET6)
      address.sin6_port = port.bigEndian
      inet_pton(AF_INET6, host, &address.sin6_addr)
      return Self.with(address, body)
    default:
      var address = sockaddr_in()
      address.sin_family = sa_family_t(AF_INET)
      address.sin_port = port.bigEndian
      inet_pton(AF_INET, host, &address.sin_addr)
      return Self.with(address, body)
    }
  }

  private var fileAddress: sockaddr_un {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { bytes in
      // What is left are zeros.
      bytes.copyBytes(from: (path ?? "").utf8)
    }
    return address
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
