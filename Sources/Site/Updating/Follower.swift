import Market
import Pages
import Store
import Theme

/// Brings the tree that visitors see from one place of the log to the next.
// It is used by one step at a time, each of which waits for the one before it.
final class Follower: @unchecked Sendable {
  struct Outcome: Sendable {
    var update: SiteWorker.Event?
    /// Nothing is left to do for now.
    var isIdle = false
    /// What all pages are made of has changed, or too much to be looked at one by one.
    var needsBuild = false
    /// The tree must be opened again.
    var isStale = false
  }

  /// What may wait is printed when nothing has happened for so long, but not later than `soonAtMost`.
  private static let quiet = Duration.seconds(2)
  private static let soonAtMost = Duration.seconds(20)

  private let settings: SiteWorker.Settings
  private let loaded: Loaded
  private let trees: Trees
  private let tree: LiveTree
  private var state: SiteState
  /// How much of the log has been seen. What it touched is in `touched` unless it is done.
  private var seen: Position
  private var touched = Touched()
  private var touchedFirst = ContinuousClock.now
  private var touchedLast = ContinuousClock.now
  private var ground: Ground?
  /// Whether other numbers are told of categories than the ground has.
  private var isCatalogueOld = false
  private var composers: [Composer] = []

  /// Nil when there is no site to follow the log with.
  init?(_ settings: SiteWorker.Settings, _ loaded: Loaded) throws {
    self.settings = settings
    self.loaded = loaded
    trees = try Trees(in: settings.output)
    guard let shown = try trees.shown().map(trees.path) else { return nil }
    try Batch.complete(in: shown)
    guard let state = SiteState(of: shown), let tree = try LiveTree.known(shown)?.concise() else {
      return nil
    }
    self.tree = tree
    self.state = state
    seen = state.position
  }

  /// Looks at the log, and does what is to be done now. What may wait does not if this is the last.
  func step(_ rows: borrowing Snapshot, isLast: Bool) throws -> Outcome {
    var outcome = Outcome()
    guard trees.shows(tree.path), !tree.hasLostManifest else {
      outcome.isStale = true
      return outcome
    }
    if ground == nil, try !state.canBeFollowed(with: rows) || !isGroundFirm([], rows, isOld: true) {
      outcome.needsBuild = true
      return outcome
    }
    // All that the rows show already: else a page could lead to one that comes later.
    let start = ContinuousClock.now
    guard let changes = try touched.add(after: seen, rows) else {
      outcome.needsBuild = true
      return outcome
    }
    if changes.isEmpty, touched.isEmpty {
      outcome.isIdle = true
      return outcome
    }
    if let last = changes.last {
      if state.position == seen { touchedFirst = start }
      touchedLast = start
      seen = last.position
    }
    isCatalogueOld = isCatalogueOld || changes.contains { $0.change.noun == .category }
    let isWhole = isLast || touched.hides || isTimeForAll(start)
    let keys = isWhole ? touched.all : touched.atOnce
    let isCounted = isCatalogueOld && (isWhole || keys.contains(where: \.hasCounts))
    guard try isGroundFirm(changes, rows, isOld: isCounted) else {
      outcome.needsBuild = true
      return outcome
    }
    guard !keys.isEmpty || isWhole else {
      outcome.isIdle = changes.isEmpty
      return outcome
    }
    guard let counts = try update(keys, rows, isWhole: isWhole) else {
      outcome.needsBuild = true
      return outcome
    }
    if counts.written + counts.removed + counts.rendered > 0 {
      outcome.update = .updated(
        written: counts.written, removed: counts.removed, rendered: counts.rendered,
        lost: counts.lost, .now - start)
    }
    outcome.isStale = tree.isWordy
    return outcome
  }

  private func isTimeForAll(_ now: ContinuousClock.Instant) -> Bool {
    now - touchedLast >= Self.quiet || now - touchedFirst >= Self.soonAtMost
  }

  /// False when something has changed that all pages stand on. How many gigs there are in a category
  /// is on pages that may wait.
  private func isGroundFirm(
    _ changes: [LoggedChange], _ rows: borrowing Snapshot, isOld: Bool
  ) throws -> Bool {
    let isShaken = changes.contains { logged in
      logged.change.noun == .ruleVersion
        || logged.change.noun == .category && logged.change.after?.seen == nil
    }
    if let ground, !isOld, !isShaken,
      try rows.ruleVersion(at: rows.timeOfLog()).id == ground.ruleVersion
    {
      return true
    }
    isCatalogueOld = false
    let ground = try Ground(settings.site, loaded, rows)
    guard ground.inputs(settings.packing) == state.inputs else { return false }
    self.ground = ground
    composers = ground.editions.map { Composer($0, .little) }
    return true
  }

  /// Nil when something stands in the way that nobody knows of here.
  private func update(
    _ keys: Set<PageKey>, _ rows: borrowing Snapshot, isWhole: Bool
  ) throws -> (written: Int, removed: Int, rendered: Int, lost: [String])? {
    let reprint = Reprint(
      of: tree, theme: loaded.theme, composers: composers, packing: settings.packing,
      shelf: settings.shelf)
    guard let (hand, printed) = try reprint.print(keys, rows, isWhole: isWhole) else { return nil }
    if isWhole {
      state.position = seen
      state.change = try rows.mark(of: seen)
    }
    guard try hand.batch.commit(to: tree, isWhole ? state : nil) else { return nil }
    if isWhole { touched = Touched() } else { touched.finishAtOnce(keys.filter(hand.hasRest(of:))) }
    return (hand.batch.written, hand.batch.removed, printed.pages, printed.lost)
  }
}

extension PageKey {
  /// Whether it tells how many gigs there are in each category.
  fileprivate var hasCounts: Bool {
    switch self {
    case .home, .catalogue, .topics, .sitemap(.categories): true
    default: false
    }
  }
}
