package import Theme

/// A gig among others.
package struct GigCard: Recurring {
  package let title: Said
  package let link: Link
  package let picture: Picture
  package let seller: SellerName
  package let rating: Figure?
  package let reviewCount: Int
  package let deliveryDays: Int
  package let price: Amount
  let stamp: Stamp

  package init(
    title: Said,
    link: Link,
    picture: Picture,
    seller: SellerName,
    rating: Figure? = nil,
    reviewCount: Int = 0,
    deliveryDays: Int,
    price: Amount,
    stamp: Stamp = .none
  ) {
    self.title = title
    self.link = link
    self.picture = picture
    self.seller = seller
    self.rating = rating
    self.reviewCount = reviewCount
    self.deliveryDays = deliveryDays
    self.price = price
    self.stamp = stamp
  }

  package static let stampPlace = StampPlace<Self>(\.stamp)
  package static let about = "A service as a card in a list."
  package static let fields = Fields<Self>(
    Field("title", \.title, "What is offered."),
    Field("link", \.link, "The page of the service."),
    Field("picture", \.picture, "Its first picture or its cover."),
    Field("seller", \.seller, "Who offers it."),
    Field("rating", \.rating, "The mean of the stars, once there are reviews."),
    Field("reviewCount", \.reviewCount, "How many reviews there are."),
    Field("deliveryDays", \.deliveryDays, "Days until the quickest package is delivered."),
    Field("price", \.price, "What the cheapest package costs."))
}
