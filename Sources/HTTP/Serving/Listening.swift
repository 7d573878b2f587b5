import Glibc

/// Why nobody can listen there.
package enum ListenError: Error, Equatable {
  case taken(Endpoint)
  /// Not an address of this machine.
  case elsewhere(Endpoint)
  case notAllowed(Endpoint)
  /// A certificate or its key cannot be used.
  case certificate(String)
  case system(Endpoint, reason: String)
}

/// A socket that somebody can connect to.
struct Listening {
  private static let backlog: Int32 = 4_096

  let socket: Int32
  /// The port is the real one where any was asked for.
  let endpoint: Endpoint

  init(at wanted: Endpoint) throws(ListenError) {
    let socket = Glibc.socket(wanted.family, Int32(SOCK_STREAM.rawValue), 0)
    guard socket >= 0 else { throw Self.failure(at: wanted) }
    _ = fcntl(socket, F_SETFD, FD_CLOEXEC)
    _ = fcntl(socket, F_SETFL, fcntl(socket, F_GETFL) | O_NONBLOCK)
    // A port whose last user has just ended can be used again at once.
    Self.set(SO_REUSEADDR, of: SOL_SOCKET, on: socket)
    if wanted.family == AF_INET6 { Self.set(IPV6_V6ONLY, of: Int32(IPPROTO_IPV6), on: socket) }
    if let path = wanted.path { Self.clear(path, for: wanted) }
    let isBound = wanted.withSocketAddress { bind(socket, $0, $1) == 0 }
    guard isBound, listen(socket, Self.backlog) == 0 else {
      let failure = Self.failure(at: wanted)
      close(socket)
      throw failure
    }
    self.socket = socket
    endpoint = wanted.path == nil ? wanted.with(port: Self.port(of: socket)) : wanted
  }

  /// What a server left behind that was killed: a socket that nobody answers at.
  private static func clear(_ path: String, for endpoint: Endpoint) {
    var facts = stat()
    guard lstat(path, &facts) == 0, facts.st_mode & S_IFMT == S_IFSOCK else { return }
    let probe = Glibc.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(probe) }
    let isRefused = endpoint.withSocketAddress {
      connect(probe, $0, $1) < 0 && errno == ECONNREFUSED
    }
    if isRefused { unlink(path) }
  }

  private static func set(_ option: Int32, of level: Int32, on socket: Int32) {
    var yes: Int32 = 1
    setsockopt(socket, level, option, &yes, socklen_t(MemoryLayout<Int32>.size))
  }

  private static func port(of socket: Int32) -> UInt16 {
    // The port stands at the same place in both versions.
    var address = sockaddr_in6()
    var size = socklen_t(MemoryLayout<sockaddr_in6>.size)
    let isKnown = withUnsafeMutableBytes(of: &address) { bytes in
      bytes.baseAddress.map {
        getsockname(socket, $0.assumingMemoryBound(to: sockaddr.self), &size) == 0
      }
    }
    return isKnown == true ? UInt16(bigEndian: address.sin6_port) : 0
  }

  private static func failure(at endpoint: Endpoint) -> ListenError {
    switch errno {
    case EADDRINUSE: .taken(endpoint)
    case EADDRNOTAVAIL: .elsewhere(endpoint)
    case EACCES, EPERM: .notAllowed(endpoint)
    case let code: .system(endpoint, reason: String(cString: strerror(code)))
    }
  }
}
