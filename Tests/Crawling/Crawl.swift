import Foundation

/// Every file of a built site, read and followed as search engines, browsers and people would.
package struct Crawl {
  package let faults: [Fault]
  package let pages: Int
  package let files: Int
  /// What a visitor of one page loads, packed: the heaviest first.
  package let weights: [(page: String, bytes: Int)]

  /// `site` is its whole address, such as `https://jishi.example`.
  package init(
    folder: String, site: String, tongues: [Tongue] = [.chinese, .english]
  ) throws {
    // The folder of a site is a link to the one that was built last.
    let folder = URL(fileURLWithPath: folder).resolvingSymlinksInPath().path
    let addresses = Addresses(site: site, tongues: tongues)
    let site = try BuiltSite(folder: folder, addresses: addresses)
    let weights = site.gigWeights()
    var faults = site.pages.values.flatMap(\.faults)
    faults += site.linkFaults() + site.assetFaults() + site.reachFaults()
    faults += site.canonicalFaults() + site.alternateFaults() + site.titleFaults()
    faults += site.sitemapFaults() + site.feedFaults()
    faults += weights.filter { $0.bytes > Self.gigPageBytesMax }.map {
      Fault(page: $0.page, rule: .weight, reason: "\($0.bytes) bytes packed")
    }
    self.faults = Set(faults).sorted()
    self.weights = weights
    (pages, files) = (site.pages.count, site.files.count)
  }

  /// HTML, style and scripts of a gig, as gzip packs them.
  package static let gigPageBytesMax = 30 * 1024
}
