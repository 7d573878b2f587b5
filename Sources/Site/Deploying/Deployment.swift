import Dispatch
import Glibc
import Market
package import Pages
import Synchronization

/// Brings a target from what it has to what visitors see here. It changes what differs, in an order in
/// which nothing ever leads to nowhere, and goes on where it was broken off.
package final class Deployment: Sendable {
  /// How long somebody who writes the site is waited for.
  private static let patience = Duration.seconds(3)
  private static let pause = Duration.milliseconds(50)

  private let output: String
  private let origin: SiteOrigin
  private let target: Target
  private let destination: any Destination
  private let memory: TargetMemory
  private let announcements: Announcements
  private let isAsked: @Sendable () -> Bool
  private let tell: @Sendable (Event) -> Void
  private let outcome = Mutex(Outcome())
  /// How long it took to remember.
  private let opening: Duration

  /// `isAsked` says whether it shall stop.
  package convenience init(
    of output: String, at origin: SiteOrigin, to target: Target,
    isAsked: @escaping @Sendable () -> Bool = { false },
    tell: @escaping @Sendable (Event) -> Void
  ) throws {
    try self.init(
      of: output, at: origin, to: target, target.destination(in: output), isAsked: isAsked,
      tell: tell)
  }

  init(
    of output: String, at origin: SiteOrigin, to target: Target, _ destination: any Destination,
    isAsked: @escaping @Sendable () -> Bool = { false },
    tell: @escaping @Sendable (Event) -> Void = { _ in }
  ) throws {
    guard Trees.areThere(in: output) else { throw DeployError.noSite }
    if target.isWithin(output) { throw DeployError.within(target.title) }
    self.output = output
    self.origin = origin
    self.target = target
    self.isAsked = isAsked
    self.tell = tell
    self.destination = destination
    let start = ContinuousClock.now
    memory = try TargetMemory(of: target.name, at: destination.address, in: output)
    announcements = Announcements(
      to: target.notices, of: target.name, in: output, origin)
    opening = .now - start
  }

  /// The same on a thread of its own, since it waits for other machines. Nobody waits for that thread
  /// once the task is cancelled: it stops at the next file, or wherever the program ends.
  package static func run(
    of output: String, at origin: SiteOrigin, to target: Target
  ) async throws -> Outcome {
    let isOver = Atomic(false)
    let waiting = Mutex<CheckedContinuation<Outcome, any Error>?>(nil)
    let finish: @Sendable (Result<Outcome, any Error>) -> Void = { result in
      waiting.withLock { waiting in
        waiting?.resume(with: result)
        waiting = nil
      }
    }
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { done in
        waiting.withLock { $0 = done }
        DispatchQueue.global().async {
          finish(
            Result {
              try Deployment(
                of: output, at: origin, to: target,
                isAsked: { isOver.load(ordering: .relaxed) }, tell: { _ in }
              ).run()
            })
        }
      }
    } onCancel: {
      isOver.store(true, ordering: .relaxed)
      finish(.failure(DeployError.stopped))
    }
  }

  /// What would be done now.
  package func plan() throws -> Plan {
    let start = ContinuousClock.now
    var plan = Plan(try makePlan(), time: .zero)
    plan.time = opening + (.now - start)
    plan.untold = try announcements.due
    return plan
  }

  /// Whatever is committed meanwhile goes with the next one.
  package func run() throws -> Outcome {
    var isOpen = false
    defer { if isOpen { destination.close() } }
    var moved: (path: String, end: Int, since: ContinuousClock.Instant)?
    outcome.withLock { $0.planning = opening }
    while true {
      let start = ContinuousClock.now
      let plan = try makePlan()
      let said = Plan(plan, time: .now - start)
      outcome.withLock { $0.planning += said.time }
      tell(.planned(said))
      do {
        if !isOpen, try !plan.parcels.isEmpty || announcements.due > 0 {
          try destination.open()
          isOpen = true
        }
        if try send(plan) {
          try memory.finish(plan.source, at: plan.end, isWhole: plan.isWhole)
        }
        try announce(ofCaches: true)
        try announce(ofCaches: false)
        return outcome.withLock { $0 }
      } catch let error as Moved {
        if let moved, moved.path == error.path, moved.end == plan.end {
          guard .now - moved.since < Self.patience else { throw DeployError.altered(error.path) }
        } else {
          moved = (error.path, plan.end, .now)
        }
        tell(.changed)
        wait(Self.pause)
      }
    }
  }

  /// Reads back all that the target should have. Returns the paths of what it has otherwise, which
  /// the next run sends again if it is to be mended.
  package func check(mending isMending: Bool) throws -> [String] {
    let plan = try makePlan()
    let due = Set(plan.parcels.map(\.path))
    try destination.open()
    defer { destination.close() }
    var parcels: [Parcel] = []
    let manifest = plan.source.manifest
    try ManifestIndex(manifest).each(in: manifest) { record, path in
      let text = String(decoding: path, as: UTF8.self)
      guard !due.contains(text) else { return }
      parcels.append(
        Parcel(
          path: text, record: record, isNew: true, wasThere: true, source: plan.source))
    }
    let faulty = try destination.faulty(among: destination.arranged(parcels))
    if isMending, !faulty.isEmpty {
      try memory.doubt(faulty)
      try memory.forgetState()
    }
    return faulty.map(\.path).sorted()
  }

  private func makePlan() throws -> DeployPlan {
    let trees = try Trees(in: output)
    guard let shown = try trees.shown() else { throw DeployError.noSite }
    let tree = trees.path(shown)
    // What a worker left half done that was killed. Nobody else is to find the folder taken by us.
    if Folder.isFolder(Trees.batch(of: tree)), let lock = try BuildLock.ifFree(output) {
      try Batch.complete(in: tree)
      lock.release()
    }
    let source = try Source(
      number: shown, root: OpenFolder(tree),
      manifest: ManifestReader(Trees.manifest(of: tree)))
    var plan = try DeployPlan(from: source, to: memory)
    plan.replace(try destination.arranged(plan.parcels))
    return plan
  }

  /// False when something is left, since caches could not be told before it went.
  private func send(_ plan: DeployPlan) throws -> Bool {
    let total = plan.parcels.count
    let isOfLooks = plan.isOfLooks
    let done = Mutex(0)
    for stage in Stage.allCases {
      let parcels = plan.parcels(of: stage)
      if parcels.isEmpty { continue }
      // A page in a cache may still show what is to go.
      if stage.isGone, try !announce(ofCaches: true), stage == .goneAssets { return false }
      try memory.doubt(parcels)
      let finish: @Sendable (Parcel) throws -> Void = { [self] parcel in
        try note(parcel, isOfLooks: isOfLooks)
        let count = done.withLock { count in
          count += 1
          return count
        }
        tell(.sent(count, of: total))
        if isAsked() { throw DeployError.stopped }
      }
      if stage.isGone {
        try destination.remove(parcels, finish)
      } else {
        try destination.send(parcels, finish)
      }
    }
    return true
  }

  /// First who is to be told of it, then that it was done: else a cache could keep it.
  private func note(_ parcel: Parcel, isOfLooks: Bool) throws {
    let isGone = parcel.stage.isGone
    let address = origin.text + destination.link(to: parcel.path)
    let isStale = parcel.wasThere && parcel.path == parcel.path.withoutPackedEnding
    if isStale { try announcements.noteStale(address) }
    if try announcements.areForEngines && isNews(parcel, address, isOfLooks: isOfLooks) {
      try announcements.noteNews(address)
    }
    try memory.note(parcel)
    outcome.withLock { outcome in
      if isGone { outcome.removed += 1 } else { outcome.sent += 1 }
      outcome.bytes += isGone ? 0 : parcel.record.size
      if isStale { outcome.stale.append(address) }
    }
  }

  private static let noindex = Array("content=\"noindex\"".utf8)

  /// Whether search engines are to look at it: a page that stands for itself and says something new, or
  /// one that is gone.
  private func isNews(_ parcel: Parcel, _ address: String, isOfLooks: Bool) throws -> Bool {
    guard parcel.path.hasSuffix(".html") else { return false }
    if parcel.stage.isGone { return PageKey.isLeaf(parcel.record.owner) }
    if isOfLooks, parcel.wasThere { return false }
    let canonical = Array("<link rel=\"canonical\" href=\"\(address)\">".utf8)
    let page = try parcel.bytes()
    return page.contains(canonical) && !page.contains(Self.noindex)
  }

  /// Whether all were told.
  @discardableResult
  private func announce(ofCaches isOfCaches: Bool) throws -> Bool {
    let (told, troubles) = try announcements.tell(ofCaches: isOfCaches) { name, text in
      try destination.send(text, named: name)
    }
    outcome.withLock { outcome in
      outcome.troubles += troubles.filter { !outcome.troubles.contains($0) }
      if !isOfCaches { outcome.announced += told }
    }
    return troubles.isEmpty
  }
}
