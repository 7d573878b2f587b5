/// The words of the picture that stands for a page where its address is shared.
package struct ShareCard: Hashable, Sendable {
  package static let width = 1_200
  package static let height = 630

  package let language: Locale
  package let title: String
  package let seller: String
  package let category: String
  /// As people say it, such as `¥200 起`.
  package let price: String
  package let market: String

  package init(
    language: Locale, title: String, seller: String, category: String, price: String,
    market: String
  ) {
    self.language = language
    self.title = title
    self.seller = seller
    self.category = category
    self.price = price
    self.market = market
  }

  /// A line for each, so no line of a text can be taken for another field.
  package var text: String {
    [
      "language=\(language.tag)", "title=\(Self.line(title))", "seller=\(Self.line(seller))",
      "category=\(Self.line(category))", "price=\(Self.line(price))",
      "market=\(Self.line(market))",
    ].map { $0 + "\n" }.joined()
  }

  /// Nil unless each field is there once.
  package init?(_ text: String) {
    var fields: [String: String] = [:]
    // By scalars: a title may begin with one that is drawn onto what stands before it.
    for line in text.unicodeScalars.split(separator: "\n") {
      guard let mark = line.firstIndex(of: "=") else { return nil }
      let value = String(line[line.index(after: mark)...])
      guard fields.updateValue(value, forKey: String(line[..<mark])) == nil else { return nil }
    }
    guard fields.count == 6, let language = fields["language"].flatMap({ Locale($0) }),
      let title = fields["title"], let seller = fields["seller"],
      let category = fields["category"], let price = fields["price"],
      let market = fields["market"]
    else { return nil }
    self.init(
      language: language, title: title, seller: seller, category: category, price: price,
      market: market)
  }

  /// What breaks or ends a line, or only steers a terminal, is a space here.
  private static func line(_ text: String) -> String {
    var line = ""
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: line.unicodeScalars.append(" ")
      default: line.unicodeScalars.append(scalar)
      }
    }
    return line
  }
}

extension ShareCard {
  /// What is carved into the market's seal: two characters of a Chinese name, one letter of another.
  package var seal: String {
    let isHan: (Character) -> Bool = { $0.unicodeScalars.first?.properties.isIdeographic ?? false }
    guard let first = market.first(where: { !$0.isWhitespace }) else { return "" }
    guard isHan(first) else { return first.uppercased() }
    return String(market.filter(isHan).prefix(2))
  }
}
