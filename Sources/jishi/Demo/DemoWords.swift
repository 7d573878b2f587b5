import Market

/// Everything the demo market is made of, read and checked before anything is written.
struct DemoWords: Sendable {
  struct Group: Sendable {
    let slug: String
    let books: [Int]
    /// What a studio of this trade calls itself.
    let kinds: [Said]
  }

  let plan: CataloguePlan
  let groups: [Group]
  /// One a category, in the order of the catalogue.
  let books: [PhraseBook]
  /// The fields of each book's category.
  let attributes: [[CategoryAttribute]]
  /// What each of those categories works by, if by something of its own.
  let verticals: [Vertical?]
  let people: People

  /// From the operator's folder of texts.
  init(content: String) throws {
    func sheet(_ path: String) throws -> Sheet { try Sheet(TextFile.read(path), file: path) }
    plan = try CatalogueFolder("\(content)/categories").plan()
    let peopleSheet = try sheet("\(content)/demo/people.sheet")
    people = try People(peopleSheet)
    var groups: [Group] = []
    var books: [PhraseBook] = []
    var attributes: [[CategoryAttribute]] = []
    var verticals: [Vertical?] = []
    for group in plan.groups {
      var places: [Int] = []
      for entry in group.categories {
        places.append(books.count)
        books.append(
          try PhraseBook(sheet("\(content)/demo/\(entry.slug).sheet"), slug: entry.slug))
        attributes.append(entry.attributes)
        verticals.append(plan.verticals.first { $0.name == entry.vertical })
      }
      let kinds = people.said("kind \(group.slug)")
      guard !kinds.isEmpty, !places.isEmpty else {
        throw SheetError(peopleSheet.file, 1, "there is no [kind \(group.slug)]")
      }
      groups.append(Group(slug: group.slug, books: places, kinds: kinds))
    }
    self.groups = groups
    self.books = books
    self.attributes = attributes
    self.verticals = verticals
  }
}
