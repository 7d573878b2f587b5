package import Theme

/// A whole number of stars out of five, and how much of a row of five they fill.
package struct Stars: View {
  package static let most = 5
  /// The icon with five stars in a row is so wide, in its own units.
  package static let rowWidth = 120

  package let count: Int
  package let width: Int

  package init(_ count: Int) {
    precondition((0...Self.most).contains(count))
    self.count = count
    width = count * Self.rowWidth / Self.most
  }

  package static let about = "Stars that somebody gave."
  package static let fields = Fields<Self>(
    Field("count", \.count, "How many of five."),
    Field("width", \.width, "How much of a row of five stars is full, where the row is 120 wide."))
}
