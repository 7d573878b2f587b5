package import Market
package import Theme

/// Who offers something, as short as can be.
package struct SellerName: View {
  package let name: Said
  package let link: Link?
  package let seal: Seal
  package let level: Level
  package let isStudio: Bool

  package init(
    name: Said,
    link: Link? = nil,
    seal: Seal,
    level: Level,
    isStudio: Bool
  ) {
    self.name = name
    self.link = link
    self.seal = seal
    self.level = level
    self.isStudio = isStudio
  }

  package static let about = "The name of a seller with seal and level."
  package static let fields = Fields<Self>(
    Field("name", \.name, "The name."),
    Field(
      "link", \.link, "The seller's page; missing when there is none, and the name stands alone."),
    Field("seal", \.seal, "The seller's seal."),
    Field("level", \.level, "The seller's level."),
    Field("isStudio", \.isStudio, "It is a studio or a company, not one person."))
}

/// A seller beside a gig.
package struct SellerLine: View {
  package let who: SellerName
  package let headline: Said?
  package let place: Said?
  package let rating: Figure?
  package let reviewCount: Int
  package let orderCount: Int
  package let onTime: Figure?
  package let answersInMinutes: Int?
  package let answersInHours: Int?
  package let since: Day?

  package init(
    who: SellerName,
    headline: Said? = nil,
    place: Said? = nil,
    rating: Figure? = nil,
    reviewCount: Int = 0,
    orderCount: Int = 0,
    onTime: Figure? = nil,
    answersInMinutes: Int? = nil,
    answersInHours: Int? = nil,
    since: Day? = nil
  ) {
    self.who = who
    self.headline = headline
    self.place = place
    self.rating = rating
    self.reviewCount = reviewCount
    self.orderCount = orderCount
    self.onTime = onTime
    self.answersInMinutes = answersInMinutes
    self.answersInHours = answersInHours
    self.since = since
  }

  package static let about = "What a gig's page says of its seller."
  package static let fields = Fields<Self>(
    Field("who", \.who, "Name, seal and level."),
    Field("headline", \.headline, "What the seller does, in a sentence."),
    Field("place", \.place, "Where the seller is."),
    Field("rating", \.rating, "The mean of all stars, once there are reviews."),
    Field("reviewCount", \.reviewCount, "Reviews of all services."),
    Field("orderCount", \.orderCount, "Orders that were completed."),
    Field(
      "onTime", \.onTime,
      "How many deliveries of a hundred were on time; missing before the first completed order."),
    Field(
      "answersInMinutes", \.answersInMinutes,
      "In how many minutes a first message is usually answered, if in less than an hour."),
    Field(
      "answersInHours", \.answersInHours,
      "In how many hours a first message is usually answered, if it takes longer."),
    Field("since", \.since, "When the seller joined."))
}
