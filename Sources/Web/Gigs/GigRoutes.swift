import Market
import Pages
import Store

enum GigRoutes {
  static let all = [one]

  private static let one = WebRoute.api(
    .get, "/api/v1/gigs/{gig}",
    "A gig that visitors can see, with its packages; prices are minor units of its currency.",
    takes: GigAsked.self, gives: GigJSON.shape
  ) { visit, asked in
    .read { rows in
      guard let record = try rows.gigRecord(asked.gig) else { throw Trouble(.notFound) }
      let worth = try asked.currency.flatMap { try Worth(of: record, in: $0, rows) }
      return .answer(visit.json(GigJSON.json(record, worth, visit.edition)))
    }
  }
}

private struct GigAsked: Input {
  let gig: ID<Gig>
  let currency: Asset?

  init(_ fields: inout Fields) {
    gig = fields.id("gig", "Its number, as it stands in the address of its page.")
    currency = fields.currency("currency", "In which its lowest price is told as well.")
  }
}

/// What the lowest price of a gig is worth in another currency by the newest rate that is known; nothing
/// when none is.
struct Worth {
  let money: Money
  let rate: Rate

  init?(of record: GigRecord, in currency: Asset, _ rows: borrowing Snapshot) throws {
    let own = record.content.asset
    guard let lowest = record.content.lowestPrice,
      let rate = try rows.latestRate(own, in: currency) ?? rows.latestRate(currency, in: own),
      let money = try? rate.converting(Money(minorUnits: lowest, own), to: currency)
    else { return nil }
    (self.money, self.rate) = (money, rate)
  }
}

enum GigJSON {
  static let shape = Shape.object([
    .init("gig", .integer, "Its number."),
    .init("version", .integer, "The number of what it says now; orders are about a version."),
    .init("links", .named(.text), "Its page in each language."),
    .init("titles", .named(.text), "What it is called in each language in which it was written."),
    .init("summaries", .named(.text), "One or two sentences about it."),
    .init("category", .optional(.text), "The name of its category in addresses."),
    .init("currency", .text, "The code of the currency of its prices."),
    .init(
      "packages",
      .list(
        .object([
          .init("names", .named(.text), "What it is called."),
          .init("price", .integer, "In minor units."),
          .init("deliveryDays", .integer, "Days from the start of the work."),
          .init("revisions", .optional(.integer), "Null is as many as it takes."),
        ])), "One to three, the smallest first."),
    .init(
      "worth",
      .optional(
        .object([
          .init("currency", .text, "The one that was asked for."),
          .init("lowestPrice", .integer, "In its minor units, rounded down."),
          .init("source", .text, "Who said what the rate is."),
          .init("at", .integer, "When, in milliseconds since 1970."),
        ])), "Its lowest price in the currency that was asked for, where a rate is known."),
    .init("reviews", .integer, "How many there are."),
    .init("stars", .integer, "The sum of what they gave: each one to five."),
    .init(
      "seller",
      .object([
        .init("names", .named(.text), "The name in each language."),
        .init("links", .named(.text), "The page in each language; none for who has no page."),
      ]), "Who offers it."),
  ])

  static func json(_ record: GigRecord, _ worth: Worth?, _ edition: Edition) -> JSON {
    let content = record.content
    let seller = record.seller.name
    return [
      "gig": .integer(record.gig.number),
      "version": .integer(record.version.id.number),
      "links": .links(.gig(record.gig, record.slugs), edition),
      "titles": .texts(content.texts.map { ($0.key, $0.value.title) }),
      "summaries": .texts(content.texts.map { ($0.key, $0.value.summary) }),
      "category": edition.catalogue[record.category].map { .text($0.category.slug) } ?? .null,
      "currency": .text(content.asset.code),
      "packages": .list(content.packages.map(package)),
      "worth": worth.map {
        [
          "currency": .text($0.money.asset.code), "lowestPrice": .integer($0.money.minorUnits),
          "source": .text($0.rate.source), "at": .integer($0.rate.at.milliseconds),
        ]
      } ?? .null,
      "reviews": .integer(record.figures.reviews),
      "stars": .integer(record.figures.stars),
      "seller": [
        "names": .texts(seller.names.inOrder),
        "links": seller.isShown ? .links(.seller(seller.party, seller.slugs), edition) : [:],
      ],
    ]
  }

  private static func package(_ package: GigPackage) -> JSON {
    [
      "names": .texts(package.name.inOrder), "price": .integer(package.price),
      "deliveryDays": .integer(Int64(package.deliveryDays)),
      "revisions": package.revisions.map { .integer(Int64($0)) } ?? .null,
    ]
  }
}

extension JSON {
  static func texts(_ texts: some Sequence<(locale: Locale, text: String)>) -> JSON {
    .object(texts.map { Member($0.locale.tag, .text($0.text)) })
  }

  /// A page in every language of the site.
  static func links(_ address: PageAddress, _ edition: Edition) -> JSON {
    .object(
      edition.locales.map { Member($0.tag, .text(address.path(in: $0))) })
  }
}

extension Fields {
  /// By its code; nil when there is none.
  mutating func currency(
    _ name: String, _ about: String, isRequired: Bool = false
  ) -> Asset? {
    let code = text(name, about, characters: (isRequired ? 1 : 0)...3)
    if code.isEmpty { return nil }
    guard let currency = Asset.currency(code) else {
      refuse(name, .notAChoice)
      return nil
    }
    return currency
  }
}
