package import Theme

/// All there is to look through.
package struct CataloguePage: View {
  package let frame: Frame
  package let groups: [GroupLine]
  package let newestLink: Link?
  package let list: Facts?

  package init(
    frame: Frame,
    groups: [GroupLine],
    newestLink: Link? = nil
  ) {
    self.frame = frame
    self.groups = groups
    self.newestLink = newestLink
    list = Self.facts(of: groups, named: frame.title, at: frame.canonical)
  }

  package static let about = "The page of all groups and categories."
  package static let fields = Fields<Self>(
    Field("frame", \.frame, "What stands around the page."),
    Field("groups", \.groups, "All groups with their categories."),
    Field("newestLink", \.newestLink, "The newest services of all categories."),
    Field("list", \.list, "What search engines are told of the list."))
}
