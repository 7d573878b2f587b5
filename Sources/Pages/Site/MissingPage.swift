package import Theme

/// What stands where nothing is.
package struct MissingPage: View {
  package let frame: Frame
  package let groups: [NamedLink]

  package init(
    frame: Frame,
    groups: [NamedLink] = []
  ) {
    self.frame = frame
    self.groups = groups
  }

  package static let about = "The page for an address that leads nowhere."
  package static let fields = Fields<Self>(
    Field("frame", \.frame, "What stands around the page."),
    Field("groups", \.groups, "Groups of categories to go on from."))
}
