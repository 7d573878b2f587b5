import Foundation
import HTTP
import Market
import Outside
import Pages
import Proving
import Site
import Store
import Synchronization
import Web

/// A small market with an endpoint before it, in this process: the real store, pages and sockets.
final class Stall: Sendable {
  /// PostgreSQL is left out where it is not installed.
  static let engines = PostgresCluster.programs == nil ? ["sqlite"] : ["sqlite", "postgres"]
  /// When it opens. The clock stands still until somebody moves it.
  static let opening = Instant(milliseconds: 1_795_000_000_000)

  let folder: TemporaryFolder
  let media: MediaPlaces
  let store: Store
  let hub: LiveHub
  let clerk: Clerk
  let server: Server
  /// Faults of ours, as they were reported.
  let faults = Heard<String>()
  private let ear: LogEar
  private let time: Clock

  private final class Clock: Sendable {
    let now = Mutex(Stall.opening)
  }

  init(
    _ engine: String = "sqlite", table: RouteTable = .all, readsPerMinute: Int? = nil,
    proxies: String = "", media places: MediaPlaces? = nil, of former: Stall? = nil
  ) async throws {
    folder = try TemporaryFolder()
    let address = try former?.address ?? MarketShelf.address(engine, in: folder)
    let files =
      places
      ?? MediaPlaces(
        Spool(folder.file("arriving")), Shelf(.folder(folder.file("media"))))
    media = files
    let store = try Store(at: address)
    let time = Clock()
    let clock: @Sendable () -> Instant = { time.now.withLock { $0 } }
    let materials = Materials(
      theme: "default", themes: "themes", locales: "locales", content: "content")
    let origin = SiteOrigin("http://localhost")
    guard let origin, let proxies = Proxies(proxies) else {
      throw ProvingError.failed("settings")
    }
    let keeper = PrinterKeeper(
      materials, output: folder.file("output"), site: SiteFacts(origin: origin), at: store)
    let faults = faults
    var settings = Clerk.Settings(proxies: proxies, clock: clock) { id, error in
      faults.add("\(id): \(error)")
    }
    settings.readsPerMinute = readsPerMinute
    settings.media = files
    let hub = LiveHub(store, clock: clock)
    let clerk = Clerk(store, hub, settings, try await keeper.load(), table: table) { _, _ in
      .now(Answer(.notFound, saying: "a file"))
    }
    var service = Service(
      clock: { clock().milliseconds / 1_000 }, responding: { clerk.response(to: $0, $1) })
    service.limits.lastWord = .milliseconds(20)
    service.admission = { clerk.admission(of: $0) }
    service.message = { hub.hear($1, from: $0) }
    service.closed = { hub.closed($0) }
    guard let endpoint = Endpoint("127.0.0.1:0") else { throw ProvingError.failed("endpoint") }
    server = try Server(at: endpoint, service)
    hub.speak(by: server)
    ear = LogEar(at: address) { hub.heard($0) }
    (self.store, self.hub, self.clerk, self.time) = (store, hub, clerk, time)
  }

  deinit {
    hub.speak(by: nil)
    ear.close()
    server.end()
  }

  var address: Address { store.address }

  var now: Instant { time.now.withLock { $0 } }

  func wait(_ span: Duration) { time.now.withLock { $0 = $0 + span } }

  func client() throws -> Client { try Client(port: server.endpoint.port) }

  /// Asks once, on a connection of its own.
  func ask(_ head: String, _ body: String = "") throws -> Client.Reply {
    try ask(head, Array(body.utf8))
  }

  func ask(_ head: String, _ body: [UInt8]) throws -> Client.Reply {
    let client = try client()
    let length = body.isEmpty ? "" : "Content-Length: \(body.count)\r\n"
    client.send(Array("\(head)\r\nHost: localhost\r\n\(length)\r\n".utf8) + body)
    guard let reply = try client.reply(toHEAD: head.hasPrefix("HEAD")) else {
      throw ProvingError.failed("no answer")
    }
    return reply
  }

  func get(_ target: String, _ fields: String = "") throws -> Client.Reply {
    try ask("GET \(target) HTTP/1.1\(fields.isEmpty ? "" : "\r\n" + fields)")
  }

  func post(json: String, to target: String, _ fields: String = "") throws -> Client.Reply {
    let more = fields.isEmpty ? "" : "\r\n" + fields
    return try ask(
      "POST \(target) HTTP/1.1\r\nContent-Type: application/json\(more)", json)
  }
}

/// Markets that were filled once; each test has a copy.
private enum MarketShelf {
  private static let folder = Result {
    let folder = try TemporaryFolder()
    try fill(folder, [:])
    return folder
  }

  private static let template = Result {
    let url = try PostgresCluster.shared.get().makeDatabase()
    try fill(try TemporaryFolder(), ["JISHI_DB": url])
    return url
  }

  static func address(_ engine: String, in folder: TemporaryFolder) throws -> Address {
    guard engine == "sqlite" else {
      let name = PostgresCluster.name(try template.get()) ?? ""
      return try Address(try PostgresCluster.shared.get().makeDatabase(like: name))
    }
    let path = folder.file("market.db")
    try FileManager.default.copyItem(
      atPath: try Self.folder.get().file("data/market.db"), toPath: path)
    return try Address("sqlite:\(path)")
  }

  private static func fill(_ folder: TemporaryFolder, _ environment: [String: String]) throws {
    let content = FileManager.default.currentDirectoryPath + "/content"
    let made = try Command.run(
      Command.ours("jishi"), ["seed", "--gigs", "30", "--content", content], in: folder.path,
      environment: environment)
    guard made.code == 0 else { throw ProvingError.failed(made.errors) }
  }
}
