import Market
import Pages
import Site
import Store
import Work

/// Those who work in the background: one keeps the site as the database is, one does what was promised
/// for later, one keeps the search, one seals the ledger, and some send the site to where visitors ask for it.
struct Workers: Sendable {
  /// Each can be a process of its own.
  enum Kind: String, CaseIterable {
    /// Keeps the site and sends it out.
    case site
    /// Works off the queue, keeps the search and seals the ledger.
    case queue
  }

  private static let sealing = Duration.seconds(1)
  /// After something that does not pass by itself.
  private static let rest = Duration.seconds(30)

  private let config: Config
  private let kinds: Set<Kind>
  private let settings: SiteWorker.Settings
  private let deploys: [DeployLoop]
  private let events: EventTeller
  /// What letters are printed with.
  private let desk: PrinterDesk
  private let teller: Teller

  init(
    _ config: Config, _ arguments: Arguments, _ teller: Teller,
    _ kinds: Set<Kind> = Set(Kind.allCases), isVerbose: Bool
  ) throws {
    self.config = config
    self.kinds = kinds
    self.teller = teller
    settings = try SiteWorker.Settings(config, arguments)
    if kinds.contains(.queue) { config.sending.makeWay() }
    desk = PrinterDesk(config.materials, output: config.output, site: config.site)
    let events = EventTeller(isVerbose: isVerbose)
    self.events = events
    let deployed = kinds.contains(.site) ? config.deployed : []
    deploys = try deployed.map { try config.target($0) }.map { target in
      DeployLoop(of: config.output, at: config.site.origin, to: target) { event in
        if let line = events.line(of: event) { teller.say(line) }
      }
    }
  }

  /// Until they are cancelled.
  func run(hasChanged: @escaping @Sendable () -> Void = {}) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for deploy in deploys { group.addTask { await deploy.run() } }
      if kinds.contains(.site) {
        group.addTask { try await keepSite(untilIdle: false, hasChanged) }
      }
      if kinds.contains(.queue) {
        group.addTask { try await seal() }
        group.addTask { try await keepSearch() }
        group.addTask { try await workOff(untilIdle: false) }
      }
      // As soon as one fails all end: half of the work would be missed by nobody for long.
      while try await group.next() != nil {}
    }
  }

  /// All that is to be done now, and no more. False when something could not be sent.
  func runOnce() async throws -> Bool {
    if kinds.contains(.queue) {
      try await Store.with(config.address, config.workerOptions) {
        try await Searching.catchUp($0) { .now }
      }
      try await workOff(untilIdle: true)
    }
    if kinds.contains(.site) { try await keepSite(untilIdle: true) {} }
    var isFine = true
    for deploy in deploys where await deploy.send() != .fine { isFine = false }
    return isFine
  }

  private func workOff(untilIdle: Bool) async throws {
    try await Worker.run(
      queue, at: config.address, config.workerOptions, untilIdle: untilIdle, tell: tell)
  }

  private func keepSite(
    untilIdle: Bool, _ hasChanged: @escaping @Sendable () -> Void
  ) async throws {
    try await SiteWorker.run(
      settings, at: config.address, config.workerOptions, untilIdle: untilIdle
    ) { event in
      if event.hasChanged { hasChanged() }
      if event.mayHaveChanged { for deploy in deploys { deploy.wake() } }
      if let line = events.line(of: event) { teller.say(line) }
    }
  }

  private var queue: Worker.Settings {
    let clock: @Sendable () -> Instant = { .now }
    let press: Sending.Press = { try await desk.printer(at: $0) }
    let sending = Sending.handler(config.sending.carriers, press: press, clock: clock)
    let media = config.media
    let cards = CardDrawing.handler(media.places, media.draw, press: press, clock: clock)
    let nothing: Worker.Handler = { _, _ in }
    return Worker.Settings(
      [
        Housekeeping.taskKind: Housekeeping.handler(media.places, clock: clock),
        Outgoing.taskKind: sending,
        MediaTask.kind: MediaLooking.handler(media.places, media.look, clock: clock),
        CardTask.kind: media.isWithout ? nothing : cards,
      ],
      [Housekeeping.schedule(from: clock() + .hours(1))], clock: clock)
  }

  /// A ledger whose head does not fit is for a person to look at; everything else goes on meanwhile.
  private func seal() async throws {
    while !Task.isCancelled {
      do {
        try await Store.with(config.address, config.workerOptions) { try await seal($0) }
      } catch is CancellationError {
        return
      } catch {
        if let line = events.lineOfSealing(error) { teller.say(line) }
        try? await Task.sleep(for: Self.rest)
      }
    }
  }

  private func seal(_ store: Store) async throws {
    try await untilReplaced(store) {
      try await Sealing.run(
        on: store, headsTo: config.head, every: Self.sealing, clock: { .now }, tell: tell)
    }
  }

  /// Whatever is wrong with it, the rest of the market goes on.
  private func keepSearch() async throws {
    while !Task.isCancelled {
      do {
        try await Store.with(config.address, config.workerOptions) { store in
          try await untilReplaced(store) {
            try await Searching.run(on: store, clock: { .now }, tell: tell)
          }
        }
      } catch is CancellationError {
        return
      } catch {
        if let line = events.lineOfSearch(error) { teller.say(line) }
        try? await Task.sleep(for: Self.rest)
      }
    }
  }

  /// Until another database stands in the place of this one.
  private func untilReplaced(
    _ store: Store, _ body: @escaping @Sendable () async throws -> Void
  ) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await body() }
      group.addTask {
        while !store.isReplaced { try await Task.sleep(for: Self.sealing) }
      }
      defer { group.cancelAll() }
      try await group.next()
    }
  }

  @Sendable private func tell(_ event: Event) {
    if let line = events.line(of: event) { teller.say(line) }
  }
}

extension EventTeller {
  /// What goes well is not told.
  func line(of event: Event) -> String? {
    switch event {
    case .done, .sealed, .replaced: nil
    case .failed(let task):
      unlessLast(
        "Task \(task.id) (\(task.kind)) failed and is tried again: \(task.fault ?? "")",
        of: "task \(task.id)")
    case .dead(let task):
      "Task \(task.id) (\(task.kind)) is given up: \(task.fault ?? ""). See `jishi tasks`."
    case .lost(let task, let error):
      "Task \(task.id) (\(task.kind)) will be done again: \(Failure(error).sentence)"
    case .trouble(let error): unlessLast(Failure(error).sentence, of: "work")
    case .mended:
      unlessLast(nil, of: "work") ?? "The work goes on."
    }
  }

  func lineOfSearch(_ error: any Error) -> String? {
    unlessLast(
      "New services are not found by a search: \(Failure(error).sentence)\nEverything else goes on.",
      of: "search")
  }

  func lineOfSealing(_ error: any Error) -> String? {
    unlessLast(
      "The ledger is not sealed: \(Failure(error).sentence)\nEverything else goes on.", of: "seal")
  }
}
