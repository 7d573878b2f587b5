import Market
package import Store

/// Brings a former release back. Nothing is changed any more then before somebody builds, but what must
/// be: pages of a market that goes on, or, when files are brought back, what has to be taken down.
package struct Rollback: Sendable {
  package enum Refusal: Error, Hashable {
    case noSite
    case unknown(Int, kept: [Int])
    /// There is no former one.
    case nothing
    case shown(Int)
  }

  package struct Outcome: Sendable {
    /// The one that was brought back.
    package let source: Release
    package let new: Release
    /// Files that are not as they were, since something was taken down.
    package let changed: Int
  }

  private let settings: SiteWorker.Settings

  package init(_ settings: SiteWorker.Settings) { self.settings = settings }

  /// Of the theme, the messages and the words; pages tell of the market as it is now.
  package func restoreMaterials(
    of number: Int?, _ store: Store, progress: @escaping @Sendable (Build.Progress) -> Void
  ) async throws -> Outcome {
    let (lock, trees, source) = try await begin(number)
    let archive = Archive.materials(of: trees.path(source.number), theme: source.theme)
    var options = Build.Options()
    options.workers = settings.workers
    options.packing = settings.packing
    options.shelf = settings.shelf
    options.lock = lock
    options.release = release(archive, by: .rollback(source.number))
    let build = Build(
      try archive.load(), settings.site, content: archive.content, into: settings.output, options)
    let report = try await build.run(store, progress: progress)
    guard let new = trees.held() else { throw Refusal.nothing }
    return Outcome(source: source, new: new, changed: report.tree.written)
  }

  /// Of the files as they are. What was taken down since is not among them.
  package func restoreFiles(of number: Int?, _ store: Store) async throws -> Outcome {
    let (lock, trees, source) = try await begin(number)
    defer { lock.release() }
    let next = try trees.next()
    do {
      let new = try copy(source, as: next, in: trees)
      let freezer = try Freezer(new, of: trees, settings)
      let counts = try await store.read { rows in try freezer.takeDown(rows) }
      try trees.show(next)
      trees.removeOthers(settings.keeping, at: new.made)
      return Outcome(
        source: source, new: new, changed: (counts?.written ?? 0) + (counts?.removed ?? 0))
    } catch {
      trees.removeOthers()
      throw error
    }
  }

  private func begin(_ number: Int?) async throws -> (BuildLock, Trees, Release) {
    guard Trees.areThere(in: settings.output) else { throw Refusal.noSite }
    let lock = try await BuildLock.fromWorker(settings.output)
    let trees = try Trees(in: settings.output)
    // What somebody left who was killed is no release.
    trees.removeOthers()
    let releases = try Releases(of: trees)
    if releases.shown == nil, releases.all.isEmpty { throw Refusal.noSite }
    if let shown = releases.shown {
      try Batch.complete(in: trees.path(shown))
      if number == shown { throw Refusal.shown(shown) }
    }
    guard let number else {
      guard let former = releases.former else { throw Refusal.nothing }
      return (lock, trees, former)
    }
    guard let release = releases.all.first(where: { $0.number == number }) else {
      throw Refusal.unknown(number, kept: releases.all.map(\.number))
    }
    return (lock, trees, release)
  }

  /// Each file gets a second name in a new tree.
  private func copy(_ source: Release, as number: Int, in trees: Trees) throws -> Release {
    let old = try LiveTree(trees.path(source.number))
    var files = 0
    try Folder.walk(old.path) { _ in files += 1 }
    guard files <= old.count else {
      throw SiteError.manifest(
        path: Trees.manifest(of: old.path), reason: "it tells of \(old.count) files of \(files)")
    }
    let draft = Draft(trees.path(number), ManifestHead(seed: old.seed))
    let root = try draft.root()
    var notes = Notes(for: draft)
    try old.each { record, path throws(SiteError) in
      try root.link(path, from: old.root)
      try notes.add(record, path)
    }
    try notes.write()
    try SiteState(of: old.path)?.write(of: draft.path)
    let archive = Archive.materials(of: old.path, theme: source.theme)
    return try release(archive, by: .copy(source.number)).write(
      of: draft.path, number, files: old.count, like: old.path)
  }

  private func release(_ archive: Materials, by origin: Release.Origin) -> NewRelease {
    NewRelease(archive, made: settings.clock(), by: origin, settings.keeping)
  }
}
