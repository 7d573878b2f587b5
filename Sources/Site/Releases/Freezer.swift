import Market
import Pages
import Store
import Theme

/// Leaves a site as it was brought back, file by file, and takes down what must not be seen any more.
// It is used by one step at a time, each of which waits for the one before it.
final class Freezer: @unchecked Sendable {
  /// So many changes are looked at in one piece.
  private static let changesAtOnce = 5_000

  private let trees: Trees
  private let release: Release
  private let tree: LiveTree
  private let settings: SiteWorker.Settings
  private var state: SiteState
  /// How much of the log has been seen.
  private var seen: Position

  /// It need not be the release that visitors see.
  init(_ release: Release, of trees: Trees, _ settings: SiteWorker.Settings) throws {
    let tree = trees.path(release.number)
    try Batch.complete(in: tree)
    self.tree = try LiveTree(tree).concise()
    self.trees = trees
    self.release = release
    self.settings = settings
    // Where nobody knows how much was seen, all is looked at.
    state =
      SiteState(of: tree) ?? SiteState(position: .start, change: "-", inputs: Inputs())
    seen = state.position
  }

  func step(_ rows: borrowing Snapshot) throws -> Follower.Outcome {
    var outcome = Follower.Outcome()
    guard trees.shows(tree.path), !tree.hasLostManifest else {
      outcome.isStale = true
      return outcome
    }
    let start = ContinuousClock.now
    if let counts = try takeDown(rows) {
      outcome.update = .updated(
        written: counts.written, removed: counts.removed, rendered: counts.rendered,
        lost: [], .now - start)
    }
    outcome.isStale = tree.isWordy
    outcome.isIdle = !outcome.isStale
    return outcome
  }

  /// Nil when there is nothing to take down.
  func takeDown(
    _ rows: borrowing Snapshot
  ) throws -> (written: Int, removed: Int, rendered: Int)? {
    if seen == state.position, try state.change != rows.mark(of: seen) { seen = .start }
    var touched = Touched()
    var position = seen
    while true {
      let changes = try rows.changes(after: position, atMost: Self.changesAtOnce)
      for change in changes where change.change.hides { try touched.add(change.change, rows) }
      position = changes.last?.position ?? position
      if changes.count < Self.changesAtOnce { break }
    }
    defer { seen = position }
    guard !touched.isEmpty else { return nil }
    state.position = position
    state.change = try rows.mark(of: position)
    return try print(touched.all, rows)
  }

  /// With what these pages lead to now and did not then, and with those that led to what goes: nobody is
  /// to be led to nowhere.
  private func print(
    _ keys: Set<PageKey>, _ rows: borrowing Snapshot
  ) throws -> (written: Int, removed: Int, rendered: Int) {
    let loaded = try load(rows)
    let ground = try Ground(settings.site, loaded, rows)
    let catalogue = ground.editions[0].catalogue
    let reprint = Reprint(
      of: tree, theme: loaded.theme, composers: ground.editions.map { Composer($0, .little) },
      packing: settings.packing, shelf: settings.shelf)
    var keys = keys
    while true {
      let links = LinkFinder()
      guard let (hand, printed) = try reprint.print(keys, rows, isWhole: true, links: links) else {
        throw SiteError.manifest(
          path: Trees.manifest(of: tree.path), reason: "two pages would have the same address")
      }
      let new =
        try links.links.filter { try !hand.leads($0) }
        + paths(leadingTo: hand.batch.gone)
      let newKeys = try new.compactMap { try PageKey($0, catalogue, rows) }
      guard keys.isSuperset(of: newKeys) else {
        hand.batch.drop()
        keys.formUnion(newKeys)
        continue
      }
      guard try hand.batch.commit(to: tree, state) else {
        throw SiteError.manifest(path: Trees.batch(of: tree.path), reason: "a file cannot be moved")
      }
      return (hand.batch.written, hand.batch.removed, printed.pages)
    }
  }

  /// The addresses of pages in which one of these files is linked to. Which pages these are now is in the
  /// rows; which they were then, nobody else knows.
  private func paths(leadingTo files: Set<String>) throws -> [String] {
    let gone = Set(files.map { "/" + $0.withoutEnding })
    guard !gone.isEmpty else { return [] }
    var pages: [String] = []
    try tree.each { record, path throws(SiteError) in
      guard path.hasEnding(".html"), let page = try tree.root.bytes(of: path) else { return }
      let links = LinkFinder()
      page.withUnsafeBytes { links.look(at: $0) }
      if !links.links.isDisjoint(with: gone) { pages.append("/" + path.text.withoutEnding) }
    }
    return pages
  }

  /// What the release was made of; where that does not fit this program, what the operator has now: what
  /// has to go must not stay for the sake of looks.
  private func load(_ rows: borrowing Snapshot) throws -> Loaded {
    do {
      let materials = Archive.materials(of: tree.path, theme: release.theme)
      return try Loaded(materials.load(), content: materials.content, rows)
    } catch is Faults {
      return try Loaded(settings.materials.load(), content: settings.materials.content, rows)
    }
  }
}

extension String {
  /// Pages are linked to without it.
  fileprivate var withoutEnding: String { hasSuffix(".html") ? String(dropLast(5)) : self }
}

extension PageKey {
  /// Of a page of rows; nil when no row is meant.
  fileprivate init?(
    _ path: String, _ catalogue: CatalogueRecord, _ rows: borrowing Snapshot
  ) throws {
    func list(_ listing: Listing?, _ page: Int64?) -> PageKey? {
      listing.map { listing in page.map { .numbered(listing, $0) } ?? .front(listing) }
    }
    let key: PageKey? =
      switch AddressedThing(path: path) {
      case .gig(let id): .gig(id)
      case .gigVersion(let id): try rows.gigVersion(id).map { .gig($0.gig) }
      case .seller(let id): .seller(id)
      case .category(let slug, let page):
        list(
          catalogue.lists.first { $0.category.slug == slug }.map { .category($0.category.id) }, page
        )
      case .tag(let slug, let page): list(try rows.tag(slug: slug).map { .tag($0) }, page)
      case .skill(let slug, let page): list(try rows.skill(slug: slug).map { .skill($0) }, page)
      case .newest(let page): list(.market, page)
      case nil: nil
      }
    guard let key else { return nil }
    self = key
  }
}
