import Theme

extension CategoryPage {
  /// The pages that a listing leads to, in its order. Nil for an empty one.
  static func facts(
    of best: [GigCard], and others: [GigCard], named name: String, at page: Link
  ) -> Facts? {
    let count = best.count + others.count
    guard count > 0 else { return nil }
    let origin = page.origin
    return FactsWriter.facts("ItemList") { list in
      list.text("name", name)
      list.text("url", page.text)
      list.objects("itemListElement", "ListItem", count: count) { item, place in
        let link = place < best.count ? best[place].link : others[place - best.count].link
        item.number("position", place + 1)
        item.link("url", link, from: origin)
      }
    }
  }
}
