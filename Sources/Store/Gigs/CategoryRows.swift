package import Market

extension Reading where Self: ~Copyable {
  package func category(_ id: ID<Category>) throws -> Category {
    let found = try row(
      "select id, parent, slug, vertical, position, is_open from category where id = $1", id,
      as: CategoryRow.init)
    guard let found else { throw GigError.unknownCategory(id) }
    return try complete(found)
  }

  /// Where a category stands and whether it is open, without its words: all that a rule asks.
  func seat(_ id: ID<Category>) throws -> Category {
    let found = try row(
      "select id, parent, slug, vertical, position, is_open from category where id = $1", id,
      as: CategoryRow.init)
    guard let found else { throw GigError.unknownCategory(id) }
    return found.category(names: [:], summaries: [:])
  }

  package func category(slug: String) throws -> Category? {
    try row(
      "select id, parent, slug, vertical, position, is_open from category where slug = $1", slug,
      as: CategoryRow.init
    ).map { try complete($0) }
  }

  /// Groups first, each level in its order.
  package func categories() throws -> [Category] {
    var words: [ID<Category>: (names: Localized, summaries: Localized)] = [:]
    try each("select category, locale, name, summary from category_text") {
      let category: ID<Category> = try $0[0]
      let locale: Locale = try $0[1]
      words[category, default: ([:], [:])].names[locale] = try $0[2] as String
      words[category, default: ([:], [:])].summaries[locale] = try $0[3] as String
    }
    return try rows(
      """
      select id, parent, slug, vertical, position, is_open from category
      order by coalesce(parent, 0), position, id
      """, as: CategoryRow.init
    ).map { row in
      let words = words[row.id] ?? ([:], [:])
      return row.category(names: words.names, summaries: words.summaries)
    }
  }

  private func complete(_ row: CategoryRow) throws -> Category {
    var names = Localized()
    var summaries = Localized()
    try each("select locale, name, summary from category_text where category = $1", row.id) {
      let locale: Locale = try $0[0]
      names[locale] = try $0[1] as String
      summaries[locale] = try $0[2] as String
    }
    return row.category(names: names, summaries: summaries)
  }

  package func categoryAttributes(of category: ID<Category>) throws -> [CategoryAttribute] {
    var labels: [[String]: Localized] = [:]
    try each(
      "select attribute, choice, locale, label from category_label where category = $1", category
    ) {
      labels[[try $0[0], try $0[1]], default: Localized()][try $0[2]] = try $0[3] as String
    }
    return try categoryChoices(of: category).map { attribute in
      CategoryAttribute(
        name: attribute.name, label: labels[[attribute.name, ""]] ?? Localized(),
        choices: attribute.choices.map {
          .init(name: $0.name, label: labels[[attribute.name, $0.name]] ?? Localized())
        }, isRequired: attribute.isRequired)
    }
  }

  /// The attributes without their words: all that a rule asks.
  func categoryChoices(of category: ID<Category>) throws -> [CategoryAttribute] {
    let choices = try rows(
      "select attribute, choice from category_choice where category = $1 order by position",
      category
    ) { (attribute: try $0[0] as String, choice: try $0[1] as String) }
    let needed = try rows("select attribute from category_need where category = $1", category) {
      try $0[0] as String
    }
    var order: [String] = []
    for choice in choices where !order.contains(choice.attribute) { order.append(choice.attribute) }
    return order.map { name in
      CategoryAttribute(
        name: name, label: [:],
        choices: choices.filter { $0.attribute == name }.map { .init(name: $0.choice, label: [:]) },
        isRequired: needed.contains(name))
    }
  }
}

private struct CategoryRow {
  let id: ID<Category>
  let group: ID<Category>?
  let slug: String
  let vertical: String
  let position: Int
  let isOpen: Bool

  init(_ row: borrowing Row) throws {
    id = try row[0]
    group = try row[1]
    slug = try row[2]
    vertical = try row[3]
    position = try row[4]
    isOpen = try row[5]
  }

  func category(names: Localized, summaries: Localized) -> Category {
    Category(
      id: id, group: group, slug: slug, vertical: vertical, position: position, isOpen: isOpen,
      names: names, summaries: summaries)
  }
}
