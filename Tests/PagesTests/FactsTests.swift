import Foundation
import Market
import Samples
import Testing

@testable import Pages
@testable import Theme

@Suite struct FactsTests {
  @Test(arguments: [Market.Locale.chinese, .english])
  func `a gig is a product with an offer for each package`(locale: Market.Locale) throws {
    let page = Sample.gigPage(locale)
    let product = try read(page.product)
    #expect(product["@type"] as? String == "Product")
    #expect(product["name"] as? String == page.title.text)
    let offers = try #require(product["offers"] as? [[String: Any]])
    #expect(offers.compactMap { $0["name"] as? String } == page.packages.map(\.name.text))
    #expect(offers.compactMap { $0["price"] as? Double } == [1280, 2680, 5200])
    #expect(Set(offers.compactMap { $0["priceCurrency"] as? String }) == ["CNY"])
    let rating = try #require(product["aggregateRating"] as? [String: Any])
    #expect(rating["ratingValue"] as? Double == 4.9)
    #expect(rating["reviewCount"] as? Int == 412)
  }

  @Test func `stars are told only when somebody gave some`() throws {
    let seller = Sample.gigPage(.english).seller.who
    for (rating, count) in [(nil, 0), (Figure(49, scale: 1), 0)] as [(Figure?, Int)] {
      let facts = GigFacts(
        page: Sample.link("https://jishi.example/en/g/x-1"), number: 1, title: "X", summary: nil,
        category: "Logos", pictures: [], seller: seller, rating: rating, reviewCount: count,
        packages: [])
      #expect(try read(facts.product)["aggregateRating"] == nil)
    }
  }

  @Test func `the trail ends with the page and has whole addresses`() throws {
    let trail = try read(Sample.gigPage(.english).frame.trailFacts)
    let steps = try #require(trail["itemListElement"] as? [[String: Any]])
    #expect(steps.compactMap { $0["position"] as? Int } == [1, 2, 3])
    let addresses = steps.compactMap { $0["item"] as? String }
    #expect(addresses.first == "https://jishi.example/en/c/design")
    #expect(addresses.allSatisfy { $0.hasPrefix("https://jishi.example/en/") })
    #expect(Sample.missingPage(.english).frame.trailFacts == nil)
  }

  @Test(arguments: [Market.Locale.chinese, .english])
  func `the home page says whose site it is`(locale: Market.Locale) throws {
    let page = Sample.homePage(locale)
    let site = try read(page.website)
    #expect(site["@type"] as? String == "WebSite")
    #expect(site["name"] as? String == page.frame.siteName)
    #expect(site["url"] as? String == "https://jishi.example/\(locale)")
    let publisher = try #require(site["publisher"] as? [String: Any])
    #expect(publisher["@type"] as? String == "Organization")
    #expect(publisher["name"] as? String == page.frame.owner)
  }

  @Test func `the catalogue lists its groups and categories in the order of the page`() throws {
    let page = Sample.cataloguePage(.english)
    let list = try read(page.list)
    let items = try #require(list["itemListElement"] as? [[String: Any]])
    let names = page.groups.flatMap { [$0.name.text] + $0.categories.map(\.name.text) }
    #expect(items.compactMap { $0["name"] as? String } == names)
    #expect(items.compactMap { $0["position"] as? Int } == Array(1...names.count))
    let addresses = items.compactMap { $0["url"] as? String }
    #expect(addresses.allSatisfy { $0.hasPrefix("https://jishi.example/en/c/") })
    #expect(CataloguePage(frame: page.frame, groups: []).list == nil)
  }

  @Test func `a list of sellers leads to those who have a page`() throws {
    let page = Sample.skillPage(.english)
    let items = try #require(try read(page.list)["itemListElement"] as? [[String: Any]])
    #expect(page.sellers.count == 4)
    #expect(items.compactMap { $0["position"] as? Int } == [1, 2, 3])
    #expect(items.allSatisfy { ($0["url"] as? String)?.hasPrefix("https://") == true })
  }

  @Test func `an offer names a seller who has no page, without an address`() throws {
    let product = try read(Sample.bareGigPage(.english).product)
    let offer = try #require((product["offers"] as? [[String: Any]])?.first)
    let seller = try #require(offer["seller"] as? [String: Any])
    #expect(seller["name"] as? String == "Wolfeschlegelsteinhausenbergerdorff")
    #expect(seller["url"] == nil)
  }

  @Test func `an address that is whole stays as it is`() {
    let page = Sample.link("https://jishi.example/en/g/x-1")
    #expect(Sample.link("/covers/a.svg").whole(on: page) == "https://jishi.example/covers/a.svg")
    #expect(Sample.link("https://cdn.example/a").whole(on: page) == "https://cdn.example/a")
    #expect(Sample.link("/a").whole(on: Sample.link("/b")) == "/a")
    #expect(
      Sample.link("/a").whole(on: Sample.link("https://bare.example")) == "https://bare.example/a")
  }
}
