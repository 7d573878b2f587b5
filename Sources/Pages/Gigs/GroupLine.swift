package import Theme

/// A group of categories.
package struct GroupLine: View {
  package let name: Said
  package let summary: Said?
  package let link: Link
  package let count: Int
  package let isRounded: Bool
  package let picture: Picture?
  package let categories: [CategoryLine]

  package init(
    name: Said,
    summary: Said? = nil,
    link: Link,
    count: Int,
    isRounded: Bool = false,
    picture: Picture? = nil,
    categories: [CategoryLine] = []
  ) {
    self.name = name
    self.summary = summary
    self.link = link
    self.count = count
    self.isRounded = isRounded
    self.picture = picture
    self.categories = categories
  }

  package static let about = "A group of categories, with what is in it."
  package static let fields = Fields<Self>(
    Field("name", \.name, "What the group is called."),
    Field("summary", \.summary, "What belongs there, in a sentence."),
    Field("link", \.link, "The page of the group."),
    Field(
      "count", \.count,
      "How many services there are in all of it; rounded down when there are many."),
    Field("isRounded", \.isRounded, "There are more than the count says."),
    Field("picture", \.picture, "A drawing that stands for the group."),
    Field("categories", \.categories, "The categories in it."))
}

/// A category in its group.
package struct CategoryLine: View {
  package let name: Said
  package let summary: Said?
  package let link: Link
  package let count: Int
  package let isRounded: Bool
  package let otherNames: String?

  package init(
    name: Said,
    summary: Said? = nil,
    link: Link,
    count: Int,
    isRounded: Bool = false,
    otherNames: String? = nil
  ) {
    self.name = name
    self.summary = summary
    self.link = link
    self.count = count
    self.isRounded = isRounded
    self.otherNames = otherNames
  }

  package static let about = "A category among those of its group."
  package static let fields = Fields<Self>(
    Field("name", \.name, "What the category is called."),
    Field("summary", \.summary, "What belongs there, in a sentence."),
    Field("link", \.link, "The page of the category."),
    Field("count", \.count, "How many services there are; rounded down when there are many."),
    Field("isRounded", \.isRounded, "There are more than the count says."),
    Field(
      "otherNames", \.otherNames,
      "What it is called in the other languages of the site, so that a search finds it by these too."
    ))
}
