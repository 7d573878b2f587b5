import Pages
package import Store
import Theme

/// Keeps the site as the database is: follows the log, and prints what its changes touch. There is one
/// for each folder; who comes second waits until the first has ended, however that was.
package actor SiteWorker {
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
    let trees = try Trees(in: settings.output)
    let held = try trees.holding()
    if let held, held.isFrozen {
      return try await leaveFrozen(held, of: trees, lock, untilIdle: untilIdle)
    }
    try await loadOrKeep()
    while !Task.isCancelled {
      guard let loaded else { return .done }
      guard let follower = try Follower(settings, loaded) else {
        try await build(loaded.theme, lock)
        continue
      }
      tellOfFollowing(held)
      while true {
        if !untilIdle, lock.isAsked {
          // Who compares the site now is to find nothing that only waits.
          if let update = try await step(follower, isLast: true).update { tell(update) }
          return .wanted
        }
        if let leaving = reasonToLeave(lock) { return leaving }
        if watch.hasChanged() {
          try await settle()
          try await loadOrKeep()
          if isFaulty { continue }
          break
        }
        let outcome = try await step(follower, isLast: untilIdle)
        if let update = outcome.update { tell(update) }
        if outcome.needsBuild {
          try await build(loaded.theme, lock)
          try await loadOrKeep()
          break
        }
        if outcome.isStale { break }
        guard outcome.isIdle else { continue }
        tellOfSuccess()
        if untilIdle { return .done }
        try await Task.sleep(for: Self.look)
      }
    }
    return .done
  }

  /// Whatever is edited or published waits until somebody builds.
  private func leaveFrozen(
    _ held: Release, of trees: Trees, _ lock: BuildLock, untilIdle: Bool
  ) async throws -> Leaving {
    var freezer = try Freezer(held, of: trees, settings)
    tellOfFollowing(held)
    while !Task.isCancelled {
      if !untilIdle, lock.isAsked { return .wanted }
      if let leaving = reasonToLeave(lock) { return leaving }
      let outcome = try await store.read { [freezer] rows in try freezer.step(rows) }
      if let update = outcome.update { tell(update) }
      if outcome.isStale {
        guard trees.shows(trees.path(held.number)) else { return .wanted }
        freezer = try Freezer(held, of: trees, settings)
        continue
      }
      tellOfSuccess()
      if untilIdle { return .done }
      try await Task.sleep(for: Self.look)
    }
    return .done
  }

  private func reasonToLeave(_ lock: BuildLock) -> Leaving? {
    if lock.isLost { return .wanted }
    return store.isReplaced ? .replaced : nil
  }

  private func tellOfFollowing(_ held: Release?) {
    guard !isFollowing else { return }
    isFollowing = true
    tell(.following)
    if let held { tell(.held(held)) }
  }

  private func tellOfSuccess() {
    if failures > 0 { tell(.mended) }
    failures = 0
  }

  private func step(_ follower: Follower, isLast: Bool) async throws -> Follower.Outcome {
    try await store.read { rows in try follower.step(rows, isLast: isLast) }
  }

  /// Whoever makes a slip must not keep the market from being followed: a page that goes has to go.
  private func loadOrKeep() async throws {
    do {
      let materials = settings.materials.inForce(in: settings.output)
      let theme = try materials.load()
      loaded = try await store.read { rows in
        try Loaded(theme, content: materials.content, rows)
      }
      if isFaulty { tell(.mended) }
      isFaulty = false
    } catch let faults as Faults {
      guard loaded != nil else { throw faults }
      tell(.faulty(faults))
      isFaulty = true
    }
  }

  /// Makes the tree what everything is made of now. Most of the time it need not print much.
  private func build(_ theme: LoadedTheme, _ lock: BuildLock) async throws {
    let materials = settings.materials.inForce(in: settings.output)
    let held = try Trees(in: settings.output).held()
    var options = Build.Options()
    options.workers = settings.workers
    options.packing = settings.packing
    options.shelf = settings.shelf
    options.isUpdate = true
    options.lock = lock
    options.release = NewRelease(
      materials, made: settings.clock(), by: held?.origin ?? .worker, settings.keeping)
    let build = Build(
      theme, settings.site, content: materials.content, into: settings.output, options)
    tell(.built(try await build.run(store) { _ in }))
  }
}
