import HTTP
import Market
import Pages
import Store

/// Gigs and sellers by words. Without any the address is that of the page with all topics, which is a
/// file.
enum SearchRoutes {
  static let all = [page, byProgram]

  private static let page = WebRoute.page(
    "/{locale}/search", "Gigs or sellers that have all words of a question.",
    takes: SearchAsked.self, limits: limits, again: again
  ) { visit, asked in
    .read { rows in
      guard let query = try rows.query(asked) else {
        return again(visit, Trouble("category", .notFound))
      }
      var form = SearchForm(typedBy: visit)
      form.found = try rows.search(query)
      return .answer(visit.page(SearchPage(form, in: visit.edition)))
    }
  }.only(with: "q")

  private static let byProgram = WebRoute.api(
    .get, "/api/v1/search", "Gigs or sellers that have all words of a question, the best first.",
    takes: SearchAsked.self, gives: SearchJSON.shape, limits: limits
  ) { visit, asked in
    .read { rows in
      guard let query = try rows.query(asked) else { throw Trouble("category", .notFound) }
      return .answer(visit.json(SearchJSON.json(try rows.search(query), visit.edition)))
    }
  }

  /// A question costs more than a file.
  private static let limits = RouteLimits(rate: Allowance(120, each: .seconds(60)))

  private static func again(_ visit: Visit, _ trouble: Trouble) -> Step {
    var form = SearchForm(typedBy: visit)
    form.faults = trouble.faults
    return .answer(visit.page(SearchPage(form, in: visit.edition), status: trouble.status))
  }
}

private struct SearchAsked: Input {
  let text: String
  let kind: SearchQuery.Kind
  /// Empty for all.
  let category: String
  let prices: SearchQuery.Prices?
  let page: Int

  init(_ fields: inout Fields) {
    fields.locale()
    text = fields.text(
      "q", "The words, all of which are in what is found.",
      characters: 1...SearchQuery.charactersMax)
    kind =
      fields.choice(
        "kind", "Gigs, unless it says sellers.", of: SearchQuery.Kind.self, isRequired: false)
      ?? .gigs
    category = fields.text(
      "category", "The name of a category or a group in addresses; of gigs only.",
      characters: 0...Self.slugCharactersMax)
    prices = fields.prices()
    page = Int(
      fields.number("page", "From 1.", 1...Int64(SearchQuery.pagesMax), else: 1))
  }

  private static let slugCharactersMax = 200
}

extension Fields {
  /// As people type them: 99.50, in a currency that is the yuan unless another is named.
  fileprivate mutating func prices() -> SearchQuery.Prices? {
    let asset = currency("currency", "Of the prices; CNY unless it says another.") ?? .cny
    let least = price("price-from", "The least that the lowest price may be, as 99.50.", asset)
    let most = price("price-to", "The most that the lowest price may be, as 99.50.", asset)
    guard least != nil || most != nil else { return nil }
    // Who has them the wrong way round means the same.
    if let least, let most { return .init(asset, from: min(least, most), to: max(least, most)) }
    return SearchQuery.Prices(asset, from: least, to: most)
  }

  private mutating func price(_ name: String, _ about: String, _ asset: Asset) -> Int64? {
    let typed = text(name, about, characters: 0...Self.priceCharactersMax)
    if typed.isEmpty { return nil }
    guard let units = Int64(typed: typed, scale: asset.scale) else {
      refuse(name, .notANumber)
      return nil
    }
    return units
  }

  private static let priceCharactersMax = 20
}

extension Reading where Self: ~Copyable {
  /// Nil when there is no such category.
  fileprivate func query(_ asked: SearchAsked) throws -> SearchQuery? {
    let category = try asked.category.isEmpty ? nil : self.category(slug: asked.category)
    guard asked.category.isEmpty || category != nil else { return nil }
    return SearchQuery(
      asked.text, for: asked.kind, in: category?.id, prices: asked.prices, page: asked.page)
  }
}

extension SearchForm {
  /// With what was asked, so that nothing of it is lost.
  fileprivate init(typedBy visit: Visit) {
    self.init(
      text: visit.typed("q"), kind: visit.typed("kind"), category: visit.typed("category"),
      least: visit.typed("price-from"), most: visit.typed("price-to"),
      currency: visit.typed("currency"))
  }
}
