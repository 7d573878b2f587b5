import Foundation

/// What search engines are told to read: all that they may list, once, and nothing else.
extension BuiltSite {
  static let urlsOfShardMax = 50_000
  static let bytesOfShardMax = 10_000_000

  func sitemapFaults() -> [Fault] {
    let shards = files.keys.filter { $0.hasPrefix("/sitemaps/") }.sorted()
    var faults = robotsFaults(shards) + indexFaults(shards)
    var homes: [String: [String]] = [:]
    for shard in shards {
      guard let bytes = files[shard], let root = XMLElement.root(of: bytes) else {
        faults.append(Fault(page: shard, rule: .sitemap, reason: "not well-formed"))
        continue
      }
      let entries = root.all("url")
      faults += shardReasons(root, entries.count, bytes.count).map {
        Fault(page: shard, rule: .sitemap, reason: $0)
      }
      for entry in entries {
        let address = entry.first("loc")?.text ?? ""
        homes[address, default: []].append(shard)
        faults += entryReasons(entry, address).map {
          Fault(page: shard, rule: .sitemap, reason: "\(address): \($0)")
        }
      }
    }
    for page in pages.sorted where isListed(page) && !page.isNumbered {
      let found = homes[whole(page)] ?? []
      guard found.count != 1 else { continue }
      let reason = "it stands in \(found.count) places of the sitemaps"
      faults.append(Fault(page: page.address, rule: .sitemap, reason: reason))
    }
    return faults
  }

  private func robotsFaults(_ shards: [String]) -> [Fault] {
    func fault(_ reason: String) -> Fault {
      Fault(page: "/robots.txt", rule: .robots, reason: reason)
    }
    guard let bytes = files["/robots.txt"] else { return [fault("there is none")] }
    let lines = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
    let listed = lines.filter { $0.lowercased().hasPrefix("sitemap:") }.map {
      $0.dropFirst("sitemap:".count).trimmingCharacters(in: .whitespaces)
    }
    let wanted = (["/sitemap.xml"] + shards).map(addresses.whole)
    let isClosed = lines.contains { $0.replacing(" ", with: "").lowercased() == "disallow:/" }
    return wanted.filter { !listed.contains($0) }.map { fault("it does not list \($0)") }
      + listed.filter { !wanted.contains($0) }.map { fault("there is no \($0)") }
      + (isClosed ? [fault("it shuts everybody out")] : [])
  }

  private func indexFaults(_ shards: [String]) -> [Fault] {
    func fault(_ reason: String) -> Fault {
      Fault(page: "/sitemap.xml", rule: .sitemap, reason: reason)
    }
    guard let bytes = files["/sitemap.xml"] else { return [fault("there is none")] }
    guard let root = XMLElement.root(of: bytes), root.name == "sitemapindex" else {
      return [fault("no well-formed index")]
    }
    let entries = root.all("sitemap")
    let listed = entries.map { $0.first("loc")?.text ?? "" }
    let wanted = shards.map(addresses.whole)
    var faults = wanted.filter { !listed.contains($0) }.map { fault("it does not list \($0)") }
    faults += listed.filter { !wanted.contains($0) }.map { fault("there is no \($0)") }
    if Set(listed).count != listed.count { faults.append(fault("it lists a file twice")) }
    let dates = entries.compactMap { $0.first("lastmod")?.text }
    return faults + dates.filter { !$0.isMoment }.map { fault("lastmod is “\($0)”") }
  }

  private func shardReasons(_ root: XMLElement, _ urls: Int, _ bytes: Int) -> [String] {
    var reasons: [String] = []
    if root.name != "urlset" || root.space != "http://www.sitemaps.org/schemas/sitemap/0.9" {
      reasons.append("no urlset of sitemaps.org")
    }
    if urls == 0 { reasons.append("it is empty") }
    if urls >= Self.urlsOfShardMax { reasons.append("\(urls) addresses") }
    if bytes >= Self.bytesOfShardMax { reasons.append("\(bytes) bytes") }
    return reasons
  }

  private func entryReasons(_ entry: XMLElement, _ address: String) -> [String] {
    guard let page = page(at: address) else { return ["there is no such page"] }
    var reasons: [String] = []
    if page.isNumbered { reasons.append("it is a numbered page, which its front leads to") }
    if !isListed(page) { reasons.append("it is not listed under its own address") }
    if let date = entry.first("lastmod")?.text, !date.isMoment {
      reasons.append("lastmod is “\(date)”")
    }
    for image in entry.all("image") {
      let picture = image.first("loc")?.text ?? ""
      guard case .inside(let path, _) = addresses.inside(picture), files[path] != nil else {
        reasons.append("there is no picture \(picture)")
        continue
      }
    }
    let alternates = entry.all("link").filter { $0.attributes["rel"] == "alternate" }.map {
      Page.Alternate(
        hreflang: $0.attributes["hreflang"] ?? "", address: $0.attributes["href"] ?? "")
    }
    if !alternates.isEmpty, Set(alternates) != Set(page.alternates) {
      reasons.append("other alternates than the page has")
    }
    return reasons
  }
}

extension String {
  /// A day, or a moment with its time zone, that the calendar has.
  var isMoment: Bool {
    guard
      let match = wholeMatch(of: /(\d{4}-\d\d-\d\d)(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?/)
    else { return false }
    let day = Date.ISO8601FormatStyle().year().month().day()
    return (try? day.parse(String(match.1)))?.formatted(day) == String(match.1)
  }
}
