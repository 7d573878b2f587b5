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

  @Test func `an address that is whole stays as it is`() {
    let page = Sample.link("https://jishi.example/en/g/x-1")
    #expect(Sample.link("/covers/a.svg").whole(on: page) == "https://jishi.example/covers/a.svg")
    #expect(Sample.link("https://cdn.example/a").whole(on: page) == "https://cdn.example/a")
    #expect(Sample.link("/a").whole(on: Sample.link("/b")) == "/a")
    #expect(
      Sample.link("/a").whole(on: Sample.link("https://bare.example")) == "https://bare.example/a")
  }
}
