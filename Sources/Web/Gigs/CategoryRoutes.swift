import Market
import Pages
import Store

enum CategoryRoutes {
  static let all = [tree]

  private static let category: [Shape.Member] = [
    .init("category", .integer, "Its number."),
    .init("slug", .text, "Its name in addresses."),
    .init("names", .named(.text), "What it is called in each language."),
    .init("links", .named(.text), "Its page in each language."),
    .init("gigs", .integer, "How many gigs visitors are told there are."),
  ]

  private static let shape = Shape.object([
    .init("gigs", .integer, "How many there are in the whole market."),
    .init(
      "groups",
      .list(
        .object(
          category + [.init("categories", .list(.object(category)), "What stands in it.")])),
      "In the order of the site."),
  ])

  /// For whom the same is as good for a while.
  private static let keepSeconds = 60

  private static let tree = WebRoute.api(
    .get, "/api/v1/categories", "The catalogue: groups, and the open categories in each.",
    takes: Nothing.self, gives: shape
  ) { visit, _ in
    .read { rows in
      let catalogue = try rows.catalogueRecord()
      let groups = catalogue.groups.map { group -> JSON in
        let inside = catalogue.categories(of: group.category.id)
        return .object(
          members(group, visit.edition) + [
            JSON.Member(
              "categories", .list(inside.map { .object(members($0, visit.edition)) }))
          ])
      }
      return .answer(
        visit.json(
          ["gigs": .integer(catalogue.seen), "groups": .list(groups)], keep: keepSeconds))
    }
  }

  private static func members(
    _ entry: CatalogueRecord.Entry, _ edition: Edition
  ) -> [JSON.Member] {
    let category = entry.category
    return [
      JSON.Member("category", .integer(category.id.number)),
      JSON.Member("slug", .text(category.slug)),
      JSON.Member("names", .texts(category.names.inOrder)),
      JSON.Member("links", .links(.category(category.slug), edition)),
      JSON.Member("gigs", .integer(entry.seen)),
    ]
  }
}
