package import Theme

/// The index of the market's blog.
package struct BlogPage: View {
  package let frame: Frame
  package let list: Facts?
  package let posts: [PostLine]
  package let feed: Link

  package init(
    frame: Frame,
    posts: [PostLine],
    feed: Link
  ) {
    self.frame = frame
    list = Self.facts(of: posts, at: frame.canonical)
    self.posts = posts
    self.feed = feed
  }

  package static let about = "The page that lists the posts of the blog."
  package static let fields = Fields<Self>(
    Field("frame", \.frame, "What stands around the page."),
    Field("list", \.list, "What search engines are told of the list."),
    Field("posts", \.posts, "The posts, the newest first."),
    Field("feed", \.feed, "The feed of the posts, for programs that follow it."))

  private static func facts(of posts: [PostLine], at page: Link) -> Facts? {
    guard !posts.isEmpty else { return nil }
    let origin = page.origin
    return FactsWriter.facts("ItemList") { list in
      list.text("url", page.text)
      list.objects("itemListElement", "ListItem", count: posts.count) { item, place in
        item.number("position", place + 1)
        item.text("name", posts[place].title.text)
        item.link("url", posts[place].link, from: origin)
      }
    }
  }
}
