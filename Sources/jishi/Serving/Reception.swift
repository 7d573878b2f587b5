import Glibc
import HTTP
import Market
import Synchronization

/// A server as the settings have it: who is let in, and who is told of what was answered. Most settings
/// can become others while it serves.
final class Reception: Sendable {
  /// So many threads carry all connections.
  private static let threads = min(max(Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))), 1), 8)

  /// What the server asks at each request.
  private final class Rules: Sendable {
    /// Whoever was answered a moment ago may still write to the former log.
    private let now: Mutex<(settings: ServingSettings, log: AccessLog?, former: AccessLog?)>

    init(_ settings: ServingSettings) throws {
      now = Mutex((settings, try Self.log(settings), nil))
    }

    var settings: ServingSettings { now.withLock { $0.settings } }
    var log: AccessLog? { now.withLock { $0.log } }

    func use(_ settings: ServingSettings) throws {
      let log = try Self.log(settings)
      now.withLock { $0 = (settings, log, $0.log) }
    }

    func flush() {
      let (log, former) = now.withLock { ($0.log, $0.former) }
      former?.flush()
      log?.flush()
    }

    private static func log(_ settings: ServingSettings) throws -> AccessLog? {
      try settings.accessLog.map { try AccessLog($0, settings.proxies) }
    }
  }

  let server: Server
  private let rules: Rules

  private init(
    _ service: Service, _ settings: ServingSettings, _ teller: Teller, _ monitor: Monitor
  ) throws {
    let rules = try Rules(settings)
    var service = service
    let answer = service.response
    service.response = { request, reply in
      rules.settings.hosts.refusal(of: request).map { .now($0) } ?? answer(request, reply)
    }
    service.watch = { exchange in
      teller.note(exchange)
      monitor.note(exchange)
      rules.log?.note(exchange)
    }
    self.rules = rules
    server = try Server(
      at: settings.endpoints, tls: settings.tls, threads: Self.threads, service)
  }

  /// Serves while `work` goes on. `isReady` says whether there is something to serve.
  static func serve(
    _ service: Service, _ settings: ServingSettings, _ teller: Teller,
    isReady: @escaping @Sendable () -> Bool,
    while work: @escaping @Sendable (Reception) async throws -> Void
  ) async throws {
    let monitor = Monitor(isReady: isReady)
    let reception = try Reception(service, settings, teller, monitor)
    defer {
      reception.server.end()
      // The last answers are in it.
      reception.rules.flush()
    }
    monitor.watch(reception.server)
    // Each holds the other, so that neither would ever go.
    defer { monitor.watch(nil) }
    let watching = try settings.monitor.map { try Server(at: $0, threads: 1, monitor.service) }
    defer { watching?.end() }
    if let watching { teller.say("Watched over at http://\(watching.endpoint)/metrics") }
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { await reception.writeLog() }
      group.addTask { try await work(reception) }
      defer { group.cancelAll() }
      // The log goes on until the work is done.
      try await group.next()
    }
  }

  private func writeLog() async {
    while !Task.isCancelled {
      try? await Task.sleep(for: AccessLog.pause)
      rules.flush()
    }
  }

  /// From the next request on. Nobody who is connected is left. Throws when the certificate or the log
  /// cannot be used, and then nothing changes.
  func use(_ settings: ServingSettings) throws {
    if let tls = settings.tls, rules.settings.tls != nil { try server.use(tls) }
    try rules.use(settings)
  }

  /// As a browser has them.
  static func addresses(of server: Server, _ settings: ServingSettings) -> String {
    let scheme = settings.tls == nil ? "http" : "https"
    return server.endpoints.map { $0.path == nil ? "\(scheme)://\($0)/" : "\($0)" }
      .joined(separator: " ")
  }
}
