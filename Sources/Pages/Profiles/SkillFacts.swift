import Theme

extension SkillPage {
  /// The sellers with a page, in the order of the list. Nil when there are none.
  static func facts(of sellers: [SellerCard], named name: String, at page: Link) -> Facts? {
    let links = sellers.compactMap(\.who.link)
    guard !links.isEmpty else { return nil }
    let origin = page.origin
    return FactsWriter.facts("ItemList") { list in
      list.text("name", name)
      list.text("url", page.text)
      list.objects("itemListElement", "ListItem", count: links.count) { item, place in
        item.number("position", place + 1)
        item.link("url", links[place], from: origin)
      }
    }
  }
}
