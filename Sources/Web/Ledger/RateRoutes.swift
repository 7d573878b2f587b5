import Market
import Pages
import Store

enum RateRoutes {
  static let all = [one]

  private static let shape = Shape.object([
    .init("base", .text, "The code of what is priced."),
    .init("quote", .text, "The code of what it is priced in."),
    .init("numerator", .integer, "One of base is numerator / denominator of quote."),
    .init("denominator", .integer, "Whole units, not minor ones."),
    .init("source", .text, "Who said so."),
    .init("at", .integer, "When, in milliseconds since 1970."),
  ])

  private static let one = WebRoute.api(
    .get, "/api/v1/rates/{base}/{quote}",
    "What one currency costs in another, by the rate that was recorded last.",
    takes: RateAsked.self, gives: shape
  ) { visit, asked in
    .read { rows in
      guard let base = asked.base, let quote = asked.quote,
        let rate = try rows.latestRate(base, in: quote) ?? rows.latestRate(quote, in: base)
      else { throw Trouble(.notFound) }
      let isAsked = rate.base == base
      return .answer(
        visit.json([
          "base": .text(base.code), "quote": .text(quote.code),
          "numerator": .integer(isAsked ? rate.numerator : rate.denominator),
          "denominator": .integer(isAsked ? rate.denominator : rate.numerator),
          "source": .text(rate.source), "at": .integer(rate.at.milliseconds),
        ]))
    }
  }
}

private struct RateAsked: Input {
  let base: Asset?
  let quote: Asset?

  init(_ fields: inout Fields) {
    base = fields.currency("base", "A code of ISO 4217.", isRequired: true)
    quote = fields.currency("quote", "Another one.", isRequired: true)
  }
}
