package import Theme

/// One page of a listing among others.
package struct PagerLine: View {
  package let number: Int
  package let link: Link
  package let isHere: Bool
  package let isAfterGap: Bool

  package init(
    number: Int,
    link: Link,
    isHere: Bool = false,
    isAfterGap: Bool = false
  ) {
    self.number = number
    self.link = link
    self.isHere = isHere
    self.isAfterGap = isAfterGap
  }

  package static let about = "A number of the pager."
  package static let fields = Fields<Self>(
    Field("number", \.number, "The number of the page, from 1."),
    Field("link", \.link, "The address of that page."),
    Field("isHere", \.isHere, "It is this page."),
    Field("isAfterGap", \.isAfterGap, "Pages between it and the one before are left out."))
}
