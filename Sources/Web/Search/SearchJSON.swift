import Market
import Pages

enum SearchJSON {
  static let shape = Shape.object([
    .init(
      "count", .integer, "How many were found on all pages, at most \(SearchQuery.resultsMax)."),
    .init("hasMore", .flag, "There are more than the count says."),
    .init("page", .integer, "Which page this is, from 1."),
    .init("pages", .integer, "How many there are."),
    .init("gigs", .list(gig), "The best first: those that have all words in their title."),
    .init("sellers", .list(seller), "The same where sellers were asked for."),
  ])

  private static let name: [Shape.Member] = [
    .init("names", .named(.text), "The name in each language."),
    .init("links", .named(.text), "The page in each language; none for who has no page."),
  ]

  private static let gig = Shape.object([
    .init("gig", .integer, "Its number."),
    .init("links", .named(.text), "Its page in each language."),
    .init("titles", .named(.text), "What it is called in each language in which it was written."),
    .init("category", .optional(.text), "The name of its category in addresses."),
    .init("currency", .text, "The code of the currency of its prices."),
    .init("lowestPrice", .integer, "In minor units."),
    .init("deliveryDays", .integer, "Days until the quickest package is delivered."),
    .init("reviews", .integer, "How many there are."),
    .init("stars", .integer, "The sum of what they gave: each one to five."),
    .init("seller", .object(name), "Who offers it."),
  ])

  private static let seller = Shape.object(
    [.init("party", .integer, "The number, as it stands in the address of the page.")] + name + [
      .init("headlines", .named(.text), "What the seller does, in a sentence."),
      .init("orders", .integer, "Orders that were completed."),
      .init("reviews", .integer, "Of all services."),
      .init("stars", .integer, "The sum of what they gave."),
    ])

  static func json(_ record: SearchRecord, _ edition: Edition) -> JSON {
    [
      "count": .integer(Int64(record.count)), "hasMore": .flag(record.hasMore),
      "page": .integer(Int64(record.query.page)), "pages": .integer(Int64(record.pages)),
      "gigs": .list(record.gigs.map { json($0, edition) }),
      "sellers": .list(record.sellers.map { json($0, edition) }),
    ]
  }

  private static func json(_ card: GigCardRecord, _ edition: Edition) -> JSON {
    [
      "gig": .integer(card.gig.number), "links": .links(.gig(card.gig, card.slugs), edition),
      "titles": .texts(card.titles.inOrder),
      "category": edition.catalogue[card.category].map { .text($0.category.slug) } ?? .null,
      "currency": .text(card.lowestPrice.asset.code),
      "lowestPrice": .integer(card.lowestPrice.minorUnits),
      "deliveryDays": .integer(Int64(card.deliveryDays)),
      "reviews": .integer(card.figures.reviews), "stars": .integer(card.figures.stars),
      "seller": .object(members(card.seller, edition)),
    ]
  }

  private static func json(_ card: SellerCardRecord, _ edition: Edition) -> JSON {
    .object(
      [JSON.Member("party", .integer(card.name.party.number))] + members(card.name, edition) + [
        JSON.Member("headlines", .texts(card.headlines.inOrder)),
        JSON.Member("orders", .integer(card.figures.orders)),
        JSON.Member("reviews", .integer(card.figures.reviews)),
        JSON.Member("stars", .integer(card.figures.stars)),
      ])
  }

  private static func members(_ name: SellerNameRecord, _ edition: Edition) -> [JSON.Member] {
    [
      JSON.Member("names", .texts(name.names.inOrder)),
      JSON.Member(
        "links",
        name.isShown ? .links(.seller(name.party, name.slugs), edition) : .object([])),
    ]
  }
}
