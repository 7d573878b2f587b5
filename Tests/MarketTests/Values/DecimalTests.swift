import Market
import Testing

@Suite struct DecimalTests {
  @Test(
    arguments: [
      ("5", 2, 500), ("5.5", 2, 550), ("5.50", 2, 550), ("0.01", 2, 1), ("007", 0, 7),
      ("1000000", 2, 100_000_000), ("92233720368547758.07", 2, Int64.max), ("0", 0, 0),
      ("1.0001", 4, 10_001), ("0.000000000000000001", 18, 1),
    ] as [(String, Int, Int64)])
  func `digits with a point are units`(text: String, scale: Int, units: Int64) {
    #expect(Int64(decimal: text, scale: scale) == units)
  }

  @Test(arguments: [
    "", ".", "5.", ".5", "5.555", "-5", "+5", "5,5", "1 000", "1_000", "5%", "٥", "5.5.5",
    "92233720368547758.08", "92233720368547759", "1e3", "0x1", " 5", "5 ", "５", "5\u{301}",
  ])
  func `anything else is no number`(text: String) {
    #expect(Int64(decimal: text, scale: 2) == nil)
  }

  @Test(
    arguments: [
      ("5.5", 550), ("1,250", 125_000), ("￥1，250,000.50", 125_000_050), ("$ 12", 1_200),
    ] as [(String, Int64)])
  func `an amount has commas between thousands`(text: String, units: Int64) {
    #expect(Int64(typed: text, scale: 2) == units)
  }

  @Test(arguments: [
    "12,50", "5,0", "12,5", "1234,567", "1,2345", ",500", "1,,000", "1,", "1.000,50", "1.5,000", "",
    "￥",
  ])
  func `a comma anywhere else is none`(text: String) {
    #expect(Int64(typed: text, scale: 2) == nil)
  }

  @Test(
    arguments: [
      (0, 2, "0.00"), (1, 2, "0.01"), (-1, 2, "-0.01"), (123, 2, "1.23"), (5, 0, "5"),
      (-1_234, 3, "-1.234"), (Int64.max, 2, "92233720368547758.07"),
      (Int64.min, 18, "-9.223372036854775808"),
    ] as [(Int64, Int, String)])
  func `units are shown with all their decimals`(units: Int64, scale: Int, text: String) {
    #expect(units.decimal(scale: scale) == text)
  }

  @Test func `money is shown by the scale of its asset`() {
    #expect(Money(minorUnits: 123_450, .cny).decimal == "1234.50")
    #expect(Money(minorUnits: 123, Asset(code: "JPY", scale: 0)).decimal == "123")
  }
}
