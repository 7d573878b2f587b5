import Theme

extension CategoryPage {
  /// The pages that a listing leads to, in its order. Nil for an empty one.
  static func facts(of gigs: [GigCard], named name: String, at page: Link) -> Facts? {
    guard !gigs.isEmpty else { return nil }
    return FactsWriter.facts("ItemList") { list in
      list.text("name", name)
      list.text("url", page.text)
      list.objects("itemListElement", "ListItem", Array(gigs.enumerated())) { item, gig in
        item.number("position", gig.offset + 1)
        item.text("url", gig.element.link.whole(on: page))
      }
    }
  }
}
