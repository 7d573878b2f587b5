import Pages
import Theme

extension Build {
  /// How far it has come.
  package struct Progress: Sendable {
    /// From 0 to 1.
    package let share: Double
    package let pages: Int
  }

  package struct Report: Sendable {
    package let pages: Int
    package let files: Int
    /// Drawn in this build.
    package let pictures: Int
    /// Files of sellers that should be on the site and are not on the shelf.
    package let lost: [String]
    package let tree: TreeCounts
    /// Why the old site was not looked at, when there was one.
    package let doubt: SiteError?
    package let templates: [TemplateTimes.Line]

    init(_ printed: Printed, _ tree: TreeCounts, doubt: SiteError?) {
      pages = printed.pages
      files = printed.files
      pictures = printed.pictures
      lost = printed.lost
      self.tree = tree
      self.doubt = doubt
      templates = printed.times.slowestFirst
    }
  }
}

/// What one worker has printed.
struct Printed: Sendable {
  var pages = 0
  var files = 0
  var pictures = 0
  /// Files of sellers that should be on the site and are not on the shelf.
  var lost: [String] = []
  var shards: [SitemapShard] = []
  var times = TemplateTimes()

  mutating func add(_ other: Printed) {
    pages += other.pages
    files += other.files
    pictures += other.pictures
    lost += other.lost
    shards += other.shards
    times.add(other.times)
  }
}
