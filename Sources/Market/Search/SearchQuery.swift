/// What somebody looks for.
package struct SearchQuery: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    case gigs
    case sellers
  }

  /// Of one currency; what is not said is not asked for.
  package struct Prices: Hashable, Sendable {
    package let asset: Asset
    package let least: Int64?
    package let most: Int64?

    package init(_ asset: Asset, from least: Int64?, to most: Int64?) {
      self.asset = asset
      self.least = least
      self.most = most
    }
  }

  package static let charactersMax = 80
  /// What comes after so many is not looked at.
  package static let tokensMax = 40
  package static let perPage = 24
  /// Nobody leafs further: a narrower question finds it sooner.
  package static let pagesMax = 40
  package static let resultsMax = perPage * pagesMax

  package let text: String
  package let kind: Kind
  /// A category, or a group with all that is in it. Sellers have none.
  package let category: ID<Category>?
  /// Sellers have none.
  package let prices: Prices?
  /// From 1.
  package let page: Int

  package init(
    _ text: String, for kind: Kind = .gigs, in category: ID<Category>? = nil,
    prices: Prices? = nil, page: Int = 1
  ) {
    precondition((1...Self.pagesMax).contains(page), "there is no page \(page)")
    self.text = text
    self.kind = kind
    self.category = category
    self.prices = prices
    self.page = page
  }

  /// All of which must stand in what is found. Empty when nothing of the text can be searched.
  package var tokens: [String] { Array(SearchTokens.ofQuery(text).prefix(Self.tokensMax)) }
}

/// What was found: one page of it.
package struct SearchRecord: Hashable, Sendable {
  package let query: SearchQuery
  /// On all pages; never above `resultsMax`.
  package let count: Int
  /// There are more than the count says.
  package let hasMore: Bool
  package let gigs: [GigCardRecord]
  package let sellers: [SellerCardRecord]

  package init(
    _ query: SearchQuery, count: Int = 0, hasMore: Bool = false, gigs: [GigCardRecord] = [],
    sellers: [SellerCardRecord] = []
  ) {
    self.query = query
    self.count = count
    self.hasMore = hasMore
    self.gigs = gigs
    self.sellers = sellers
  }

  package var pages: Int { (count + SearchQuery.perPage - 1) / SearchQuery.perPage }
}
