import Foundation
import Glibc

/// A bare connection to a server of this machine.
package final class Wire {
  private let socket: Int32
  private var received: [UInt8] = []
  private var isBroken = false

  package convenience init(port: UInt16, receiveBuffer: Int32? = nil) throws {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    inet_pton(AF_INET, "127.0.0.1", &address.sin_addr)
    try self.init(AF_INET, address, receiveBuffer)
  }

  package convenience init(portOfVersion6 port: UInt16) throws {
    var address = sockaddr_in6()
    address.sin6_family = sa_family_t(AF_INET6)
    address.sin6_port = port.bigEndian
    inet_pton(AF_INET6, "::1", &address.sin6_addr)
    try self.init(AF_INET6, address, nil)
  }

  package convenience init(path: String) throws {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
    try self.init(AF_UNIX, address, nil)
  }

  private init<Address>(_ family: Int32, _ address: Address, _ receiveBuffer: Int32?) throws {
    socket = Glibc.socket(family, Int32(SOCK_STREAM.rawValue), 0)
    _ = fcntl(socket, F_SETFD, FD_CLOEXEC)
    if var size = receiveBuffer {
      setsockopt(socket, SOL_SOCKET, SO_RCVBUF, &size, socklen_t(MemoryLayout<Int32>.size))
    }
    let isConnected = withUnsafeBytes(of: address) { bytes in
      bytes.baseAddress.map {
        connect(socket, $0.assumingMemoryBound(to: sockaddr.self), socklen_t(bytes.count)) == 0
      }
    }
    guard isConnected == true else { throw ProvingError.failed("no connection: \(errno)") }
  }

  deinit { close(socket) }

  package func send(_ text: String) { send(Array(text.utf8)) }

  /// What the other side does not want any more is lost.
  package func send(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let sent = rest.withUnsafeBytes {
        Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard sent > 0 else { return }
      rest = rest.dropFirst(sent)
    }
  }

  package func finishSending() { shutdown(socket, Int32(SHUT_WR)) }

  /// From now on its end is told as that of a program that was killed.
  package func willBreakOff() {
    var how = linger(l_onoff: 1, l_linger: 0)
    setsockopt(socket, SOL_SOCKET, SO_LINGER, &how, socklen_t(MemoryLayout<linger>.size))
  }

  /// Nil when the connection ends before.
  package func read(_ count: Int) throws -> [UInt8]? {
    while received.count < count { guard try receive() else { return nil } }
    defer { received.removeFirst(count) }
    return Array(received.prefix(count))
  }

  /// Up to the empty line.
  package func readHead() throws -> String? { try read(to: "\r\n\r\n") }

  /// With the mark; nil when the connection ends before.
  func read(to mark: String) throws -> String? {
    while true {
      if let count = countReceived(to: mark) {
        return try read(count).map { String(decoding: $0, as: UTF8.self) }
      }
      guard try receive() else { return nil }
    }
  }

  /// As data, in which looking is quick without optimisation: visitors of a site that changes ask
  /// thousands of times, and what they take the site has not.
  private func countReceived(to mark: String) -> Int? {
    Data(received).range(of: Data(mark.utf8))?.upperBound
  }

  package func readToEnd() throws -> [UInt8] {
    while try receive() {}
    defer { received = [] }
    return received
  }

  /// Whether nothing comes any more but the end, as it should: not broken off.
  package func isEnded() throws -> Bool { try readToEnd().isEmpty && !isBroken }

  /// Whether something, be it the end, comes within this time.
  func hears(within time: Duration) -> Bool {
    var place = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
    return poll(&place, 1, Int32(time / .milliseconds(1))) > 0
  }

  private func receive() throws -> Bool {
    guard hears(within: Client.patience) else { throw ProvingError.failed("nothing comes") }
    var some = [UInt8](repeating: 0, count: 65_536)
    let got = recv(socket, &some, some.count, 0)
    isBroken = got < 0
    guard got > 0 else { return false }
    received += some[..<got]
    return true
  }
}
