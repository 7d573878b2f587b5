package import Theme

package struct CountMeasure: View {
  package let reached: Int?
  package let needed: Int

  package static let about = "A measure that is counted."
  package static let fields = Fields<Self>(
    Field("reached", \.reached, "How many so far; missing when nothing could be counted."),
    Field("needed", \.needed, "How many the level asks for."))
}

package struct FigureMeasure: View {
  package let reached: Figure?
  package let needed: Figure

  package static let about = "A measure with decimals."
  package static let fields = Fields<Self>(
    Field("reached", \.reached, "What was reached; missing when there is nothing to measure yet."),
    Field("needed", \.needed, "What the level asks for."))
}

/// What somebody earned is nobody else's business, so only what is asked for is told.
package struct MoneyMeasure: View {
  package let needed: Amount

  package static let about = "A measure in money, without what the seller has earned."
  package static let fields = Fields<Self>(
    Field("needed", \.needed, "How much the level asks for."))
}
