package import Market
package import Theme

/// One of the things by which a seller's level is found, beside what the level asks for.
package struct MeasureLine: View {
  package let criterion: Criterion
  package let isMet: Bool
  package let share: Int
  package let figures: MeasureFigures

  package init(_ measure: Assessment.Measure, currency: Asset) {
    criterion = measure.criterion
    isMet = measure.isMet
    share = Self.share(of: measure)
    figures = MeasureFigures(measure, currency: currency)
  }

  private static func share(of measure: Assessment.Measure) -> Int {
    if measure.isMet { return 100 }
    // A bar would tell what somebody has earned.
    guard measure.criterion != .earnings, let value = measure.value else { return 0 }
    return Int(min(99, max(0, value * 100 / max(measure.threshold, 1))))
  }

  package static let about = "One of the things by which a level is found."
  package static let fields = Fields<Self>(
    Field("criterion", \.criterion, "What is measured."),
    Field("isMet", \.isMet, "It is enough for the level."),
    Field(
      "share", \.share, "Hundredths of what the level asks for, for a bar; 100 when it is met."),
    Field("figures", \.figures, "What was reached and what is asked for, each in its own unit."))
}

/// What was reached and what is needed, in the unit of what is measured.
package enum MeasureFigures: Choice {
  case count(CountMeasure)
  case percent(FigureMeasure)
  case stars(FigureMeasure)
  case money(MoneyMeasure)

  init(_ measure: Assessment.Measure, currency: Asset) {
    let needed = measure.threshold
    switch measure.criterion {
    case .orders, .buyers, .days:
      self = .count(CountMeasure(reached: measure.value.map { Int($0) }, needed: Int(needed)))
    case .completion, .onTime, .response:
      self = .percent(
        FigureMeasure(reached: measure.value.map(Figure.percent), needed: .percent(needed)))
    case .rating:
      self = .stars(
        FigureMeasure(
          reached: measure.value.map { Figure(Int($0), scale: 2) },
          needed: Figure(Int(needed), scale: 2)))
    case .earnings:
      self = .money(
        MoneyMeasure(
          needed: Amount(minorUnits: needed, currency: currency.code, scale: currency.scale)))
    }
  }

  package static let cases = [
    ChoiceCase("count", CountMeasure.self), ChoiceCase("percent", FigureMeasure.self),
    ChoiceCase("stars", FigureMeasure.self), ChoiceCase("money", MoneyMeasure.self),
  ]

  package var position: Int {
    switch self {
    case .count: 0
    case .percent: 1
    case .stars: 2
    case .money: 3
    }
  }

  package func withPayload(_ show: (Payload) -> Void) {
    switch self {
    case .count(let measure): Payload.lend(measure, to: show)
    case .percent(let measure), .stars(let measure): Payload.lend(measure, to: show)
    case .money(let measure): Payload.lend(measure, to: show)
    }
  }
}
