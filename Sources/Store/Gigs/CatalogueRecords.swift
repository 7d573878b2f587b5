package import Market

extension Reading where Self: ~Copyable {
  package func catalogueRecord() throws -> CatalogueRecord {
    var seen: [Int64: Int64] = [:]
    try each("select subject, seen from listing where noun = $1", Noun.category) {
      seen[try $0[0]] = try $0[1] as Int64
    }
    let attributes = try categoryAttributes()
    return CatalogueRecord(
      try categories().map {
        CatalogueRecord.Entry(
          $0, seen: seen[$0.id.number] ?? 0, attributes: attributes[$0.id] ?? [])
      }, verticals: try verticals(), seen: seen[Listing.market.subject] ?? 0)
  }

  /// Of all categories, in the order in which each has them.
  private func categoryAttributes() throws -> [ID<Category>: [CategoryAttribute]] {
    var labels: [LabelPlace: Localized] = [:]
    try each("select category, attribute, choice, locale, label from category_label") {
      let place = LabelPlace(category: try $0[0], attribute: try $0[1], choice: try $0[2])
      labels[place, default: Localized()][try $0[3]] = try $0[4] as String
    }
    var needed: Set<LabelPlace> = []
    try each("select category, attribute from category_need") {
      needed.insert(LabelPlace(category: try $0[0], attribute: try $0[1], choice: ""))
    }
    var attributes: [ID<Category>: [CategoryAttribute]] = [:]
    try each(
      "select category, attribute, choice from category_choice order by category, position"
    ) { row in
      var place = LabelPlace(category: try row[0], attribute: try row[1], choice: try row[2])
      let choice = CategoryAttribute.Choice(name: place.choice, label: labels[place] ?? [:])
      place.choice = ""
      attributes[place.category, default: []].add(
        choice, to: place.attribute, labels[place] ?? [:], isRequired: needed.contains(place))
    }
    return attributes
  }
}

/// An attribute's own label stands under the empty choice.
private struct LabelPlace: Hashable {
  let category: ID<Category>
  let attribute: String
  var choice: String
}

extension [CategoryAttribute] {
  fileprivate mutating func add(
    _ choice: CategoryAttribute.Choice, to name: String, _ label: Localized, isRequired: Bool
  ) {
    let place = firstIndex { $0.name == name } ?? endIndex
    let others = place < endIndex ? remove(at: place).choices : []
    insert(
      CategoryAttribute(
        name: name, label: label, choices: others + [choice], isRequired: isRequired), at: place)
  }
}
