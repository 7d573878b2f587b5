package import Theme

/// What was found, and by what it can be narrowed.
package struct SearchPage: View {
  package let frame: Frame
  package let query: String
  package let isSellers: Bool
  package let search: Link
  package let gigsLink: Link
  package let sellersLink: Link
  package let faults: FaultList
  package let category: ChoiceField
  package let least: TextField
  package let most: TextField
  package let currency: String
  package let isNarrowed: Bool
  package let isDone: Bool
  package let isWordless: Bool
  package let count: Int?
  package let hasMore: Bool
  package let ranking: Link?
  package let gigs: [GigCard]
  package let sellers: [SellerCard]
  package let first: Link?
  package let previous: Link?
  package let next: Link?
  package let pages: [PagerLine]
  package let groups: [NamedLink]

  package init(
    frame: Frame,
    query: String,
    isSellers: Bool = false,
    search: Link,
    gigsLink: Link,
    sellersLink: Link,
    faults: FaultList = FaultList([]),
    category: ChoiceField,
    least: TextField,
    most: TextField,
    currency: String,
    isNarrowed: Bool = false,
    isDone: Bool = true,
    isWordless: Bool = false,
    count: Int? = nil,
    hasMore: Bool = false,
    ranking: Link? = nil,
    gigs: [GigCard] = [],
    sellers: [SellerCard] = [],
    first: Link? = nil,
    previous: Link? = nil,
    next: Link? = nil,
    pages: [PagerLine] = [],
    groups: [NamedLink] = []
  ) {
    self.frame = frame
    self.query = query
    self.isSellers = isSellers
    self.search = search
    self.gigsLink = gigsLink
    self.sellersLink = sellersLink
    self.faults = faults
    self.category = category
    self.least = least
    self.most = most
    self.currency = currency
    self.isNarrowed = isNarrowed
    self.isDone = isDone
    self.isWordless = isWordless
    self.count = count
    self.hasMore = hasMore
    self.ranking = ranking
    self.gigs = gigs
    self.sellers = sellers
    self.first = first
    self.previous = previous
    self.next = next
    self.pages = pages
    self.groups = groups
  }

  package static let isDynamic = true
  package static let about = "The page that shows what a search has found."
  package static let fields = Fields<Self>(
    Field("frame", \.frame, "What stands around the page."),
    Field("query", \.query, "What was looked for, as it was typed."),
    Field("isSellers", \.isSellers, "Sellers were looked for, not services."),
    Field("search", \.search, "Where the form with the filters is sent."),
    Field("gigsLink", \.gigsLink, "The services that are found by the same words."),
    Field("sellersLink", \.sellersLink, "The sellers that are found by the same words."),
    Field("faults", \.faults, "What is wrong with what was asked."),
    Field("category", \.category, "In which category to look."),
    Field("least", \.least, "The least that a service may cost."),
    Field("most", \.most, "The most that a service may cost."),
    Field("currency", \.currency, "The code of the currency of these two."),
    Field("isNarrowed", \.isNarrowed, "There is a filter."),
    Field("isDone", \.isDone, "It was looked for: nothing was wrong with the question."),
    Field("isWordless", \.isWordless, "There is no word in the question that could be found."),
    Field("count", \.count, "How many were found on all pages, if there are any."),
    Field("hasMore", \.hasMore, "There are more than the count says."),
    Field("ranking", \.ranking, "Where it is explained how services are ranked."),
    Field("gigs", \.gigs, "The services on this page."),
    Field("sellers", \.sellers, "The sellers on this page."),
    Field("first", \.first, "The first page, where this one is beyond the last."),
    Field("previous", \.previous, "The page before this one."),
    Field("next", \.next, "The page after this one."),
    Field("pages", \.pages, "Pages around this one, itself among them; none when this is all."),
    Field("groups", \.groups, "Where to look instead, when nothing was found."))
}
