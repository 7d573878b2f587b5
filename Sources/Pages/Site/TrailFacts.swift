import Theme

extension Frame {
  /// The way to a page, as search engines show it in place of the address. The page itself ends it.
  static func facts(of trail: [NamedLink], to title: String, at page: Link) -> Facts? {
    guard !trail.isEmpty else { return nil }
    let steps = trail.map { ($0.name.text, $0.link.whole(on: page)) } + [(title, page.text)]
    return FactsWriter.facts("BreadcrumbList") { list in
      list.objects("itemListElement", "ListItem", Array(steps.enumerated())) { item, step in
        item.number("position", step.offset + 1)
        item.text("name", step.element.0)
        item.text("item", step.element.1)
      }
    }
  }
}
