package import Market

extension Reading where Self: ~Copyable {
  /// What has all words that are asked for, and is shown. First comes what has all of them in its
  /// title; then what is rated best, where a few early stars count less than many; then what was
  /// ordered most; then the newest. Both engines count the same, so they have the same order.
  package func search(_ query: SearchQuery) throws -> SearchRecord {
    let tokens = query.tokens
    guard !tokens.isEmpty else { return SearchRecord(query) }
    let words = SearchWords.text(tokens)
    let inTitle = SearchWords.text(tokens.map { SearchWords.titleMark + $0 })
    switch query.kind {
    case .gigs:
      let found = Found(try gigs(query, words, inTitle), query)
      return SearchRecord(
        query, count: found.count, hasMore: found.hasMore,
        gigs: try gigCards(found.page.map(ID.init)))
    case .sellers:
      let found = Found(try sellers(words, inTitle), query)
      return SearchRecord(
        query, count: found.count, hasMore: found.hasMore,
        sellers: try sellerCards(found.page.map(ID.init)))
    }
  }

  private func gigs(
    _ query: SearchQuery, _ words: String, _ inTitle: String
  ) throws -> [Int64] {
    try rows(
      """
      select g.id from matches(gig_search, $1) m join gig g on g.id = m.id
        left join matches(gig_search, $2) t on t.id = m.id
      where g.is_shown = 1
        and ($3 = 0 or g.category in (select id from category where id = $3 or parent = $3))
        and ($4 = '' or g.asset = $4 and g.lowest_price >= $5 and g.lowest_price <= $6)
      order by case when t.id is null then 1 else 0 end,
        (g.stars + $7) * 1000 / (g.reviews + $8) desc, g.orders desc, g.id desc
      limit $9
      """, words, inTitle, query.category?.number ?? 0, query.prices?.asset.code ?? "",
      query.prices?.least ?? 0, query.prices?.most ?? .max, Ranking.priorStars,
      Ranking.priorReviews, SearchQuery.resultsMax + 1
    ) { try $0[0] }
  }

  private func sellers(_ words: String, _ inTitle: String) throws -> [Int64] {
    try rows(
      """
      select f.party from matches(seller_search, $1) m join profile f on f.party = m.id
        left join matches(seller_search, $2) t on t.id = m.id
      where f.is_shown = 1
      order by case when t.id is null then 1 else 0 end,
        (f.stars + $3) * 1000 / (f.reviews + $4) desc, f.orders desc, f.party desc
      limit $5
      """, words, inTitle, Ranking.priorStars, Ranking.priorReviews, SearchQuery.resultsMax + 1
    ) { try $0[0] }
  }
}

/// The page that is asked for, out of all that was found.
private struct Found {
  let count: Int
  let hasMore: Bool
  let page: ArraySlice<Int64>

  init(_ ids: [Int64], _ query: SearchQuery) {
    count = min(ids.count, SearchQuery.resultsMax)
    hasMore = ids.count > count
    page = ids.prefix(count).dropFirst((query.page - 1) * SearchQuery.perPage)
      .prefix(SearchQuery.perPage)
  }
}
