import Market
package import Pages
package import Store
import Theme

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

  package init(
    _ settings: Settings, _ store: Store, tell: @escaping @Sendable (Event) -> Void
  ) {
    self.settings = settings
    self.store = store
    self.tell = tell
    watch = FolderWatch(settings.materials.folders)
  }

  /// Until the task is cancelled. With `untilIdle` it ends as soon as nothing is left to do.
  package func run(untilIdle: Bool = false) async throws {
    while !Task.isCancelled {
      do {
        let lock = try await waitForLock()
        defer { lock.release() }
        if try await follow(lock, untilIdle: untilIdle) { return }
      } catch is CancellationError {
        return
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

  /// False when somebody else is to have the folder.
  private func follow(_ lock: BuildLock, untilIdle: Bool) async throws -> Bool {
    var theme = try settings.materials.load()
    while !Task.isCancelled {
      guard let follower = try Follower(settings, theme) else {
        try await build(theme, lock)
        continue
      }
      if !isFollowing { tell(.following) }
      isFollowing = true
      while true {
        if lock.isLost || !untilIdle && lock.isAsked { return false }
        if watch.hasChanged() {
          try await settle()
          theme = try settings.materials.load()
          break
        }
        let outcome = try await store.read { rows in try follower.step(rows, isLast: untilIdle) }
        if let update = outcome.update { tell(update) }
        if outcome.needsBuild {
          try await build(theme, lock)
          break
        }
        if outcome.isStale { break }
        guard outcome.isIdle else { continue }
        if failures > 0 { tell(.mended) }
        failures = 0
        if untilIdle { return true }
        try await Task.sleep(for: Self.look)
      }
    }
    return true
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
