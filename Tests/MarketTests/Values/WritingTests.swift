import Market
import Testing

@Suite struct WritingTests {
  @Test(arguments: ["a", "王小明", "👩‍👩‍👧‍👧", "Zoë 🇨🇳", "e\u{301}", "ن\u{200C}ما", "a\u{200B}b", "\u{A0}a"])
  func `a line that says something`(text: String) {
    #expect(text.isLine(atMost: 8))
    #expect(text.isText(atMost: 8))
  }

  @Test(arguments: [
    "", " ", "\t", "\n", "\u{A0}", "\u{3000}", "\u{200B}", "\u{200D}\u{2060}", "\u{FEFF}",
    "\u{AD}", "\u{115F}", "\u{3164}", "\u{FFA0}", "\u{2800}", "\u{E0061}", "\u{FE0F}",
  ])
  func `what nobody can see says nothing`(text: String) {
    #expect(text.isBlank)
    #expect(!text.isLine(atMost: 8))
    #expect(!text.isText(atMost: 8))
  }

  @Test(arguments: ["a\nb", "a\u{2028}b", "a\u{2029}b"])
  func `a line is one`(text: String) {
    #expect(!text.isLine(atMost: 8))
    #expect(text.isText(atMost: 8))
  }

  @Test(arguments: [
    "a\u{0}", "a\u{7}", "a\r", "a\tb", "a\u{7F}", "a\u{85}", "\u{202E}a", "\u{2066}a", "a\u{FFFF}",
    "a\u{1FFFE}", "123456789",
  ])
  func `what does harm or is too long`(text: String) {
    #expect(!text.isLine(atMost: 8))
    #expect(!text.isText(atMost: 8))
  }
}
