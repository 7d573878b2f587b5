package import Theme

/// The way between the pages of a listing.
package struct PagerBar: View {
  package let isFront: Bool
  package let previous: Link?
  package let next: Link?
  package let pages: [PagerLine]

  package init(
    isFront: Bool,
    previous: Link? = nil,
    next: Link? = nil,
    pages: [PagerLine]
  ) {
    self.isFront = isFront
    self.previous = previous
    self.next = next
    self.pages = pages
  }

  package static let about = "The way from one page of a list to the others."
  package static let fields = Fields<Self>(
    Field("isFront", \.isFront, "It stands on the front page, not on a numbered one."),
    Field(
      "previous", \.previous, "The page with what is newer, or the front page; missing on that."),
    Field("next", \.next, "The page with what is older; missing when there is none."),
    Field(
      "pages", \.pages,
      "Links to the pages around this one, itself among them; on the front page to those after it.")
  )
}
