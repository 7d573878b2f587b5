import Theme

/// What search engines are told of a gig: nothing that the page does not show. They show stars for
/// a product, not for a service, so it is a product that says it is a service too; its offers are
/// the packages.
struct GigFacts {
  let page: Link
  let number: Int
  let title: String
  let summary: String?
  let category: String
  let pictures: [Picture]
  let seller: SellerName
  let rating: Figure?
  let reviewCount: Int
  let packages: [PackageLine]

  var product: Facts {
    let origin = page.origin
    return FactsWriter.facts("Product") { product in
      product.text("additionalType", "https://schema.org/Service")
      product.text("name", title)
      product.text("description", summary ?? title)
      product.text("url", page.text)
      product.text("sku", String(number))
      product.text("category", category)
      product.texts("image", pictures.map { $0.link.whole(on: page) })
      product.object("brand", "Brand") { $0.text("name", seller.name.text) }
      if let rating, reviewCount > 0 {
        product.object("aggregateRating", "AggregateRating") {
          $0.figure("ratingValue", rating)
          $0.number("reviewCount", reviewCount)
          $0.number("bestRating", Stars.most)
          $0.number("worstRating", 1)
        }
      }
      product.objects("offers", "Offer", count: packages.count) {
        offer(&$0, of: packages[$1], from: origin)
      }
    }
  }

  private func offer(
    _ offer: inout FactsWriter, of package: PackageLine, from origin: Substring?
  ) {
    offer.text("name", package.name.text)
    offer.amount("price", package.price)
    offer.text("priceCurrency", package.price.currency)
    offer.text("availability", "https://schema.org/InStock")
    offer.text("url", page.text)
    offer.object("deliveryLeadTime", "QuantitativeValue") {
      $0.number("value", package.deliveryDays)
      $0.text("unitCode", "DAY")
    }
    offer.object("seller", seller.kind) {
      $0.text("name", seller.name.text)
      if let link = seller.link { $0.link("url", link, from: origin) }
    }
  }
}

extension SellerName {
  /// What schema.org calls it.
  var kind: StaticString { isStudio ? "Organization" : "Person" }
}
