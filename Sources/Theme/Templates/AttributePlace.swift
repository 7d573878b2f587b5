/// What an attribute is for, which decides what it can have in it.
enum AttributePlace {
  /// Words for people.
  case words
  /// Names: classes, ids, anchors.
  case name
  /// What a machine reads: sizes, numbers, dates.
  case measure
  case link
  /// An address from which something runs or to which something secret is sent: only a file of the
  /// theme, or what the template itself says.
  case ours
  case sources
  /// What a path in a drawing draws.
  case outline
  /// Seconds and an address.
  case refresh
  /// Only what the template itself says.
  case fixed

  var isAddress: Bool { self == .link || self == .ours || self == .refresh }

  static func of(_ name: String, in tag: Markup.Tag, isDrawing: Bool) -> Self {
    if name.hasPrefix("on") || name.hasPrefix("xmlns") || fixedNames.contains(name) {
      return .fixed
    }
    if linkNames.contains(name), !(name == "data" && tag.name != "object") {
      return runs(name, in: tag) ? .ours : .link
    }
    if name == "d", tag.name == "path" { return .outline }
    if name == "srcset" || name == "imagesrcset" { return .sources }
    if name == "content", tag.name == "meta", tag.attributes.contains("http-equiv") {
      return tag.isRefresh ? .refresh : .fixed
    }
    if names.contains(name) { return .name }
    if measures.contains(name) { return .measure }
    let isForPeople = name.hasPrefix("aria-") || name.hasPrefix("data-") || name == "lang"
    if isDrawing || tag.name == "svg" || Elements.drawing.contains(tag.name), !isForPeople {
      return .measure
    }
    return .words
  }

  private static func runs(_ name: String, in tag: Markup.Tag) -> Bool {
    switch (tag.name, name) {
    case ("link", "href"): tag.relations.isEmpty || !tag.relations.isSubset(of: harmless)
    case (_, "formaction"), (_, "ping"), (_, "manifest"): true
    case ("script", _), ("base", _), ("object", _), ("embed", _), ("iframe", _), ("use", _): true
    default: false
    }
  }

  /// What `rel` can say of a `link` without anything being run from there.
  private static let harmless: Set<String> = [
    "alternate", "apple-touch-icon", "author", "canonical", "dns-prefetch", "help", "icon",
    "license", "me", "next", "preconnect", "prefetch", "preload", "prev", "search",
  ]

  private static let fixedNames: Set<String> = [
    "style", "srcdoc", "http-equiv", "method", "formmethod", "sandbox", "integrity", "allow",
    "is", "shadowrootmode", "nonce", "charset",
  ]
  private static let linkNames: Set<String> = [
    "href", "src", "action", "formaction", "poster", "cite", "data", "ping", "manifest",
    "xlink:href", "background", "longdesc",
  ]
  private static let names: Set<String> = [
    "class", "id", "for", "name", "form", "headers", "list", "rel", "target", "type", "slot",
    "part", "itemref", "popovertarget", "popovertargetaction", "usemap", "role", "dir", "loading",
    "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "aria-details",
    "aria-flowto", "aria-activedescendant", "aria-current",
  ]
  private static let measures: Set<String> = [
    "width", "height", "min", "max", "step", "low", "high", "optimum", "cols", "rows", "size",
    "maxlength", "minlength", "tabindex", "colspan", "rowspan", "start", "span", "datetime",
    "aria-valuenow", "aria-valuemin", "aria-valuemax", "aria-level", "aria-posinset",
    "aria-setsize", "aria-colcount", "aria-rowcount",
  ]

  /// Whether an address that begins so leads where it says: not to a script, to another host that
  /// looks like a path, or to somewhere else on each page.
  static func isAddress(_ text: String) -> Bool {
    let lowered = text.lowercased()
    if Link.schemes.contains(where: { lowered.hasPrefix($0) }) { return true }
    let bytes = Array(text.utf8.prefix(2))
    switch bytes.first {
    case UInt8(ascii: "/"):
      return bytes.count < 2 || bytes[1] != UInt8(ascii: "/") && bytes[1] != UInt8(ascii: "\\")
    case UInt8(ascii: "#"), UInt8(ascii: "?"): return true
    default: return false
    }
  }

  /// `0;url=` and an address; or seconds alone, for a page that loads itself again.
  static func isRefresh(_ text: String, isWhole: Bool) -> Bool {
    let digits = text.utf8.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    guard !digits.isEmpty else { return false }
    let rest = text.dropFirst(digits.count)
    if rest.isEmpty { return isWhole }
    let compact = rest.lowercased().filter { $0 != " " }
    guard compact.hasPrefix(";url=") else { return false }
    let address = compact.dropFirst(5)
    return address.isEmpty ? !isWhole : isAddress(String(address))
  }
}
