import Market
import Theme

extension BlogPage {
  package init(in edition: Edition) {
    var head = edition.head(of: .blog)
    head.feed = .feed(.blog)
    self.init(
      frame: edition.frame(head),
      posts: edition.library.posts(in: edition.locale).map { edition.line($0) },
      feed: edition.link(.feed(.blog)))
  }
}

extension PostPage {
  package init(_ post: Post, in edition: Edition) {
    let posts = edition.library.posts(in: edition.locale)
    let place = posts.firstIndex { $0.name == post.name } ?? 0
    func link(_ place: Int) -> NamedLink? {
      guard posts.indices.contains(place) else { return nil }
      return NamedLink(
        name: Said(posts[place].title), link: edition.link(posts[place].address))
    }
    self.init(
      frame: edition.frame(
        Head(
          page: edition.translations(of: post), title: post.title, summary: post.summary,
          elsewhere: .blog, kind: "article", trail: [edition.namedLink(.blog)],
          feed: .feed(.blog))),
      title: post.title, summary: post.summary,
      body: Markdown.html(post.body, for: .own, anchors: "part"), day: post.day,
      author: post.author, newer: link(place - 1), older: link(place + 1))
  }
}

extension Edition {
  func line(_ post: Post) -> PostLine {
    PostLine(
      title: Said(post.title), summary: Said(post.summary), link: link(post.address),
      day: post.day, author: post.author)
  }

  package func translations(of post: Post) -> Translations {
    translations(
      of: post.address, in: locales.filter { library.post(post.name, in: $0) != nil })
  }
}
