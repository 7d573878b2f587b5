/// A file of the theme that a tag names.
struct AssetUse: Hashable {
  let name: String
  let attribute: String
  let offset: Int
}

extension Markup {
  /// A browser asks for one kind of file at each place, and takes no other.
  func checkAssets(_ source: inout TemplateSource) {
    for use in tag.assets {
      guard let (endings, expected) = wanted(in: use.attribute) else { continue }
      let ending = use.name.split(separator: ".").last.map(String.init) ?? ""
      if endings.contains(ending) { continue }
      source.report(
        use.offset, found: "the asset \"\(use.name)\" in \(use.attribute) of <\(tag.name)>",
        expected: expected)
    }
  }

  private static let pictures: Set<String> = ["svg", "png", "jpg", "webp", "avif", "ico"]

  private func wanted(in attribute: String) -> (endings: Set<String>, expected: String)? {
    switch (tag.name, attribute) {
    case ("script", "src"): return (["js"], "a script, *.js")
    case ("link", "href"):
      if tag.relations.contains("stylesheet") { return (["css"], "a stylesheet, style.css") }
      if tag.relations.contains("modulepreload") { return (["js"], "a script, *.js") }
      if !tag.relations.isDisjoint(with: ["icon", "apple-touch-icon"]) {
        return (Self.pictures, "a picture")
      }
      return nil
    case ("use", "href"), ("use", "xlink:href"): return (["svg"], "a drawing, *.svg")
    case ("img", "src"), ("img", "srcset"), ("source", "srcset"), ("image", "href"),
      ("input", "src"), (_, "poster"):
      return (Self.pictures, "a picture")
    default: return nil
    }
  }
}
