package import Market
import Theme

extension ShareCard {
  /// The words of a gig for its card.
  package init(_ record: GigRecord, in edition: Edition) {
    let page = GigPage(record, in: edition)
    self.init(
      language: edition.locale, title: page.title.text, seller: page.seller.who.name.text,
      category: page.category.name.text,
      price: edition.words(CardPrice(price: page.lowestPrice)), market: edition.siteName)
  }
}

struct CardPrice: Sentence {
  static let key = "card.price"
  let price: Amount
  static let about = "The lowest price of a service, on a picture."
  static let fields = Fields<Self>(Field("price", \.price, "What the cheapest package costs."))
}
