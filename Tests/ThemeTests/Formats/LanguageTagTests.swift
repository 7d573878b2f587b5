import Testing
import Theme

@Suite struct LanguageTagTests {
  @Test(arguments: [
    ("zh-CN", "zh-CN"), ("en", "en"), ("en-US", "en"), ("zh-cn", "zh-CN"), ("zh-Hans", "zh-CN"),
    ("zh", "zh-CN"),
  ]) func `a text in the language of the page needs no mark`(text: String, page: String) {
    #expect(LanguageTag.mark(of: text, on: page) == nil)
  }

  @Test(arguments: [
    ("en", "zh-CN", "en"), ("zh-TW", "zh-CN", "zh-TW"), ("zh-hant", "zh-CN", "zh-Hant"),
    ("EN-gb", "en", "en-GB"), ("sr-Latn", "sr", "sr-Latn"), ("fil", "en", "fil"),
    ("de-CH-1996", "de", "de-CH-1996"),
  ]) func `another language is named as HTML names it`(text: String, page: String, mark: String) {
    #expect(LanguageTag.mark(of: text, on: page) == mark)
  }

  @Test(arguments: [
    "", "-", "en-", "english language", "en\" onclick=\"x", "en_US", "a", "1", "x<y", "中文",
    "en--US",
    "toolonglanguage", "en-US-US-US-",
  ]) func `what is no language tag marks nothing`(text: String) {
    #expect(LanguageTag.mark(of: text, on: "zh-CN") == nil)
  }

  @Test(arguments: ["qq", "xx-YY", "und", "tlh"])
  func `a language that CLDR does not know is told by its tag`(tag: String) {
    #expect(throws: FormatsError.unknown(tag: tag)) { try Formats(tag: tag) }
  }

  @Test(arguments: ["", "en_US", "e", "中文", "en-", "../en", "zh-CN "])
  func `what is no tag is told as it stands`(tag: String) {
    #expect(throws: FormatsError.malformed(tag: tag)) { try Formats(tag: tag) }
    #expect(FormatsError.malformed(tag: tag).description.contains("“\(tag)”"))
  }

  @Test(arguments: [("en-XA", "en"), ("en-QZ", "en"), ("zh-Hant-US", "zh-Hant"), ("de-CN", "de")])
  func `a region that CLDR does not know is written as its language`(tag: String, like: String)
    throws
  {
    let moment = Moment(Day(year: 2026, month: 11, day: 20), hour: 14, minute: 5, offsetMinutes: 0)
    let amount = Amount(minorUnits: -123_456, currency: "USD", scale: 2)
    let formats = try Formats(tag: tag)
    let others = try Formats(tag: like)
    #expect(text { formats.write(moment, into: &$0) } == text { others.write(moment, into: &$0) })
    #expect(text { formats.write(amount, into: &$0) } == text { others.write(amount, into: &$0) })
  }

  @Test func `a tag can ask for other digits`() throws {
    let formats = try Formats(tag: "ar-u-nu-latn")
    #expect(text { formats.write(12_345, into: &$0) } == "12,345")
  }
}
