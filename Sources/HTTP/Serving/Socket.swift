import Glibc

/// Why nobody can listen there.
package enum ListenError: Error, Equatable {
  case taken(Endpoint)
  /// Not an address of this machine.
  case elsewhere(Endpoint)
  case notAllowed(Endpoint)
  case system(Endpoint, reason: String)
}

/// The system's calls for sockets, as we use them: none waits, and none is left to a child.
enum Socket {
  private static let backlog: Int32 = 1_024

  static func listen(at endpoint: Endpoint) throws(ListenError) -> (Int32, Endpoint) {
    let socket = Glibc.socket(endpoint.family, Int32(SOCK_STREAM.rawValue), 0)
    guard socket >= 0 else { throw failure(at: endpoint) }
    prepare(socket)
    // A port whose last user has just ended can be used again at once.
    set(SO_REUSEADDR, of: SOL_SOCKET, on: socket)
    if endpoint.family == AF_INET6 { set(IPV6_V6ONLY, of: Int32(IPPROTO_IPV6), on: socket) }
    let isBound = endpoint.withSocketAddress { bind(socket, $0, $1) == 0 }
    guard isBound, Glibc.listen(socket, backlog) == 0 else {
      let failure = failure(at: endpoint)
      close(socket)
      throw failure
    }
    return (socket, endpoint.with(port: port(of: socket)))
  }

  enum Accepted {
    case connection(Int32)
    case nobody
    /// No handle is left for it.
    case noRoom
  }

  static func accept(from listener: Int32) -> Accepted {
    while true {
      let socket = Glibc.accept(listener, nil, nil)
      if socket >= 0 {
        prepare(socket)
        set(TCP_NODELAY, of: Int32(IPPROTO_TCP), on: socket)
        return .connection(socket)
      }
      switch errno {
      case EINTR, ECONNABORTED: continue
      case EMFILE, ENFILE, ENOBUFS, ENOMEM: return .noRoom
      default: return .nobody
      }
    }
  }

  enum Moved {
    case bytes(Int)
    case blocked
    /// Nothing will come any more, or can be sent.
    case over
  }

  static func receive(from socket: Int32, atMost count: Int, into bytes: inout [UInt8]) -> Moved {
    var some = [UInt8](repeating: 0, count: count)
    let got = again { recv(socket, &some, count, 0) }
    guard got > 0 else { return moved(got) }
    bytes += some[..<got]
    return .bytes(got)
  }

  static func send(_ bytes: ArraySlice<UInt8>, to socket: Int32) -> Moved {
    let sent = again {
      bytes.withUnsafeBytes {
        Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
    }
    return sent > 0 ? .bytes(sent) : moved(sent)
  }

  private static func again(_ call: () -> Int) -> Int {
    while true {
      let result = call()
      if result >= 0 || errno != EINTR { return result }
    }
  }

  private static func moved(_ result: Int) -> Moved {
    result < 0 && (errno == EAGAIN || errno == EWOULDBLOCK) ? .blocked : .over
  }

  private static func prepare(_ socket: Int32) {
    _ = fcntl(socket, F_SETFD, FD_CLOEXEC)
    _ = fcntl(socket, F_SETFL, fcntl(socket, F_GETFL) | O_NONBLOCK)
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
