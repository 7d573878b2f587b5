package import Theme

/// A page of those who have a skill.
package struct SkillPage: View {
  package let frame: Frame
  package let list: Facts?
  package let title: Said
  package let count: Int?
  package let isRounded: Bool
  package let number: Int?
  package let sellers: [SellerCard]
  package let pager: PagerBar?

  package init(
    frame: Frame,
    title: Said,
    count: Int? = nil,
    isRounded: Bool = false,
    number: Int? = nil,
    sellers: [SellerCard],
    pager: PagerBar? = nil
  ) {
    self.frame = frame
    list = Self.facts(of: sellers, named: title.text, at: frame.canonical)
    self.title = title
    self.count = count
    self.isRounded = isRounded
    self.number = number
    self.sellers = sellers
    self.pager = pager
  }

  package static let about = "A page that lists sellers with a skill."
  package static let fields = Fields<Self>(
    Field("frame", \.frame, "What stands around the page."),
    Field("list", \.list, "What search engines are told of the list."),
    Field("title", \.title, "What the skill is called."),
    Field(
      "count", \.count,
      "How many sellers have it; rounded down when there are many, and only on the front page."),
    Field("isRounded", \.isRounded, "There are more than the count says."),
    Field("number", \.number, "The number of this page; missing on the front page."),
    Field("sellers", \.sellers, "Sellers, the newest first."),
    Field("pager", \.pager, "The way to the other pages; missing when this is all."))
}
