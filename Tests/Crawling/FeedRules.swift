/// Feeds are Atom that every reader takes, and lead to pages.
extension BuiltSite {
  func feedFaults() -> [Fault] {
    let names = files.keys.filter {
      $0.hasSuffix(".xml") && $0 != "/sitemap.xml" && !$0.hasPrefix("/sitemaps/")
    }
    return names.sorted().flatMap { name in
      guard let root = files[name].flatMap(XMLElement.root) else {
        return [Fault(page: name, rule: .feeds, reason: "not well-formed")]
      }
      return reasons(root, at: name).map { Fault(page: name, rule: .feeds, reason: $0) }
    }
  }

  private func reasons(_ feed: XMLElement, at name: String) -> [String] {
    guard feed.name == "feed", feed.space == "http://www.w3.org/2005/Atom" else {
      return ["no Atom feed"]
    }
    let entries = feed.all("entry")
    var reasons = self.reasons(against: feed, called: "the feed")
    let own = feed.all("link").filter { $0.attributes["rel"] == "self" }
    if own.compactMap({ $0.attributes["href"] }) != [addresses.whole(name)] {
      reasons.append("its self link is not its address")
    }
    if feed.first("author") == nil, !entries.allSatisfy({ $0.first("author") != nil }) {
      reasons.append("nobody is the author")
    }
    for (number, entry) in entries.enumerated() {
      reasons += self.reasons(against: entry, called: "entry \(number + 1)")
      if entry.all("link").isEmpty { reasons.append("entry \(number + 1) leads nowhere") }
      reasons += contentReasons(entry, called: "entry \(number + 1)")
    }
    let ids = ([feed] + entries).compactMap { $0.first("id")?.text }
    if Set(ids).count != ids.count { reasons.append("an id stands there twice") }
    return reasons
  }

  private func reasons(against part: XMLElement, called name: String) -> [String] {
    var reasons: [String] = []
    for needed in ["id", "title", "updated"] where part.first(needed)?.text.isEmpty ?? true {
      reasons.append("\(name) has no \(needed)")
    }
    for date in part.all("updated") + part.all("published")
    where !date.text.isMoment || !date.text.contains("T") {
      reasons.append("\(name): \(date.name) is “\(date.text)”")
    }
    if let id = part.first("id")?.text, !id.contains(":") {
      reasons.append("\(name): the id “\(id)” is no whole address")
    }
    for link in part.all("link") {
      let address = link.attributes["href"] ?? ""
      guard case .inside(let path, _) = addresses.inside(address), has(path) else {
        reasons.append("\(name) leads to \(address), which is no whole address of ours")
        continue
      }
      if pages[path]?.isStub == true { reasons.append("\(name) leads to \(path), which has moved") }
    }
    return reasons
  }

  /// Readers show a text elsewhere, where its addresses must be whole.
  private func contentReasons(_ entry: XMLElement, called name: String) -> [String] {
    let texts = (entry.all("content") + entry.all("summary")).filter {
      $0.attributes["type"] == "html"
    }
    return texts.flatMap { text in
      let page = PageReader.page(
        at: "/feed", in: nil, Array("<body>\(text.text)</body>".utf8))
      return page.references.compactMap { reference in
        reference.text.contains(":") ? nil : "\(name) has \(reference.text), which is not whole"
      }
    }
  }
}
