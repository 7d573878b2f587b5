package import Theme

/// One published version of a gig, which its page keeps as it was.
package struct VersionLine: View {
  package let number: Int
  package let day: Day?
  package let current: Link
  package let isCurrent: Bool

  package init(
    number: Int,
    day: Day? = nil,
    current: Link,
    isCurrent: Bool = false
  ) {
    self.number = number
    self.day = day
    self.current = current
    self.isCurrent = isCurrent
  }

  package static let about = "A version of a service that was once on offer, or still is."
  package static let fields = Fields<Self>(
    Field("number", \.number, "Its number, from 1."),
    Field("day", \.day, "When it was published."),
    Field("current", \.current, "The page of the service as it is now."),
    Field("isCurrent", \.isCurrent, "It is the version that is on offer now."))
}
