package import Market
package import Outside
package import Pages
package import Theme

extension SiteWorker {
  package struct Settings: Sendable {
    package var materials: Materials
    package var output: String
    package var site: SiteFacts
    package var packing = Packing.none
    /// Where the files of sellers are kept.
    package var shelf: Shelf?
    /// Of a build, when so much has changed that one is needed.
    package var workers = 1
    package var keeping = Keeping.usual
    /// For the time at which a release was made: no page tells it.
    package var clock: @Sendable () -> Instant

    package init(
      _ materials: Materials, output: String, site: SiteFacts,
      clock: @escaping @Sendable () -> Instant
    ) {
      self.materials = materials
      self.output = output
      self.site = site
      self.clock = clock
    }
  }

  /// What it tells of its work.
  package enum Event: Sendable {
    /// Another worker or a build has the folder.
    case waiting
    /// It has the folder, and the site is as the log says, or will be at once.
    case following
    case built(Build.Report)
    /// `lost` are files of sellers that should be on the site and are not on the shelf.
    case updated(written: Int, removed: Int, rendered: Int, lost: [String], Duration)
    /// Something was wrong, and it tries again.
    case failed(any Error)
    /// There is something wrong with an edit, and it goes on with what was there before.
    case faulty(Faults)
    /// Edits are not seen.
    case blind(SiteError)
    /// A former release was brought back, and is not to be changed before somebody builds.
    case held(Release)
    /// Another database stands in the place of the one that was followed.
    case replaced
    /// What was wrong is so no more.
    case mended
  }
}
