import Market
import Pages
import Synchronization

/// The sitemaps of some things, one in each language.
struct SitemapGroup: Hashable {
  let kind: String
  let number: Int64

  private init(_ kind: String, holding id: Int64 = 0) {
    self.kind = kind
    number = SitemapShard.number(holding: id)
  }

  static let pages = SitemapGroup("pages")
  static let words = SitemapGroup("words")
  static let categories = SitemapGroup("categories")
  static func gigs(_ id: Int64) -> SitemapGroup { SitemapGroup("gigs", holding: id) }
  static func sellers(_ id: Int64) -> SitemapGroup { SitemapGroup("sellers", holding: id) }
  static func tags(_ id: Int64) -> SitemapGroup { SitemapGroup("tags", holding: id) }
  static func skills(_ id: Int64) -> SitemapGroup { SitemapGroup("skills", holding: id) }

  func shard(_ locale: Locale) -> SitemapShard { SitemapShard(kind, locale, number: number) }
}

/// What sitemaps say, one list for each language of the site.
typealias SitemapLines = [[SitemapLine]]

/// Gathers what the workers' pieces say to sitemaps. A group is handed out as soon as its last piece
/// is there, so that the lines of a large market are never all held at once.
final class Sitemaps: Sendable {
  private struct Gathering {
    var left = 0
    var pieces: [(number: Int, lines: SitemapLines)] = []
  }

  private let gatherings: Mutex<[SitemapGroup: Gathering]>
  private let written = Mutex<[SitemapShard]>([])

  init(of entries: [Agenda.Entry]) {
    var gatherings: [SitemapGroup: Gathering] = [:]
    for entry in entries {
      for group in entry.sitemaps { gatherings[group, default: Gathering()].left += 1 }
    }
    self.gatherings = Mutex(gatherings)
  }

  /// The whole group in the order of its pieces, if nothing is missing from it any more.
  func add(_ lines: SitemapLines?, ofPiece number: Int, to group: SitemapGroup) -> SitemapLines? {
    let whole = gatherings.withLock { gatherings -> Gathering? in
      gatherings[group]?.left -= 1
      if let lines { gatherings[group]?.pieces.append((number, lines)) }
      return gatherings[group]?.left == 0 ? gatherings.removeValue(forKey: group) : nil
    }
    guard let pieces = whole?.pieces.sorted(by: { $0.number < $1.number }) else { return nil }
    return pieces.first?.lines.indices.map { language in pieces.flatMap { $0.lines[language] } }
  }

  func wrote(_ shards: [SitemapShard]) { written.withLock { $0 += shards } }

  /// All that were written, in their order.
  var shards: [SitemapShard] { written.withLock { $0.sorted() } }
}
