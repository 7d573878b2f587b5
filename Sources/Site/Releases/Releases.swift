/// The releases of a site that are kept.
package struct Releases: Sendable {
  /// The newest first.
  package let all: [Release]
  /// The number of the one that visitors see.
  package let shown: Int?

  /// Nil when there is no site.
  package init?(in output: String) throws {
    guard Trees.areThere(in: output) else { return nil }
    try self.init(of: Trees(in: output))
  }

  init(of trees: Trees) throws(SiteError) {
    all = try trees.releases()
    shown = try trees.shown()
  }

  package var current: Release? { all.first { $0.number == shown } }

  /// The one that visitors saw before, however often somebody has gone back already.
  var former: Release? {
    guard let shown else { return all.first { !$0.isHeld } }
    let last =
      switch current?.origin {
      case .rollback(let number), .copy(let number): min(number, shown)
      case .build, .worker, nil: shown
      }
    return all.first { $0.number < last && !$0.isHeld }
  }
}
