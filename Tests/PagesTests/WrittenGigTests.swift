import Counting
import Market
import Pages
import Samples
import Testing
import Theme

/// The page that was written by hand, which the bench holds the theme against.
@Suite struct WrittenGigTests {
  static let pages = [
    Sample.gigPage(.chinese), Sample.plainGigPage(.chinese), Sample.bareGigPage(.chinese),
  ]

  @Test(arguments: pages.indices)
  func `a page by hand and one through the theme are the same, byte for byte`(index: Int) throws {
    let theme = try DefaultThemeTests.theme.get()
    let template = try #require(theme.template(for: GigPage.self, in: Locale.chinese.tag))
    let written = try WrittenGig(theme)
    var one = Output()
    var other = Output()
    template.render(Self.pages[index], into: &one)
    written.write(Self.pages[index], into: &other)
    let lines = one.text.split(separator: "\n")
    for (line, byHand) in zip(lines, other.text.split(separator: "\n")) where line != byHand {
      try #require(line == byHand)
    }
    #expect(one.text == other.text)
  }

  @Test func `a page allocates nothing once the output has grown`() throws {
    let theme = try DefaultThemeTests.theme.get()
    let template = try #require(theme.template(for: GigPage.self, in: Locale.chinese.tag))
    var output = Output()
    template.render(Self.pages[0], into: &output)
    let before = allocations_of_this_thread()
    for _ in 0..<100 {
      output.clear()
      template.render(Self.pages[0], into: &output)
    }
    #expect(allocations_of_this_thread() - before == 0)
  }
}
