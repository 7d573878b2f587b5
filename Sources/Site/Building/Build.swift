import Market
package import Outside
package import Pages
package import Store
package import Theme

/// The whole site of a market, rendered into a folder.
///
/// It is made of the rows of one snapshot, the content and the theme, and of nothing else: no clock
/// decides what is printed, so the same of these gives the same bytes.
package struct Build: Sendable {
  package struct Options: Sendable {
    /// How many threads print side by side.
    package var workers = 1
    package var packing = Packing.none
    /// To see whether all of it can be rendered: nothing is looked at or written.
    package var isDryRun = false
    /// To print only what may have changed since the tree was made that visitors see.
    package var isUpdate = false
    /// To write everything, whatever is there.
    var isAnew = false
    /// Sees what each worker prints, from its thread.
    package var reader: (any PageReader)?
    /// What is put down with it. Without that nobody can go back to it.
    package var release: NewRelease?
    /// Where the files of sellers are kept.
    package var shelf: Shelf?
    /// Of the folder, for who holds it already.
    var lock: BuildLock?
    package init() {}
  }

  private let theme: LoadedTheme
  private let site: SiteFacts
  private let content: String
  private let output: String
  private let options: Options

  package init(
    _ theme: LoadedTheme, _ site: SiteFacts, content: String, into output: String,
    _ options: Options = Options()
  ) {
    self.theme = theme
    self.site = site
    self.content = content
    self.output = output
    self.options = options
  }

  /// Leaves the site that is there as it is when anything goes wrong.
  package func run(
    _ store: Store, progress: @escaping @Sendable (Progress) -> Void
  ) async throws -> Report {
    let tree = options.isDryRun ? nil : try await openTree()
    do {
      let (workplace, all) = try await print(store, into: tree, nil, progress)
      let counts = try tree?.publish(workplace.state, as: options.release) ?? TreeCounts()
      return Report(all, counts, doubt: tree?.doubt)
    } catch {
      tree?.abandon()
      throw error
    }
  }

  private func openTree() async throws -> SiteTree {
    let lock = try await lockFolder()
    return try SiteTree(in: output, packing: options.packing, lock, isAnew: options.isAnew)
  }

  private func lockFolder() async throws -> BuildLock {
    if let lock = options.lock { return lock }
    try Folder.make(output)
    return try await .fromWorker(output)
  }

  /// Compares the site that is there with what would be made now, and writes it anew if it differs
  /// and that `isHealing`. Nobody else gets at it in between. A frozen one is compared with what was
  /// written there, and nobody could heal it. Nil when there is none.
  package func verify(
    _ store: Store, isHealing: Bool, progress: @escaping @Sendable (Progress) -> Void
  ) async throws -> (found: Verification, healed: Report?)? {
    guard Trees.areThere(in: output) else { return nil }
    let lock = try await lockFolder()
    let trees = try Trees(in: output)
    guard let inspection = try Inspection(of: trees, packing: options.packing) else { return nil }
    let isFrozen = trees.held()?.origin.isFrozen ?? false
    if isFrozen {
      try inspection.compareWithManifest()
    } else {
      _ = try await print(store, into: nil, inspection, progress)
    }
    let found = try inspection.end()
    guard isHealing, !isFrozen, !found.isFine else {
      return withExtendedLifetime(lock) { (found, nil) }
    }
    var options = options
    options.isAnew = true
    options.lock = lock
    options.release?.origin = trees.held()?.origin ?? .build
    let anew = Build(theme, site, content: content, into: output, options)
    return (found, try await anew.run(store, progress: progress))
  }

  private func print(
    _ store: Store, into tree: SiteTree?, _ inspection: Inspection?,
    _ progress: @escaping @Sendable (Progress) -> Void
  ) async throws -> (Workplace, Printed) {
    let (workplace, printed) = try await store.read(by: options.workers) { rows in
      try prepare(tree, inspection, rows, progress)
    } then: { rows, workplace, worker in
      try work(in: workplace, as: worker, on: rows)
    }
    return (workplace, printed.reduce(into: Printed()) { $0.add($1) })
  }

  private func ground(_ rows: borrowing Snapshot) throws -> Ground {
    try Ground(site, Loaded(theme, content: content, rows), rows)
  }

  private func prepare(
    _ tree: SiteTree?, _ inspection: Inspection?, _ rows: borrowing Snapshot,
    _ progress: @escaping @Sendable (Progress) -> Void
  ) throws -> Workplace {
    let ground = try ground(rows)
    let position = try rows.position()
    let state = SiteState(
      position: position, change: try rows.mark(of: position),
      inputs: ground.inputs(options.packing))
    let fresh =
      options.isUpdate
      ? try tree?.state.flatMap { try Fresh(since: $0, to: state.inputs, rows) } : nil
    let agenda = try Agenda(ground.editions[0].catalogue, rows)
    return Workplace(
      agenda, for: options.workers, tree, inspection, of: state, fresh, progress)
  }

  private func work(
    in workplace: Workplace, as worker: Int, on rows: borrowing Snapshot
  ) throws -> Printed {
    do {
      if let inspection = workplace.inspection {
        return try work(in: workplace, as: worker, on: rows, with: InspectingHand(for: inspection))
      }
      guard let tree = workplace.tree else {
        return try work(in: workplace, as: worker, on: rows, with: DryHand())
      }
      let hand = tree.hand(at: workplace.state.position)
      return try work(in: workplace, as: worker, on: rows, with: hand)
    } catch {
      workplace.giveUp()
      throw error
    }
  }

  private func work<Files: Hand & ~Copyable>(
    in workplace: Workplace, as worker: Int, on rows: borrowing Snapshot,
    with hand: consuming Files
  ) throws -> Printed {
    // Each worker makes editions of its own: what is shared by threads is slow to touch.
    let ground = try ground(rows)
    var press = Press(
      ground.editions.map { Composer($0) }, theme, workplace.cards, hand, options.shelf,
      reader: options.reader,
      fresh: workplace.fresh)
    while let entry = workplace.next(for: worker) {
      let pages = press.printed.pages
      try press.print(entry.piece, rows)
      workplace.did(entry, pages: press.printed.pages - pages)
    }
    if let shards = workplace.finish(press.printed.shards) {
      try press.printIndex(of: shards)
      try press.printAssets(theme.assets)
    }
    return try press.finish()
  }
}
