import Testing
import Theme

/// What readers of twelve languages see. The spaces that do not break are written out.
@Suite struct WrittenFormatsTests {
  @Test(arguments: WrittenExamples.all) func `values are written as their readers write them`(
    tag: String, expected: [String]
  ) throws {
    let formats = try Formats(tag: tag)
    let day = Day(year: 2026, month: 11, day: 20)
    let moment = Moment(day, hour: 14, minute: 5, offsetMinutes: 480)
    let written = [
      text { formats.write(1234, into: &$0) },
      text { formats.write(-12_345_678, into: &$0) },
      text { formats.write(Figure(49, scale: 1), into: &$0) },
      text { formats.write(compact: 1_234, into: &$0) },
      text { formats.write(compact: 12_345, into: &$0) },
      text { formats.write(compact: 123_456_789, into: &$0) },
      text { formats.write(percent: Figure(125, scale: 1), into: &$0) },
      text { formats.write(money(120_000, "CNY"), into: &$0) },
      text { formats.write(price: money(-120_000, "USD"), into: &$0) },
      text { formats.write(money(1_250, "USDT"), into: &$0) },
      text { formats.write(day, into: &$0) },
      text { formats.write(month: day, into: &$0) },
      text { formats.write(year: day, into: &$0) },
      text { formats.write(moment, into: &$0) },
      text { formats.write(["a", "b"], into: &$0) { $1.append(asIs: $0) } },
      text { formats.write(["a", "b", "c", "d"], into: &$0) { $1.append(asIs: $0) } },
    ]
    #expect(written == expected)
  }

  @Test func `a price has no decimals when they are all zero, and all of them otherwise`() throws {
    let formats = try Formats(tag: "zh-CN")
    #expect(text { formats.write(price: money(120_000, "CNY"), into: &$0) } == "¥1,200")
    #expect(text { formats.write(price: money(120_050, "CNY"), into: &$0) } == "¥1,200.50")
    #expect(text { formats.write(price: money(0, "CNY"), into: &$0) } == "¥0")
    #expect(text { formats.write(price: money(-5, "CNY"), into: &$0) } == "-¥0.05")
  }

  @Test func `a code that is no code does not become markup`() throws {
    let formats = try Formats(tag: "en")
    let written = text { formats.write(money(100, "<b class=\"x\">&"), into: &$0) }
    #expect(written == "b class=x\u{A0}1.00")
  }

  @Test func `hours are counted as the language counts them`() throws {
    let day = Day(year: 2026, month: 1, day: 2)
    let hours = [0, 1, 11, 12, 13, 23].map { Moment(day, hour: $0, minute: 0, offsetMinutes: 0) }
    let english = try Formats(tag: "en")
    #expect(
      hours.map { hour in String(text { english.write(hour, into: &$0) }.dropFirst(19)) } == [
        "12:00\u{202F}AM", "1:00\u{202F}AM", "11:00\u{202F}AM", "12:00\u{202F}PM",
        "1:00\u{202F}PM", "11:00\u{202F}PM",
      ])
    let german = try Formats(tag: "de")
    #expect(
      hours.map { hour in String(text { german.write(hour, into: &$0) }.suffix(5)) } == [
        "00:00", "01:00", "11:00", "12:00", "13:00", "23:00",
      ])
  }

  @Test func `every item of a list goes through the one who escapes`() throws {
    let formats = try Formats(tag: "es")
    let words = ["Ana", "hielo", "Inés"]
    #expect(
      text { formats.write(words, into: &$0) { $1.append(asIs: "[\($0)]") } }
        == "[Ana], [hielo] e [Inés]"
    )
    #expect(text { formats.write([], into: &$0) { $1.append(asIs: $0) } }.isEmpty)
    #expect(text { formats.write(["a"], into: &$0) { $1.append(asIs: $0) } } == "a")
  }

  @Test func `nothing that a language writes looks like markup`() throws {
    let day = Day(year: 2026, month: 11, day: 20)
    for tag in UnicodeLocale.all {
      let formats = try Formats(tag: tag)
      let written = text { output in
        for zeros in 0..<18 {
          let number = (0..<zeros).reduce(-1) { number, _ in number * 10 }
          formats.write(compact: number, into: &output)
        }
        for code in CurrencySymbols.codes { formats.write(money(-100_000, code), into: &output) }
        formats.write(Moment(day, hour: 14, minute: 5, offsetMinutes: 0), into: &output)
        formats.write(month: day, into: &output)
        formats.write(percent: Figure(1, scale: 1), into: &output)
        formats.write(["a", "b", "c", "d"], into: &output) { $1.append(asIs: $0) }
      }
      let marks = written.filter { "<>&\"".contains($0) }
      #expect(marks.isEmpty, "\(tag)")
    }
  }

  private func money(_ units: Int64, _ code: String) -> Amount {
    Amount(minorUnits: units, currency: code, scale: 2)
  }
}
