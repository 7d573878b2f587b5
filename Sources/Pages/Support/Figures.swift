package import Market
package import Theme

/// Numbers of the market that its own words may name: `{order.silent-acceptance-days}` is that line
/// of the rules in force.
package struct Figures: Sendable {
  private let values: [String: String]

  /// From the text of the rules, as `jishi rules --print` shows it.
  package init(rules text: String) throws(SheetError) {
    var values = Self.own
    for section in try Sheet(text, file: "rules").sections {
      let name = section.name.isEmpty ? section.kind : "\(section.kind) \(section.name)"
      for line in section.lines {
        if let pair = line.pair { values["\(name).\(pair.key)"] = pair.value }
      }
    }
    self.values = values
  }

  /// What decides the order of listings, which is not among the rules.
  private static let own = [
    "ranking.prior-reviews": "\(Ranking.priorReviews)",
    "ranking.prior-stars": Ranking.priorStarsTenths.decimal(scale: 1),
    "ranking.per-seller": "\(Ranking.perSellerMax)",
    "related.per-seller": "\(Related.perSellerMax)",
    "ranking.front-places": "\(Listing.frontPlacesMax)",
    "listing.page": "\(Listing.slotsPerPage)",
  ]

  package var names: [String] { values.keys.sorted() }

  /// As the language writes it; nil for a name that there is not.
  package func text(_ name: String, in formats: Formats) -> String? {
    guard let value = values[name] else { return nil }
    let scale = value.split(separator: ".").dropFirst().first?.utf8.count ?? 0
    guard scale <= Figure.scaleMax, let units = Int64(decimal: value, scale: scale) else {
      return value
    }
    var output = Output(capacity: 32)
    formats.write(Figure(Int(units), scale: scale), into: &output)
    return output.text
  }
}
