package import Theme

/// The front of the market.
package struct HomePage: View {
  package let frame: Frame
  package let gigCount: Int
  package let isRounded: Bool
  package let groups: [GroupLine]
  package let best: [GigCard]
  package let newest: [GigCard]
  package let newestLink: Link
  package let skills: [NamedLink]
  package let posts: [PostLine]
  package let blogLink: Link?
  package let guides: [NamedLink]
  package let escrowLink: Link?
  package let rankingLink: Link?
  package let ledgerLink: Link?
  package let reviewsLink: Link?
  package let sellLink: Link?
  package let feesLink: Link?
  package let cancelAfterHours: Int?
  package let acceptAfterDays: Int?
  package let website: Facts

  package init(
    frame: Frame,
    gigCount: Int,
    isRounded: Bool = false,
    groups: [GroupLine],
    best: [GigCard] = [],
    newest: [GigCard] = [],
    newestLink: Link,
    skills: [NamedLink] = [],
    posts: [PostLine] = [],
    blogLink: Link? = nil,
    guides: [NamedLink] = [],
    escrowLink: Link? = nil,
    rankingLink: Link? = nil,
    ledgerLink: Link? = nil,
    reviewsLink: Link? = nil,
    sellLink: Link? = nil,
    feesLink: Link? = nil,
    cancelAfterHours: Int? = nil,
    acceptAfterDays: Int? = nil
  ) {
    self.frame = frame
    self.gigCount = gigCount
    self.isRounded = isRounded
    self.groups = groups
    self.best = best
    self.newest = newest
    self.newestLink = newestLink
    self.skills = skills
    self.posts = posts
    self.blogLink = blogLink
    self.guides = guides
    self.escrowLink = escrowLink
    self.rankingLink = rankingLink
    self.ledgerLink = ledgerLink
    self.reviewsLink = reviewsLink
    self.sellLink = sellLink
    self.feesLink = feesLink
    self.cancelAfterHours = cancelAfterHours
    self.acceptAfterDays = acceptAfterDays
    website = Self.facts(of: frame)
  }

  package static let about = "The home page in one language."
  package static let fields = Fields<Self>(
    Field("frame", \.frame, "What stands around the page."),
    Field("gigCount", \.gigCount, "How many services there are; rounded down when there are many."),
    Field("isRounded", \.isRounded, "There are more than the count says."),
    Field("groups", \.groups, "The groups with their categories."),
    Field("best", \.best, "The services that are ranked first."),
    Field("newest", \.newest, "The newest services."),
    Field("newestLink", \.newestLink, "All services, the newest first."),
    Field("skills", \.skills, "Skills that many sellers have."),
    Field("posts", \.posts, "The newest posts of the blog."),
    Field("blogLink", \.blogLink, "All posts of the blog."),
    Field("guides", \.guides, "Pages of help that explain how the market works."),
    Field("escrowLink", \.escrowLink, "The page of help about escrow."),
    Field("rankingLink", \.rankingLink, "The page of help about how services are ranked."),
    Field("ledgerLink", \.ledgerLink, "The page of help about the ledger and how to check it."),
    Field("reviewsLink", \.reviewsLink, "The page of help about how reviews come about."),
    Field("sellLink", \.sellLink, "The page of help for who wants to sell."),
    Field("feesLink", \.feesLink, "The page of help about fees."),
    Field(
      "cancelAfterHours", \.cancelAfterHours,
      "Hours after the deadline from which a buyer may cancel."),
    Field(
      "acceptAfterDays", \.acceptAfterDays,
      "Days of silence after which a delivery counts as accepted."),
    Field("website", \.website, "What search engines are told of the site and who runs it."))
}
