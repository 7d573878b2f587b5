import Glibc
import HTTP
import Market

/// A server as the settings have it: who is let in, and who is told of what was answered.
enum Reception {
  /// So many threads carry all connections.
  private static let threads = min(max(Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))), 1), 8)

  /// Serves while `work` goes on. `isReady` says whether there is something to serve.
  static func serve(
    _ service: Service, _ settings: ServingSettings, _ teller: Teller,
    isReady: @escaping @Sendable () -> Bool,
    while work: @escaping @Sendable (Server) async throws -> Void
  ) async throws {
    let monitor = Monitor(isReady: isReady)
    let log = try settings.accessLog.map { try AccessLog($0, settings.proxies) }
    var service = service
    let (answer, hosts) = (service.response, settings.hosts)
    service.response = { request, reply in
      hosts.refusal(of: request).map { .now($0) } ?? answer(request, reply)
    }
    service.watch = { exchange in
      teller.note(exchange)
      monitor.note(exchange)
      log?.note(exchange)
    }
    let server = try Server(at: settings.endpoints, tls: settings.tls, threads: threads, service)
    defer { server.end() }
    monitor.watch(server)
    let watching = try settings.monitor.map { try Server(at: $0, threads: 1, monitor.service) }
    defer { watching?.end() }
    if let watching { teller.say("Watched over at http://\(watching.endpoint)/metrics") }
    try await withThrowingTaskGroup(of: Void.self) { group in
      if let log { group.addTask { await log.run() } }
      group.addTask { try await work(server) }
      defer { group.cancelAll() }
      // The log goes on until the work is done.
      try await group.next()
    }
  }

  /// As a browser has them.
  static func addresses(of server: Server, _ settings: ServingSettings) -> String {
    let scheme = settings.tls == nil ? "http" : "https"
    return server.endpoints.map { $0.path == nil ? "\(scheme)://\($0)/" : "\($0)" }
      .joined(separator: " ")
  }
}
