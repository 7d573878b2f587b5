package import Market

/// What somebody looks for, as it was typed, and what was found.
package struct SearchForm: Sendable {
  package var text: String
  /// The name of a kind, or whatever was sent instead.
  package var kind: String
  /// The name of a category in addresses; empty for all.
  package var category: String
  package var least: String
  package var most: String
  /// The code of the currency of the prices.
  package var currency: String
  package var faults: [(field: String, fault: FieldFault)]
  /// Nil when nothing was looked for, since something is wrong with the question.
  package var found: SearchRecord?

  package init(
    text: String, kind: String = "", category: String = "", least: String = "",
    most: String = "", currency: String = "",
    faults: [(field: String, fault: FieldFault)] = [], found: SearchRecord? = nil
  ) {
    self.text = text
    self.kind = kind
    self.category = category
    self.least = least
    self.most = most
    self.currency = currency
    self.faults = faults
    self.found = found
  }
}

extension SearchForm {
  var isOfSellers: Bool { kind == SearchQuery.Kind.sellers.rawValue }
  var isNarrowed: Bool { !category.isEmpty || !least.isEmpty || !most.isEmpty }

  /// Without filters, for the other kind or for all.
  func plain(_ kind: SearchQuery.Kind) -> SearchForm {
    SearchForm(text: text, kind: kind == .gigs ? "" : kind.rawValue)
  }

  /// Behind the address of the page that shows the same.
  package func query(page: Int = 1) -> String {
    let pairs = [
      ("q", text), ("kind", kind), ("category", category), ("price-from", least),
      ("price-to", most), ("currency", currency), ("page", page > 1 ? "\(page)" : ""),
    ]
    return PageAddress.query(of: pairs.filter { !$0.1.isEmpty })
  }
}
