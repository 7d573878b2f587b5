import Theme

extension CataloguePage {
  /// The groups and their categories, in the order of the page. Nil when there are none.
  static func facts(of groups: [GroupLine], named name: String, at page: Link) -> Facts? {
    let lines = groups.flatMap { group in
      [(group.name, group.link)] + group.categories.map { ($0.name, $0.link) }
    }
    guard !lines.isEmpty else { return nil }
    return FactsWriter.facts("ItemList") { list in
      list.text("name", name)
      list.text("url", page.text)
      list.objects("itemListElement", "ListItem", Array(lines.enumerated())) { item, line in
        item.number("position", line.offset + 1)
        item.text("name", line.element.0.text)
        item.text("url", line.element.1.whole(on: page))
      }
    }
  }
}
