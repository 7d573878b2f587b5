/// How one language writes numbers, money, days and lists.
///
/// Everything comes from CLDR and is taken apart when the locale is loaded; writing a value is then
/// copying bytes into the output: ICU is not asked again and nothing is allocated. What is written
/// has no character that HTML would take for markup. Only names of languages, of which there are
/// many, are asked for when they are needed.
package struct Formats: Sendable {
  package let tag: String

  private let numbers: SignedStyle
  private let percents: SignedStyle
  private let compact: CompactStyle
  private let money: MoneyStyle
  private let dates: DateStyle
  private let lists: ListStyle
  private let languages: LanguageNames

  /// A tag is that of a folder in `locales`, such as `en` or `zh-CN`.
  package init(tag: String) throws(FormatsError) {
    let locale = try UnicodeLocale(tag: tag)
    self.tag = tag
    numbers = try SignedStyle(asking: try UnicodeNumbers(.decimal, locale))
    percents = try SignedStyle(asking: try UnicodeNumbers(.percent, locale))
    compact = try CompactStyle(locale)
    money = try MoneyStyle(locale)
    dates = try DateStyle(locale, numbers.style.digits)
    lists = try ListStyle(locale)
    languages = LanguageNames(locale)
  }

  // MARK: Numbers

  /// 12,345
  package func write(_ number: Int, into output: inout Output) {
    numbers.write(number, scale: 0, into: &output)
  }

  /// 4.9; 5.0 when the figure has one decimal.
  package func write(_ figure: Figure, into output: inout Output) {
    numbers.write(figure.units, scale: figure.scale, into: &output)
  }

  /// 1.2K, 12K, 1.2万
  package func write(compact number: Int, into output: inout Output) {
    compact.write(number, into: &output)
  }

  /// 12.5% for a figure of 12.5
  package func write(percent figure: Figure, into output: inout Output) {
    percents.write(figure.units, scale: figure.scale, into: &output)
  }

  // MARK: Money

  /// ¥1,200.00
  package func write(_ amount: Amount, into output: inout Output) {
    money.write(amount, isPrice: false, into: &output)
  }

  /// ¥1,200, but ¥1,200.50
  package func write(price amount: Amount, into output: inout Output) {
    money.write(amount, isPrice: true, into: &output)
  }

  // MARK: Days

  /// November 20, 2026
  package func write(_ day: Day, into output: inout Output) { dates.write(day, into: &output) }

  /// November 2026
  package func write(month day: Day, into output: inout Output) {
    dates.write(month: day, into: &output)
  }

  /// 2026, in the digits of the language and without words.
  package func write(year day: Day, into output: inout Output) {
    dates.write(year: day, into: &output)
  }

  /// November 20, 2026 at 2:05 PM
  package func write(_ moment: Moment, into output: inout Output) {
    dates.write(moment, into: &output)
  }

  // MARK: Lists

  /// “a, b and c”; each item is written by the caller, who knows how to escape it.
  package func write(
    _ list: [String], into output: inout Output, item: (String, inout Output) -> Void
  ) {
    for (index, each) in list.enumerated() {
      writeGlue(before: index, of: list.count, each, into: &output)
      item(each, &output)
    }
    writeClosing(of: list.count, into: &output)
  }

  /// What goes before one item of a list, for who walks through the list alone. In Spanish and
  /// Hebrew it depends on the item.
  package func writeGlue(
    before index: Int, of count: Int, _ item: String, into output: inout Output
  ) {
    lists.writeGlue(before: index, of: count, item, into: &output)
  }

  /// What goes after the last item; in most languages nothing.
  package func writeClosing(of count: Int, into output: inout Output) {
    lists.writeClosing(of: count, into: &output)
  }

  // MARK: Languages

  /// “Chinese” for zh and zh-CN alike, “Traditional Chinese” for zh-TW; as it stands inside a
  /// sentence: “chinois” in French. Nil when the language has no name for it, or when it is none.
  package func name(ofLanguage tag: String) -> String? { languages.name(of: tag) }
}
