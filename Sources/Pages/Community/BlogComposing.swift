import Market
import Theme

extension BlogPage {
  package init(in edition: Edition) {
    let feed = edition.link(.blog).adding("/feed.xml")
    self.init(
      frame: edition.frame(
        Head(
          address: .blog, title: edition.words(PageTitle(page: .blog)),
          summary: edition.words(PageSummary(page: .blog)), feed: feed)),
      posts: edition.library.posts(in: edition.locale).map { edition.line($0) }, feed: feed)
  }
}

extension PostPage {
  package init(_ post: Post, in edition: Edition) {
    let blog = NamedLink(
      name: Said(edition.words(PageTitle(page: .blog))), link: edition.link(.blog))
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
          address: post.address, title: post.title, summary: post.summary,
          written: edition.languages(of: post), elsewhere: .blog, kind: "article",
          trail: [blog], feed: blog.link.adding("/feed.xml"))),
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

  func languages(of post: Post) -> [Locale] {
    locales.filter { library.post(post.name, in: $0) != nil }
  }

  package func translations(of post: Post) -> Translations {
    translations(of: post.address, in: languages(of: post), first: nil)
  }
}
