import Market
import Testing
import Theme

@testable import Pages

@Suite struct ReviewComposingTests {
  @Test func `a review in another language is marked, and so is the reply in its own`() throws {
    let record = Made.review(
      3, stars: 4, text: "Fine work.", in: .english, at: Made.moment("2026-11-20T16:00:00Z"),
      reply: Review.Reply(
        text: "多谢。", language: .chinese, at: Made.moment("2026-11-21T15:59:59Z")))
    let chinese = try Made.composer(.chinese).line(record)
    #expect(chinese.anchor == "review-3")
    #expect(chinese.text?.text == "Fine work." && chinese.text?.lang == "en")
    #expect(chinese.author.lang == "en")
    #expect(chinese.reply?.text.text == "多谢。" && chinese.reply?.text.lang == nil)
    #expect(chinese.stars.count == 4 && chinese.quality == 4)
    #expect(chinese.communication == 4 && chinese.timeliness == 3)
    let day = Day(year: 2026, month: 11, day: 21)
    #expect(chinese.day == day && chinese.reply?.day == day)
    let english = try Made.composer(.english).line(record)
    #expect(english.text?.lang == nil && english.author.lang == nil)
    #expect(english.reply?.text.lang == "zh-CN")
  }

  @Test func `stars without words are a review`() throws {
    let line = try Made.composer(.english).line(Made.review(text: ""))
    #expect(line.text == nil && line.reply == nil)
  }

  @Test func `the stars of all add up to what the page shows`() {
    let sums = StarSums(counts: [1, 0, 0, 3, 4], quality: 38, communication: 33, timeliness: 8)
    #expect(sums.lines.map(\.stars) == [5, 4, 3, 2, 1])
    #expect(sums.lines.map(\.count) == [4, 3, 0, 0, 1])
    #expect(sums.lines.map(\.share) == [50, 37, 0, 0, 12])
    #expect(sums.aspects.map(\.mean) == [48, 41, 10].map { Figure($0, scale: 1) })
    #expect(sums.aspects.map(\.share) == [95, 82, 20])
    #expect(StarSums.none.aspects.isEmpty)
    #expect(StarSums.none.lines.map(\.share) == [0, 0, 0, 0, 0])
  }

  @Test(arguments: Made.locales)
  func `one review is one in the words of the page`(locale: Market.Locale) throws {
    let gig = Made.gig {
      $0.figures = GigFigures(orders: 1, reviews: 1, stars: 5)
      $0.seller.figures.reviews = 1
      $0.seller.figures.gigsShown = 1
      $0.reviews = [Made.review()]
      $0.content.packages = [Made.package("基础", "Basic", 100, days: 1, revisions: 1)]
    }
    let page = try rendered(GigPage(gig, in: try Made.edition(locale)), in: locale)
    #expect(!page.contains(/\b1 (?:reviews|orders|services|days|revisions|stars)\b/))
    #expect(page.contains(locale == .chinese ? /1条评价/ : /\b1 review\b/))
  }
}
