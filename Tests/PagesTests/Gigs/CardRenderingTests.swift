import Market
import Samples
import Testing
import Theme

@testable import Pages

/// A card stands on many pages, and is rendered once.
@Suite struct CardRenderingTests {
  private func page(_ cards: [GigCard]) throws -> SellerPage {
    SellerPage(
      frame: Sample.gigPage(.english).frame,
      seller: try Made.composer(.english).line(Made.seller()), gigs: cards)
  }

  private func card(_ title: String, _ stamp: Stamp) -> GigCard {
    let card = Sample.gigPage(.english).related[0]
    return GigCard(
      title: Said(title), link: card.link, picture: card.picture, seller: card.seller,
      deliveryDays: 1, price: card.price, stamp: stamp)
  }

  private func rendered(_ pages: SellerPage..., in locale: Market.Locale) throws -> [String] {
    let template = try #require(
      try DefaultThemeTests.theme.get().template(for: SellerPage.self, in: locale.tag))
    var output = Output()
    return pages.map { page in
      output.clear()
      template.render(page, into: &output)
      return output.text
    }
  }

  @Test func `what has the same stamp has the same bytes, in one language and output`() throws {
    let stamp = Stamp.new()
    let first = try page([card("First", stamp)])
    let second = try page([card("Second", stamp), card("Third", .new()), card("Fourth", .none)])
    let both = try rendered(first, second, in: .english)
    #expect(both[1].contains("First") && !both[1].contains("Second"))
    #expect(both[1].contains("Third") && both[1].contains("Fourth"))
    #expect(try rendered(second, in: .english)[0].contains("Second"))
    #expect(try rendered(second, in: .chinese)[0].contains("Second"))
  }

  @Test func `cards of a composer are rendered once`() throws {
    let composer = try Made.composer(.english)
    let record = Made.card()
    #expect(composer.card(record).stamp == composer.card(record).stamp)
    #expect(composer.card(record).stamp != composer.card(Made.card { $0.deliveryDays = 9 }).stamp)
  }
}
