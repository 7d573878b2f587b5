import Theme

extension Frame {
  /// The way to a page, as search engines show it in place of the address. The page itself ends it.
  static func facts(of trail: [NamedLink], to title: String, at page: Link) -> Facts? {
    guard !trail.isEmpty else { return nil }
    let origin = page.origin
    return FactsWriter.facts("BreadcrumbList") { list in
      list.objects("itemListElement", "ListItem", count: trail.count + 1) { item, place in
        item.number("position", place + 1)
        if place < trail.count {
          item.text("name", trail[place].name.text)
          item.link("item", trail[place].link, from: origin)
        } else {
          item.text("name", title)
          item.text("item", page.text)
        }
      }
    }
  }
}
