import Dispatch
import Glibc
import Market
import Synchronization

/// The files of the site, made beside those that visitors see: nobody meets half a site, and a build
/// that fails leaves the old one whole. What is as it was is not written again, and when nothing
/// changed, nothing at all is.
final class SiteTree: Sendable {
  /// The tree that visitors see, and what its manifest says of it.
  struct Shown: Sendable {
    let root: OpenFolder
    let manifest: ManifestReader
    let index: ManifestIndex
  }

  private struct Work {
    var handsAtWork = 0
    var tally = Tally()
  }

  /// A link waits for its folder most of the time, so more would only wait for each other.
  private static let carriers = 2

  let packing: Packing
  let shown: Shown?
  let draft: Draft
  /// Why everything is written anew although there is an old tree.
  let doubt: SiteError?
  private let number: Int
  private let trees: Trees
  private let lock: BuildLock
  private let work = Mutex(Work())

  /// With the lock of the folder, for who holds it already. `isAnew`: what is there is not looked at,
  /// so everything is written.
  init(
    in output: String, packing: Packing = .none, _ lock: BuildLock? = nil, isAnew: Bool = false
  ) throws(SiteError) {
    self.packing = packing
    trees = try Trees(in: output)
    if let lock { self.lock = lock } else { self.lock = try BuildLock(output) }
    number = try trees.next()
    if let shown = try trees.shown() { try Batch.complete(in: trees.path(shown)) }
    // What a build left that was killed may hold the room that this one needs.
    trees.removeOthers()
    do {
      shown = isAnew ? nil : try Shown(trees)
      doubt = nil
    } catch {
      shown = nil
      doubt = error
    }
    let head = shown?.manifest.head ?? ManifestHead(seed: .random(in: 0...UInt64.max))
    draft = Draft(trees.path(number), head)
  }

  deinit { abandon() }

  /// What was not put into its place goes.
  func abandon() { trees.removeOthers() }

  /// For one thread. `position` is the end of the log that its files are made of.
  func hand(at position: Position) -> DraftHand {
    work.withLock { $0.handsAtWork += 1 }
    return DraftHand(of: self, at: position)
  }

  func finish(_ tally: Tally) {
    work.withLock { work in
      work.handsAtWork -= 1
      work.tally.add(tally)
    }
  }

  /// What the tree that visitors see was made of; nil when nobody can tell.
  var state: SiteState? { shown.flatMap { SiteState(of: $0.root.path) } }

  /// Shows visitors what was put, and nothing else, once all hands have finished. `state` is what it
  /// was made of. When all is as it was there is no new tree, unless the site is held now and shall not
  /// be, or the other way round.
  func publish(
    _ state: SiteState? = nil, as release: NewRelease? = nil
  ) throws(SiteError) -> TreeCounts {
    let (hands, tally) = work.withLock { ($0.handsAtWork, $0.tally) }
    precondition(hands == 0, "a hand is still at work")
    var counts = tally.counts
    if let shown {
      counts.removed = shown.index.count - counts.unchanged - tally.replaced
      let isOther = trees.held()?.origin != release?.origin.held
      if counts.removed == 0, !draft.isThere, !isOther {
        if let state, state != self.state { try state.write(of: shown.root.path) }
        return counts
      }
      if tally.waiting > 0 { try carry(shown) }
    }
    _ = try draft.root()
    try state?.write(of: draft.path)
    try release?.write(
      of: draft.path, number, files: counts.written + counts.unchanged,
      like: shown?.root.path)
    do throws(SiteError) {
      try trees.show(number)
    } catch {
      // What nobody has seen is no release.
      unlink(Trees.release(of: draft.path))
      throw error
    }
    trees.removeOthers(release?.keeping, at: release?.made)
    return counts
  }

  /// What was kept before there was a draft gets a second name in it.
  private func carry(_ shown: Shown) throws(SiteError) {
    let root = try draft.root()
    let failure = Mutex<SiteError?>(nil)
    DispatchQueue.concurrentPerform(iterations: Self.carriers) { carrier in
      do throws(SiteError) {
        try carry(shown, into: root, UInt32(carrier))
      } catch {
        failure.withLock { $0 = error }
      }
    }
    if let failure = failure.withLock({ $0 }) { throw failure }
  }

  /// Each carrier takes every so manieth file.
  private func carry(
    _ shown: Shown, into root: OpenFolder, _ carrier: UInt32
  ) throws(SiteError) {
    var notes = Notes(for: draft)
    var path = TreePath()
    var number: UInt32 = 0
    try shown.manifest.read { record, bytes throws(SiteError) in
      number += 1
      guard number % UInt32(Self.carriers) == carrier else { return }
      let digest = Digest(bytes, seed: draft.head.seed)
      guard shown.index.isKept(digest, record: number), path.set(bytes) else { return }
      try root.link(path, from: shown.root)
      try notes.add(record, path)
    }
    try notes.write()
  }
}

extension SiteTree.Shown {
  /// Nil when there is none.
  fileprivate init?(_ trees: Trees) throws(SiteError) {
    guard let tree = try trees.shown().map(trees.path) else { return nil }
    manifest = try ManifestReader(Trees.manifest(of: tree))
    index = try ManifestIndex(manifest)
    root = try OpenFolder(tree)
  }
}

/// What became of the files of a site, whatever they are.
package struct TreeCounts: Hashable, Sendable {
  package var written = 0
  package var unchanged = 0
  package var removed = 0
  /// Of all that are there now.
  package var bytes = 0
}

struct Tally: Sendable {
  var counts = TreeCounts()
  /// How many of those written were there before.
  var replaced = 0
  /// How many were kept before there was a draft.
  var waiting = 0

  mutating func add(_ other: Tally) {
    counts.written += other.counts.written
    counts.unchanged += other.counts.unchanged
    counts.bytes += other.counts.bytes
    replaced += other.replaced
    waiting += other.waiting
  }
}
