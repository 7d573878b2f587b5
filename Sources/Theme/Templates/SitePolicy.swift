/// What the site's security policy would refuse, so that nobody finds out in the browser.
enum SitePolicy {
  /// What `http-equiv` can say.
  static let equivalents: Set<String> = [
    "refresh", "cache-control", "content-type", "x-ua-compatible",
  ]
  /// Elements that bring something from elsewhere into the page, or change where its addresses lead.
  static let refused: Set<String> = ["iframe", "object", "embed", "base"]

  static func isElsewhere(_ address: some StringProtocol) -> Bool {
    let lowered = address.lowercased()
    return Link.schemes.contains { lowered.hasPrefix($0) }
  }

  /// Whether a browser loads from there, or sends there, by itself.
  static func loads(_ attribute: Markup.Attribute, in tag: Markup.Tag) -> Bool {
    if attribute.place == .ours { return true }
    switch (tag.name, attribute.name) {
    case ("form", "action"), ("img", "src"), ("source", "src"), ("video", "src"), ("audio", "src"),
      ("track", "src"), ("input", "src"), ("image", "href"), (_, "poster"):
      return true
    default: return false
    }
  }
}

extension Markup {
  /// The beginning of an address, as the template itself says it.
  func checkOrigin(_ text: String, _ source: inout TemplateSource) {
    guard SitePolicy.isElsewhere(text), SitePolicy.loads(attribute, in: tag) else { return }
    source.report(
      attribute.offset, found: "the address “\(text)” in “\(attribute.name)”",
      expected: tag.name == "form"
        ? "an address of this site: its policy refuses forms that are sent elsewhere"
        : "a file of the theme: the site's policy refuses what comes from elsewhere")
  }

  /// `/a.png 1x, /b.png 2x`
  func checkSources(_ value: String, _ source: inout TemplateSource) {
    for candidate in value.split(separator: ",") {
      let address = candidate.split { $0 == " " || $0 == "\n" || $0 == "\t" }.first ?? ""
      if AttributePlace.isAddress(String(address)), !SitePolicy.isElsewhere(address) { continue }
      source.report(
        attribute.offset, found: "the address “\(address)” in “\(attribute.name)”",
        expected: "an address of this site that begins with /")
      return
    }
  }
}
