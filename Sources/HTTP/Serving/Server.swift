import Glibc
import Synchronization

/// A certificate with what stands behind it, and its key: files in PEM.
package struct TLSFiles: Sendable, Equatable {
  package let certificate: String
  package let key: String

  package init(certificate: String, key: String) {
    self.certificate = certificate
    self.key = key
  }
}

/// A server for HTTP/1.1 and WebSocket: a few threads, each with its share of the clients.
package final class Server: Sendable {
  /// Where it listens; ports are the real ones where any was asked for.
  package let endpoints: [Endpoint]
  private let engine: Engine
  private let service: Service
  private let isRunning = Mutex(true)

  /// Listens from now on, until it is asked to end.
  package convenience init(
    at wanted: Endpoint, threads: Int = 2, _ service: Service
  ) throws(ListenError) {
    try self.init(at: [wanted], threads: threads, service)
  }

  package init(
    at wanted: [Endpoint], tls: TLSFiles? = nil, threads: Int = 2, _ service: Service
  ) throws(ListenError) {
    // Whoever has left is written to in vain, and that is no reason to end.
    signal(SIGPIPE, SIG_IGN)
    Self.makeRoom(for: service.limits.connectionsMax)
    let listenings = try Self.listen(at: wanted)
    endpoints = listenings.map(\.endpoint)
    self.service = service
    do throws(ListenError) {
      engine = try Engine(listenings, tls: tls, threads: threads, service)
    } catch {
      for case let path? in endpoints.map(\.path) { unlink(path) }
      throw error
    }
    engine.run()
  }

  private static func listen(at wanted: [Endpoint]) throws(ListenError) -> [Listening] {
    var listenings: [Listening] = []
    for endpoint in wanted {
      do throws(ListenError) {
        listenings.append(try Listening(at: endpoint))
      } catch {
        for listening in listenings {
          Glibc.close(listening.socket)
          if let path = listening.endpoint.path { unlink(path) }
        }
        throw error
      }
    }
    return listenings
  }

  package var endpoint: Endpoint { endpoints[0] }

  /// Takes no more requests, lets the answers go that are on their way, and returns when all threads
  /// have ended. May be called again.
  package func end() {
    isRunning.withLock { isRunning in
      guard isRunning else { return }
      isRunning = false
      service.ending()
      engine.stop(grace: service.limits.ending)
      engine.join()
      for case let path? in endpoints.map(\.path) { unlink(path) }
    }
  }

  deinit { end() }

  /// The same bytes for each. Who has too much waiting is left.
  package func send(_ message: SharedBytes, isText: Bool = true, to sockets: [SocketID]) {
    engine.send(message, isText: isText, to: sockets)
  }

  package func close(_ socket: SocketID, code: UInt16, reason: String = "") {
    engine.close(socket, code: code, reason: reason)
  }

  /// Of another certificate, for those who come from now on: nobody who is there is left. Nothing changes
  /// when it cannot be used.
  package func use(_ tls: TLSFiles) throws(ListenError) { try engine.use(tls) }

  package var counts: (connections: Int, sockets: Int, requests: Int) { engine.counts }

  /// Many systems let a program have 1,024 handles unless it asks for more.
  private static func makeRoom(for connections: Int) {
    let others = 256
    var limit = rlimit()
    let kind = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    guard getrlimit(kind, &limit) == 0 else { return }
    // Every connection may be sending a file.
    let needed = rlim_t(2 * connections + others)
    guard limit.rlim_cur < needed else { return }
    limit.rlim_cur = min(needed, limit.rlim_max)
    setrlimit(kind, &limit)
  }
}
