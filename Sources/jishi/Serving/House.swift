import HTTP
import Market
import Pages
import Site
import Store
import Web

/// The whole market in one process, or parts of it: who serves, who answers what writes, who works.
struct House: Sendable {
  /// Of looks for the first site, and for whether the database is still the one that was opened.
  private static let look = Duration.milliseconds(50)
  private static let rest = Duration.seconds(1)
  private static let restOfWorkers = Duration.seconds(5)

  private let arguments: Arguments
  private let teller: Teller
  private let parts: Parts
  /// Pages that are open in a browser refresh themselves.
  private let changes: ChangeCount?

  init(_ arguments: Arguments, _ teller: Teller, _ parts: Parts, changes: ChangeCount? = nil) {
    (self.arguments, self.teller, self.parts, self.changes) = (arguments, teller, parts, changes)
  }

  func run(_ config: Config) async throws {
    Hangups.listen()
    guard parts.hasEndpoint else { return try await serveFiles(config) }
    var isReplaced = false
    while !Task.isCancelled {
      do {
        isReplaced = try await Store.with(config.address, config.options) { store in
          try await serve(config, store)
          return store.isReplaced
        }
        guard isReplaced else { return }
        teller.say("Another database stands there now.")
      } catch {
        // It may be about to be put there.
        guard isReplaced, !Task.isCancelled else { throw error }
        teller.say(Failure(error).sentence)
        try? await Task.sleep(for: Self.rest)
      }
    }
  }

  private func serveFiles(_ config: Config) async throws {
    let files = SiteFiles(config.siteFolder)
    let isReady: @Sendable () -> Bool = { files.isThere }
    try await Reception.serve(service(of: files), config.serving, teller, isReady: isReady) {
      reception in
      tellAddresses(reception, config)
      try await Hangups.follow(config, arguments, tell: teller.say) { config in
        use(config, reception)
        while !Task.isCancelled { try await Task.sleep(for: .seconds(3_600)) }
      }
    }
  }

  /// Until it is cancelled, or another database stands there.
  private func serve(_ config: Config, _ store: Store) async throws {
    let files = SiteFiles(config.siteFolder)
    let hub = LiveHub(store, clock: { .now })
    var service = service(of: files)
    if let shelf = MailShelf(config) {
      let rest = service.response
      service.response = { request, reply in
        shelf.answer(to: request).map { .now($0) } ?? rest(request, reply)
      }
    }
    let clerk = Clerk(
      store, hub, clerkSettings(config), try await keeper(config, store).load(),
      orElse: service.response)
    let ear = LogEar(at: config.address) { hub.heard($0) }
    defer { ear.close() }
    service.admission = { clerk.admission(of: $0) }
    service.response = { clerk.response(to: $0, $1) }
    service.message = { hub.hear($1, from: $0) }
    service.closed = { hub.closed($0) }
    let isReady: @Sendable () -> Bool = { files.isThere }
    try await Reception.serve(service, config.serving, teller, isReady: isReady) { reception in
      hub.speak(by: reception.server)
      defer { hub.speak(by: nil) }
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask {
          while !files.isThere { try await Task.sleep(for: Self.look) }
          tellAddresses(reception, config)
        }
        group.addTask {
          while !store.isReplaced { try await Task.sleep(for: Self.look) }
          throw Replaced()
        }
        group.addTask {
          try await Hangups.follow(config, arguments, tell: teller.say) { config in
            use(config, reception)
            clerk.use(clerkSettings(config))
            try await work(config, store, clerk)
          }
        }
        // Not when all have ended, but as soon as the first fails.
        do { while try await group.next() != nil {} } catch is Replaced {}
        group.cancelAll()
      }
    }
  }

  private struct Replaced: Error {}

  private func work(_ config: Config, _ store: Store, _ clerk: Clerk) async throws {
    let events = EventTeller(isVerbose: false)
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        try await keeper(config, store).run {
          clerk.use($0)
          _ = events.unlessLast(nil, of: "pages")
        } tell: { error in
          // The worker tells it too.
          guard !parts.hasWorkers else { return }
          if let line = events.unlessLast(Failure(error).sentence, of: "pages") { teller.say(line) }
        }
      }
      if parts.hasWorkers {
        let workers = try Workers(config, arguments, teller, isVerbose: changes != nil)
        group.addTask { try await keepAtWork(workers) }
      }
      while try await group.next() != nil {}
    }
  }

  /// Whatever befalls the workers, what is asked is answered meanwhile.
  private func keepAtWork(_ workers: Workers) async throws {
    while !Task.isCancelled {
      do {
        try await workers.run { changes?.announce() }
      } catch is CancellationError {
        return
      } catch {
        if !Task.isCancelled { teller.say(Failure(error).sentence) }
        try? await Task.sleep(for: Self.restOfWorkers)
      }
    }
  }

  private func keeper(_ config: Config, _ store: Store) -> PrinterKeeper {
    PrinterKeeper(config.materials, output: config.output, site: config.site, at: store)
  }

  private func service(of files: SiteFiles) -> Service {
    let clock: @Sendable () -> Int64 = { Instant.now.milliseconds / 1_000 }
    guard let changes else {
      return Service(clock: clock, answering: { files.answer(to: $0, at: $1) })
    }
    return LiveSite(files, changes).service(clock: clock)
  }

  private func clerkSettings(_ config: Config) -> Clerk.Settings {
    let report: @Sendable (String, any Error) -> Void = { id, error in
      writeError("jishi: request \(id) failed: \(Failure(error).sentence)\n")
    }
    var settings = Clerk.Settings(
      proxies: config.serving.proxies, clock: { .now }, report: report)
    settings.readsPerMinute = config.serving.readsPerMinute
    settings.media = config.media.places
    return settings
  }

  private func use(_ config: Config, _ reception: Reception) {
    do {
      try reception.use(config.serving)
    } catch {
      teller.say("The settings of serving stay as they were. \(Failure(error).sentence)")
    }
  }

  private func tellAddresses(_ reception: Reception, _ config: Config) {
    let addresses = Reception.addresses(of: reception.server, config.serving)
    teller.say("Serving \(config.siteFolder) at \(addresses)")
  }
}
