package import HTTP
package import Market
package import Outside
package import Pages
package import Store
import Synchronization

/// Answers what the route table has, and hands everything else to whoever has the files. It is asked on
/// the threads that carry all connections, so it only reads what was sent and decides; rows are read and
/// written on the threads of the store.
package final class Clerk: Sendable {
  package struct Settings: Sendable {
    package var proxies: Proxies
    package var clock: @Sendable () -> Instant
    package var chance = Chance.system
    /// How many requests that only read one address may make a minute; nil is any number.
    package var readsPerMinute: Int?
    /// Where files are kept that members send. Without it none are taken.
    package var media: MediaPlaces?
    /// Told of faults that are ours, with the id that the visitor was told.
    package var report: @Sendable (_ id: String, any Error) -> Void

    package init(
      proxies: Proxies, clock: @escaping @Sendable () -> Instant,
      report: @escaping @Sendable (String, any Error) -> Void
    ) {
      self.proxies = proxies
      self.clock = clock
      self.report = report
    }
  }

  private let store: Store
  private let hub: LiveHub
  private let table: RouteTable
  private let settings: Mutex<Settings>
  private let printer: Mutex<Printer>
  private let rates = RateLimits()
  private let hashing = HashingRoom()
  private let filing = HashingRoom(atOnceMax: filesAtOnceMax, waitingMax: filesWaitingMax)
  /// They mostly wait for the disk or another machine.
  private static let filesAtOnceMax = 8
  private static let filesWaitingMax = 256
  private let files: @Sendable (Request, Reply) -> Service.Response

  package init(
    _ store: Store, _ hub: LiveHub, _ settings: Settings, _ printer: Printer,
    table: RouteTable = .all, orElse files: @escaping @Sendable (Request, Reply) -> Service.Response
  ) {
    (self.table, self.store, self.hub, self.files) = (table, store, hub, files)
    self.settings = Mutex(settings)
    self.printer = Mutex(printer)
  }

  /// From the next request on.
  package func use(_ printer: Printer) { self.printer.withLock { $0 = printer } }
  package func use(_ settings: Settings) { self.settings.withLock { $0 = settings } }

  /// How the body of a request is taken: as much as its route takes.
  package func admission(of request: Request) -> Service.Admission {
    guard let path = AskedPath(request.target),
      case .route(let route, let steps) = table.find(request.method, path)
    else { return .memory(bytesMax: Self.strangeBytesMax) }
    let most = bodyBytesMax(of: request, route)
    // Whoever says beforehand how much it is can be told as everywhere.
    guard let length = request.length, length > most,
      let visit = visit(request, route, steps, id: "")
    else { return spooled(request, route, steps) ?? .memory(bytesMax: most) }
    return .refused(visit.answer(to: Trouble(.tooLarge)))
  }

  /// Where files may come in a form, one without any is no larger than others.
  private func bodyBytesMax(of request: Request, _ route: WebRoute) -> Int {
    route.limits.spools && !bringsFiles(request, route)
      ? RouteLimits.writing.bodyBytesMax : route.limits.bodyBytesMax
  }

  private func bringsFiles(_ request: Request, _ route: WebRoute) -> Bool {
    route.limits.takesPiece
      || request.fields["Content-Type"].flatMap { MediaType($0) }?.type == "multipart/form-data"
  }

  /// Into the folder where files arrive, for nobody who has shown no sign of a session.
  private func spooled(
    _ request: Request, _ route: WebRoute, _ steps: [String: String]
  ) -> Service.Admission? {
    guard route.limits.spools, bringsFiles(request, route),
      let spool = settings.withLock({ $0.media?.spool }),
      let visit = visit(request, route, steps, id: "")
    else { return nil }
    guard visit.sessionSecret != nil else {
      return .refused(visit.answer(to: Trouble(.signInNeeded)))
    }
    do throws(StorageError) {
      try spool.makeFolder()
    } catch {
      return .refused(visit.answer(to: Trouble(error)))
    }
    return .file(bytesMax: Int64(route.limits.bodyBytesMax), folder: spool.folder)
  }

  /// Of what nothing is done with.
  private static let strangeBytesMax = 65_536

  package func response(to request: Request, _ reply: Reply) -> Service.Response {
    guard let path = AskedPath(request.target) else { return files(request, reply) }
    switch table.find(request.method, path) {
    case .nothing:
      guard path.steps.first == "api" else { return files(request, reply) }
      return .now(nothing(at: request, reply))
    case .others(let routes):
      guard let visit = visit(request, routes[0], [:], id: reply.id.text) else {
        return files(request, reply)
      }
      if request.method == "GET", let above = table.page(above: request.target) {
        return .now(visit.redirect(to: above))
      }
      return .now(visit.answer(to: .methodNotAllowed(routes.map(\.method))))
    case .route(let route, let steps):
      guard route.isMeant(by: request),
        let visit = visit(request, route, steps, id: reply.id.text)
      else {
        return files(request, reply)
      }
      var errand = Errand(visit, for: reply, at: store, hub, hashing, filing, report: report)
      return errand.begin { visit in try pay(for: visit) }
    }
  }

  /// Nil in a language that the site does not have.
  private func visit(
    _ request: Request, _ route: WebRoute, _ steps: [String: String], id: String
  ) -> Visit? {
    let settings = settings.withLock { $0 }
    let printer = printer.withLock { $0 }
    let edition = Negotiation.edition(in: printer, step: steps["locale"], request)
    let client = settings.proxies.client(of: request)
    return edition.map {
      Visit(
        id: id, request: request, route: route, steps: steps, address: client.address,
        isSecure: client.isSecure, edition: $0, printer: printer, now: settings.clock(),
        chance: settings.chance, media: settings.media)
    }
  }

  private func nothing(at request: Request, _ reply: Reply) -> Answer {
    let printer = printer.withLock { $0 }
    let edition = Negotiation.edition(in: printer, step: nil, request) ?? printer.editions[0]
    return Problem.answer(Trouble(.notFound), reply.id.text, edition)
  }

  private func pay(for visit: Visit) throws {
    let settings = settings.withLock { $0 }
    let route = visit.route
    if route.limits.hashes, hashing.isFull { throw Trouble(.unavailable, retrySeconds: 2) }
    let own = route.limits.rate.map { ("\(route.method.rawValue) \(route.path.text)", $0) }
    let reads = settings.readsPerMinute.map { ("reads", Allowance($0, each: .seconds(60))) }
    guard let (what, rate) = own ?? reads else { return }
    if let seconds = rates.wait(of: visit.address, for: what, rate, at: visit.now) {
      throw Trouble(.tooMany, retrySeconds: seconds)
    }
  }

  private func report(_ id: String, _ error: any Error) {
    settings.withLock { $0 }.report(id, error)
  }
}
