// Elements that stand in certain others only.
extension Markup {
  func checkParent(_ source: inout TemplateSource) {
    guard let parent, let wanted = Self.parents[tag.name], !wanted.contains(parent) else { return }
    // Most likely the one before it was not closed, which is told by itself.
    if let siblings = Self.parents[parent], !Set(siblings).isDisjoint(with: wanted) { return }
    if parent == "template" { return }
    let names = wanted.map { "<\($0)>" }.joined(separator: ", ")
    source.report(
      tag.offset, found: "<\(tag.name)> inside <\(parent)>",
      expected: names.isEmpty ? "it around everything, in a layout" : "it in \(names)")
  }

  private static let parents: [String: [String]] = [
    "html": [], "head": ["html"], "body": ["html"],
    "li": ["ul", "ol", "menu"], "dt": ["dl", "div"], "dd": ["dl", "div"],
    "caption": ["table"], "thead": ["table"], "tbody": ["table"], "tfoot": ["table"],
    "tr": ["table", "thead", "tbody", "tfoot"], "td": ["tr"], "th": ["tr"],
    "option": ["select", "optgroup", "datalist"], "figcaption": ["figure"],
    "summary": ["details"], "legend": ["fieldset"], "source": ["picture", "audio", "video"],
  ]
}
