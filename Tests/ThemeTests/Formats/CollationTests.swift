import Testing
import Theme

@Suite struct CollationTests {
  @Test func `Chinese is listed by pinyin between numbers and Latin, numbers by their value`()
    throws
  {
    let words = [
      "张三", "logo 设计", "设计", "翻译", "10 页", "9 页", "编程", "Logo 设计", "阿里", "重庆", "长沙", "行业",
    ]
    let order = try Collation(tag: "zh-CN").sorted(words, by: \.self)
    #expect(
      order == [
        "9 页", "10 页", "阿里", "编程", "重庆", "翻译", "设计", "行业", "张三", "长沙", "logo 设计", "Logo 设计",
      ])
  }

  @Test func `a character with several readings stands at one of them`() throws {
    // CLDR reads 曾 céng, 乐 lè, 行 xíng, 长 zhǎng and 重 zhòng, also where they are said
    // otherwise, as in 长沙; but it knows 重庆.
    let order = try Collation(tag: "zh-CN").sorted(
      ["重庆", "行业", "乐器", "长沙", "曾国", "好看", "了解", "中文", "重要", "长大"], by: \.self)
    #expect(order == ["曾国", "重庆", "好看", "乐器", "了解", "行业", "长大", "长沙", "中文", "重要"])
  }

  @Test(arguments: [
    ("de", ["Apfel", "Äpfel", "Zebra"]),
    ("sv", ["Apfel", "Zebra", "Äpfel"]),
    ("es", ["nube", "ñu", "oso"]),
    ("en", ["a2", "a10", "A10", "b"]),
    ("zh-TW", ["一", "十", "中", "國"]),
  ]) func `each language has its own order`(tag: String, order: [String]) throws {
    #expect(try Collation(tag: tag).sorted(order.reversed(), by: \.self) == order)
    #expect(try Collation(tag: tag).sorted(order, by: \.self) == order)
  }

  @Test func `texts that the language does not tell apart keep one order`() throws {
    let collation = try Collation(tag: "en")
    // A soft hyphen means nothing to the order, and neither do zeros before a number.
    let words = ["web", "we\u{AD}b", "gig 7", "gig 07"]
    let forwards = collation.sorted(words, by: \.self)
    #expect(forwards == collation.sorted(words.reversed(), by: \.self))
    #expect(Set(words.map(collation.sortKey)).count == words.count)
  }

  @Test func `keys stand in the order of the texts, whatever is sorted`() throws {
    let collation = try Collation(tag: "zh-CN")
    let rows = [(id: 1, name: "张"), (id: 2, name: ""), (id: 3, name: "阿")]
    #expect(collation.sorted(rows, by: \.name).map(\.id) == [2, 3, 1])
    #expect(collation.sortKey(of: "阿").lexicographicallyPrecedes(collation.sortKey(of: "张")))
  }

  @Test func `a language that nobody knows has no order`() {
    #expect(throws: FormatsError.unknown(tag: "qq")) { try Collation(tag: "qq") }
  }
}
