import Market
import Testing
import Theme

@testable import Pages

@Suite struct GigLinkedDataTests {
  typealias Locale = Market.Locale

  private func product(
    _ locale: Locale = .english, change: (inout GigRecord) -> Void = { _ in }
  ) throws -> [String: Any] {
    try read(GigPage(Made.gig(change: change), in: try Made.edition(locale)).product)
  }

  @Test(arguments: [
    (Asset.cny, 128_050, 1280.5), (Asset(code: "JPY", scale: 0), 1280, 1280),
    (Asset(code: "KWD", scale: 3), 1_280_500, 1280.5),
  ])
  func `an offer costs what the currency says`(
    asset: Asset, minorUnits: Int64, price: Double
  ) throws {
    let product = try product {
      $0.content.asset = asset
      $0.content.packages = [Made.package("基础", "Basic", minorUnits)]
    }
    let offer = try #require((product["offers"] as? [[String: Any]])?.first)
    #expect(offer["price"] as? Double == price)
    #expect(offer["priceCurrency"] as? String == asset.code)
    #expect(offer["url"] as? String == "\(Made.origin)/en/g/tea-shop-logo-42")
  }

  @Test func `stars are told as the page shows them, and only if somebody gave some`() throws {
    #expect(try product()["aggregateRating"] == nil)
    let rated = try product { $0.figures = GigFigures(orders: 30, reviews: 20, stars: 97) }
    let rating = try #require(rated["aggregateRating"] as? [String: Any])
    #expect(rating["ratingValue"] as? Double == 4.9)
    #expect(rating["reviewCount"] as? Int == 20)
  }

  @Test func `an organisation sells as one`() throws {
    let product = try product { $0.seller.name.kind = .organisation }
    let offer = try #require((product["offers"] as? [[String: Any]])?.first)
    let seller = try #require(offer["seller"] as? [String: Any])
    #expect(seller["@type"] as? String == "Organization")
    #expect(seller["url"] as? String == "\(Made.origin)/en/s/lin-jianshan-5")
  }

  @Test(arguments: Made.locales)
  func `the way to a gig names every level, with its address`(locale: Locale) throws {
    let page = GigPage(Made.gig(), in: try Made.edition(locale))
    let items = try #require(try read(page.frame.trailFacts)["itemListElement"] as? [[String: Any]])
    let root = "\(Made.origin)/\(locale)"
    #expect(items.compactMap { $0["position"] as? Int } == [1, 2, 3])
    #expect(
      items.compactMap { $0["item"] as? String } == [
        "\(root)/c/design", "\(root)/c/logos", page.frame.canonical.text,
      ])
    let names = page.frame.trail.map(\.name.text) + [page.title.text]
    #expect(items.compactMap { $0["name"] as? String } == names)
  }

  @Test(arguments: Made.locales)
  func `nothing is told that the page does not show`(locale: Locale) throws {
    let record = Made.gig {
      $0.figures = GigFigures(orders: 3, reviews: 2, stars: 9)
      $0.reviews = [Made.review()]
    }
    let page = GigPage(record, in: try Made.edition(locale))
    let text = try rendered(page, in: locale)
    let body = text.drop { $0 != "<" }.components(after: "</head>")
    let product = try read(page.product)
    let offers = try #require(product["offers"] as? [[String: Any]])
    let names = offers.compactMap { $0["name"] as? String }
    let said = [product["name"], product["description"], product["category"]]
    for words in said.compactMap({ $0 as? String }) + names {
      #expect(body.contains(words), "\(words)")
    }
    #expect(body.contains("4.5"))
  }

  @Test func `a version tells search engines of no product`() throws {
    let page = GigPage(Made.gig(), asVersion: true, in: try Made.edition(.english))
    let text = try rendered(page, in: .english)
    #expect(!text.contains("\"Product\""))
    #expect(text.contains("<meta name=\"robots\" content=\"noindex\">"))
  }
}

extension Substring {
  fileprivate func components(after mark: String) -> Substring {
    firstRange(of: mark).map { self[$0.upperBound...] } ?? self
  }
}
