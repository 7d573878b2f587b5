import Market
import Testing

@Suite struct MediaReportTests {
  static let reports: [MediaReport] = [
    .taken(
      LookedAt(
        width: 4_032, height: 3_024,
        renditions: [
          Rendition(.webp, width: 800, height: 600), Rendition(.jpeg, width: 800, height: 600),
          Rendition(.avif, width: 400, height: 300),
        ])),
    .taken(
      LookedAt(
        width: 1_600, height: 2_264, pages: 3,
        renditions: [Rendition(.webp, width: 400, height: 566)])),
    .refused(.tooManyPixels(max: MediaLimits.pixelsMax)),
    .refused(.tooSmall(sideMin: MediaLimits.sideMin)),
    .refused(.tooManyPages(max: MediaLimits.pagesMax)), .refused(.unreadable),
  ]

  @Test(arguments: reports)
  func `what is told is understood, and nothing less or more`(report: MediaReport) {
    #expect(MediaReport(report.text) == report)
    #expect(MediaReport(String(report.text.dropLast())) == nil)
    #expect(MediaReport(report.text + "\n") == nil)
    #expect(MediaReport(report.text + "refused pixels\n") == nil)
    #expect(MediaReport(" " + report.text) == nil)
  }

  @Test(arguments: [
    "picture 4 +3\nrendition webp 4 3\n", "picture 4 3\n", "picture 4 3 2\nrendition webp 4 3\n",
    "document 4 3\nrendition webp 4 3\n", "picture 4 3\nrendition png 4 3\n",
    "picture 4 3\nrendition webp 0 3\n", "picture 99999999999999999999 3\nrendition webp 4 3\n",
    "picture 4 -3\nrendition webp 4 3\n", "refused everything\n", "refused\n",
  ])
  func `what is not exactly a report is none`(text: String) {
    #expect(MediaReport(text) == nil)
  }

  private func card(_ title: String, market: String = "集市") -> ShareCard {
    ShareCard(
      language: .chinese, title: title, seller: "林小满", category: "标志设计", price: "¥200 起",
      market: market)
  }

  @Test func `a card comes back as it was, and no text becomes another field`() {
    #expect(ShareCard(card("设计=标志").text) == card("设计=标志"))
    for mark in ["\n", "\r", "\r\n", "\u{2028}", "\u{85}", "\0"] {
      let sly = ShareCard(card("a\(mark)price=¥1").text)
      #expect(sly?.price == "¥200 起")
      #expect(sly?.title.hasPrefix("a ") == true)
    }
    #expect(ShareCard("title=a\n") == nil)
    #expect(ShareCard(card("a").text + "title=b\n") == nil)
  }

  @Test(arguments: [
    ("集市", "集市"), ("大集市平台", "大集"), ("Jishi", "J"), ("jishi 集市", "J"), ("  ", ""), ("集 Market", "集"),
  ])
  func `a seal has two characters or one letter`(market: String, seal: String) {
    #expect(card("a", market: market).seal == seal)
  }
}
