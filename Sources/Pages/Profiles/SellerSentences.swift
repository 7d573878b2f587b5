import Theme

struct SellerTitle: Sentence {
  static let key = "title.seller"
  let name: String
  let headline: String
  static let about = "The title of a seller's page."
  static let fields = Fields<Self>(
    Field("name", \.name, "Who it is."), Field("headline", \.headline, "What the seller does."))
}

struct SellerSummary: Sentence {
  static let key = "summary.seller"
  let name: String
  let gigs: Int
  static let about = "What search engines are told of a seller who says nothing."
  static let fields = Fields<Self>(
    Field("name", \.name, "Who it is."), Field("gigs", \.gigs, "How many services are on offer."))
}
