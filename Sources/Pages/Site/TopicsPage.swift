package import Theme

/// Where a search leads: all that services can be found by.
package struct TopicsPage: View {
  package let frame: Frame
  package let groups: [GroupLine]
  package let skills: [CountedLink]
  package let tags: [CountedLink]

  package init(
    frame: Frame,
    groups: [GroupLine],
    skills: [CountedLink] = [],
    tags: [CountedLink] = []
  ) {
    self.frame = frame
    self.groups = groups
    self.skills = skills
    self.tags = tags
  }

  package static let about = "The page that lists all topics, among which its script searches."
  package static let fields = Fields<Self>(
    Field("frame", \.frame, "What stands around the page."),
    Field("groups", \.groups, "All groups with their categories."),
    Field("skills", \.skills, "Skills that sellers have."),
    Field("tags", \.tags, "Tags of services."))
}

/// An address and how many things stand there.
package struct CountedLink: View {
  package let name: Said
  package let link: Link
  package let count: Int
  package let otherNames: String?

  package init(
    name: Said,
    link: Link,
    count: Int,
    otherNames: String? = nil
  ) {
    self.name = name
    self.link = link
    self.count = count
    self.otherNames = otherNames
  }

  package static let about = "A link with a count."
  package static let fields = Fields<Self>(
    Field("name", \.name, "What it is called."),
    Field("link", \.link, "Where it leads."),
    Field("count", \.count, "How many services or sellers are there."),
    Field(
      "otherNames", \.otherNames,
      "What it is called in the other languages of the site, so that a search finds it by these too."
    ))
}
