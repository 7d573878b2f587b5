package import Theme

/// A seller among others.
package struct SellerCard: View {
  package let who: SellerName
  package let headline: Said?
  package let place: Said?
  package let rating: Figure?
  package let reviewCount: Int
  package let orderCount: Int
  package let hourlyRate: Amount?

  package init(
    who: SellerName,
    headline: Said? = nil,
    place: Said? = nil,
    rating: Figure? = nil,
    reviewCount: Int = 0,
    orderCount: Int = 0,
    hourlyRate: Amount? = nil
  ) {
    self.who = who
    self.headline = headline
    self.place = place
    self.rating = rating
    self.reviewCount = reviewCount
    self.orderCount = orderCount
    self.hourlyRate = hourlyRate
  }

  package static let about = "A seller as a card in a list."
  package static let fields = Fields<Self>(
    Field("who", \.who, "Name, seal and level."),
    Field("headline", \.headline, "What the seller does, in a sentence."),
    Field("place", \.place, "Where the seller is."),
    Field("rating", \.rating, "The mean of all stars, once there are reviews."),
    Field("reviewCount", \.reviewCount, "Reviews of all services."),
    Field("orderCount", \.orderCount, "Orders that were completed."),
    Field("hourlyRate", \.hourlyRate, "What an hour of the seller's work costs."))
}
