package import Theme

/// A page of a listing: of a category, of a tag, of all there is.
package struct CategoryPage: View {
  package let frame: Frame
  package let list: Facts?
  package let title: Said
  package let summary: Said?
  package let vertical: Said?
  package let count: Int?
  package let isRounded: Bool
  package let number: Int?
  package let narrower: [NamedLink]
  package let tags: [NamedLink]
  package let best: [GigCard]
  package let ranking: Link?
  package let gigs: [GigCard]
  package let pager: PagerBar?

  package init(
    frame: Frame,
    title: Said,
    summary: Said? = nil, vertical: Said? = nil,
    count: Int? = nil,
    isRounded: Bool = false,
    number: Int? = nil,
    narrower: [NamedLink] = [],
    tags: [NamedLink] = [],
    best: [GigCard] = [],
    ranking: Link? = nil,
    gigs: [GigCard],
    pager: PagerBar? = nil
  ) {
    self.frame = frame
    list = Self.facts(of: best, and: gigs, named: title.text, at: frame.canonical)
    self.title = title
    self.summary = summary
    self.vertical = vertical
    self.count = count
    self.isRounded = isRounded
    self.number = number
    self.narrower = narrower
    self.tags = tags
    self.best = best
    self.ranking = ranking
    self.gigs = gigs
    self.pager = pager
  }

  package static let about = "A page that lists services: those of a category or a tag, or all."
  package static let fields = Fields<Self>(
    Field("frame", \.frame, "What stands around the page."),
    Field("list", \.list, "What search engines are told of the list."),
    Field("title", \.title, "What the category or the tag is called."),
    Field("summary", \.summary, "What belongs there, in a sentence."),
    Field(
      "vertical", \.vertical,
      "What holds for every order there, if the category has a way of working of its own; only on the front page."
    ),
    Field(
      "count", \.count,
      "How many services there are; rounded down when there are many, and only on the front page."),
    Field("isRounded", \.isRounded, "There are more than the count says."),
    Field("number", \.number, "The number of this page; missing on the front page."),
    Field("narrower", \.narrower, "Categories inside this one, or beside it."),
    Field("tags", \.tags, "Tags that many services here have."),
    Field("best", \.best, "The services that are ranked first; only on the front page."),
    Field("ranking", \.ranking, "Where it is explained how services are ranked."),
    Field(
      "gigs", \.gigs,
      "Services: the newest on the front page, on a numbered one those of its places, newest first."
    ),
    Field("pager", \.pager, "The way to the other pages; missing when this is all."))
}
