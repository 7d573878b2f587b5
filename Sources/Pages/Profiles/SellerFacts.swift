import Theme

extension SellerPage {
  static func facts(
    of seller: SellerLine, at page: Link, languages: [SpokenLine], education: [ProofLine],
    certificates: [ProofLine]
  ) -> Facts {
    let schools = education.compactMap(\.issuer?.text)
    return FactsWriter.facts("ProfilePage") { profile in
      profile.text("url", page.text)
      profile.object("mainEntity", seller.who.kind) { entity in
        entity.text("name", seller.who.name.text)
        entity.text("url", page.text)
        if let headline = seller.headline { entity.text("description", headline.text) }
        if !languages.isEmpty { entity.texts("knowsLanguage", languages.map(\.name)) }
        if !schools.isEmpty {
          entity.objects("alumniOf", "EducationalOrganization", count: schools.count) {
            $0.text("name", schools[$1])
          }
        }
        if !certificates.isEmpty {
          entity.objects(
            "hasCredential", "EducationalOccupationalCredential", count: certificates.count
          ) {
            $0.text("name", certificates[$1].title.text)
          }
        }
        entity.object("agentInteractionStatistic", "InteractionCounter") {
          $0.text("interactionType", "https://schema.org/SellAction")
          $0.number("userInteractionCount", seller.orderCount)
        }
      }
    }
  }
}
