import Market
package import Pages
package import Store
package import Theme

/// Keeps the site as the database is: follows the log, and prints what its changes touch. There is one
/// for each folder; who comes second waits until the first has ended, however that was.
package actor SiteWorker {
  package struct Settings: Sendable {
    package var materials: Materials
    package var output: String
    package var site: SiteFacts
    package var packing = Packing.none
    /// Of a build, when so much has changed that one is needed.
    package var workers = 1

    package init(_ materials: Materials, output: String, site: SiteFacts) {
      self.materials = materials
      self.output = output
      self.site = site
    }
  }

  /// What it tells of its work.
  package enum Event: Sendable {
    /// Another worker or a build has the folder.
    case waiting
    /// It has the folder, and the site is as the log says, or will be at once.
    case following
    case built(Build.Report)
    case updated(written: Int, removed: Int, rendered: Int, Duration)
    /// Something was wrong, and it tries again.
    case failed(any Error)
    /// There is something wrong with an edit, and it goes on with what was there before.
    case faulty(Faults)
    /// Edits are not seen.
    case blind(SiteError)
    /// Another database stands in the place of the one that was followed.
    case replaced
    /// What was wrong is so no more.
    case mended
  }

  /// How often the log is looked at.
  private static let look = Duration.milliseconds(4)
  /// How long nothing must have been edited, and how often that is waited for.
  private static let settling = Duration.milliseconds(30)
  private static let settlingsMax = 20
  private static let lookForLock = Duration.milliseconds(500)
  private static let pauses = [Duration.seconds(1), .seconds(2), .seconds(5), .seconds(15)]

  private let settings: Settings
  private let store: Store
  private let tell: @Sendable (Event) -> Void
  private let watch: FolderWatch
  /// Without a success in between.
  private var failures = 0
  private var isFollowing = false
  /// The last without faults.
  private var loaded: Loaded?
  private var isFaulty = false

  private init(
    _ settings: Settings, _ store: Store, tell: @escaping @Sendable (Event) -> Void
  ) {
    self.settings = settings
    self.store = store
    self.tell = tell
    watch = FolderWatch(settings.materials.folders)
  }

  /// Why it does not follow any more.
  private enum Leaving {
    case done
    /// Somebody else is to have the folder.
    case wanted
    case replaced
  }

  /// Until the task is cancelled. With `untilIdle` it ends as soon as nothing is left to do. The database
  /// is opened again when another one stands in its place.
  package static func run(
    _ settings: Settings, at address: Address, _ options: Store.Options, untilIdle: Bool = false,
    tell: @escaping @Sendable (Event) -> Void
  ) async throws {
    var isReplaced = false
    while !Task.isCancelled {
      do {
        isReplaced = try await Store.with(address, options) { store in
          try await SiteWorker(settings, store, tell: tell).run(untilIdle: untilIdle)
        }
        guard isReplaced else { return }
        tell(.replaced)
      } catch {
        // It may be about to be put there.
        guard isReplaced else { throw error }
        tell(.failed(error))
        try? await Task.sleep(for: pauses[0])
      }
    }
  }

  /// Whether it ended since the database was replaced.
  private func run(untilIdle: Bool) async throws -> Bool {
    if let failure = watch.failure { tell(.blind(failure)) }
    while !Task.isCancelled {
      do {
        let lock =
          untilIdle ? try await BuildLock.fromWorker(settings.output) : try await waitForLock()
        defer { lock.release() }
        switch try await follow(lock, untilIdle: untilIdle) {
        case .done: return false
        case .replaced: return true
        case .wanted: break
        }
      } catch is CancellationError {
        return false
      } catch {
        if untilIdle { throw error }
        tell(.failed(error))
        try? await rest(Self.pauses[min(failures, Self.pauses.count - 1)])
        failures += 1
        continue
      }
      // Who asked for the folder is to have it now.
      isFollowing = false
      try? await Task.sleep(for: Self.lookForLock)
    }
    return false
  }

  /// Until the pause is over, or somebody has edited what was perhaps at fault.
  private func rest(_ pause: Duration) async throws {
    let end = ContinuousClock.now + pause
    while ContinuousClock.now < end {
      if watch.hasChanged() { return try await settle() }
      try await Task.sleep(for: Self.settling)
    }
  }

  /// Editors write a file in several steps, and between them it is not there or not whole.
  private func settle() async throws {
    for _ in 0..<Self.settlingsMax {
      try await Task.sleep(for: Self.settling)
      guard watch.hasChanged() else { return }
    }
  }

  private func waitForLock() async throws -> BuildLock {
    try Folder.make(settings.output)
    var isTold = false
    while true {
      if let lock = try BuildLock.ifFree(settings.output, by: .worker) { return lock }
      if !isTold { tell(.waiting) }
      isTold = true
      try await Task.sleep(for: Self.lookForLock)
    }
  }

  private func follow(_ lock: BuildLock, untilIdle: Bool) async throws -> Leaving {
    var loaded = try await loadOrKeep()
    while !Task.isCancelled {
      guard let follower = try Follower(settings, loaded) else {
        try await build(loaded.theme, lock)
        continue
      }
      if !isFollowing { tell(.following) }
      isFollowing = true
      while true {
        if lock.isLost { return .wanted }
        if !untilIdle, lock.isAsked {
          // Who compares the site now is to find nothing that only waits.
          if let update = try await step(follower, isLast: true).update { tell(update) }
          return .wanted
        }
        if store.isReplaced { return .replaced }
        if watch.hasChanged() {
          try await settle()
          loaded = try await loadOrKeep()
          if isFaulty { continue }
          break
        }
        let outcome = try await step(follower, isLast: untilIdle)
        if let update = outcome.update { tell(update) }
        if outcome.needsBuild {
          try await build(loaded.theme, lock)
          loaded = try await loadOrKeep()
          break
        }
        if outcome.isStale { break }
        guard outcome.isIdle else { continue }
        if failures > 0 { tell(.mended) }
        failures = 0
        if untilIdle { return .done }
        try await Task.sleep(for: Self.look)
      }
    }
    return .done
  }

  private func step(_ follower: Follower, isLast: Bool) async throws -> Follower.Outcome {
    try await store.read { rows in try follower.step(rows, isLast: isLast) }
  }

  /// Whoever makes a slip must not keep the market from being followed: a page that goes has to go.
  private func loadOrKeep() async throws -> Loaded {
    do {
      let materials = settings.materials
      let theme = try materials.load()
      let new = try await store.read { rows in
        try Loaded(theme, content: materials.content, rows)
      }
      if isFaulty { tell(.mended) }
      isFaulty = false
      loaded = new
      return new
    } catch let faults as Faults {
      guard let loaded else { throw faults }
      tell(.faulty(faults))
      isFaulty = true
      return loaded
    }
  }

  /// Makes the tree what everything is made of now. Most of the time it need not print much.
  private func build(_ theme: LoadedTheme, _ lock: BuildLock) async throws {
    var options = Build.Options()
    options.workers = settings.workers
    options.packing = settings.packing
    options.isUpdate = true
    options.lock = lock
    let build = Build(
      theme, settings.site, content: settings.materials.content, into: settings.output, options)
    tell(.built(try await build.run(store) { _ in }))
  }
}
