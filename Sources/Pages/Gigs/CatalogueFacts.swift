import Theme

extension CataloguePage {
  /// The groups and their categories, in the order of the page. Nil when there are none.
  static func facts(of groups: [GroupLine], named name: String, at page: Link) -> Facts? {
    let lines = groups.flatMap { group in
      [(group.name, group.link)] + group.categories.map { ($0.name, $0.link) }
    }
    guard !lines.isEmpty else { return nil }
    let origin = page.origin
    return FactsWriter.facts("ItemList") { list in
      list.text("name", name)
      list.text("url", page.text)
      list.objects("itemListElement", "ListItem", count: lines.count) { item, place in
        item.number("position", place + 1)
        item.text("name", lines[place].0.text)
        item.link("url", lines[place].1, from: origin)
      }
    }
  }
}
