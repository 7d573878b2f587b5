import Theme

extension SellerPage {
  static func facts(of seller: SellerLine, at page: Link) -> Facts {
    FactsWriter.facts("ProfilePage") { profile in
      profile.text("url", page.text)
      profile.object("mainEntity", seller.who.kind) { entity in
        entity.text("name", seller.who.name.text)
        entity.text("url", page.text)
        if let headline = seller.headline { entity.text("description", headline.text) }
        entity.object("agentInteractionStatistic", "InteractionCounter") {
          $0.text("interactionType", "https://schema.org/SellAction")
          $0.number("userInteractionCount", seller.orderCount)
        }
      }
    }
  }
}
