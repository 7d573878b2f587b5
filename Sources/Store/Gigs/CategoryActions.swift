package import Market

package enum CatalogueError: Refusing, Hashable {
  case refused(Refusal)
  /// Gigs are on show in it: they must find another place first.
  case notEmpty(slug: String, shown: Int64)
  /// The name in addresses belongs to a category of the other level.
  case otherLevel(slug: String)
}

extension Transaction {
  /// Makes the catalogue what the plan says. What the plan no longer has is closed, not deleted:
  /// old gigs and orders point at it. Returns how many of its parts were changed.
  @discardableResult
  package func saveCatalogue(
    _ plan: CataloguePlan, by actor: Actor, at now: Instant
  ) throws -> Int {
    try actor.must(.keepCatalogue, or: CatalogueError.self)
    var changed = 0
    var kept: Set<String> = []
    for (place, group) in plan.groups.enumerated() {
      let wanted = Category(
        id: ID(0), group: nil, slug: group.slug, position: place, names: group.names,
        summaries: group.summaries)
      let (parent, isNew) = try save(wanted, [], at: now)
      changed += isNew ? 1 : 0
      kept.insert(group.slug)
      for (place, entry) in group.categories.enumerated() {
        let wanted = Category(
          id: ID(0), group: parent, slug: entry.slug, vertical: entry.vertical, position: place,
          names: entry.names, summaries: entry.summaries)
        changed += try save(wanted, entry.attributes, at: now).changed ? 1 : 0
        kept.insert(entry.slug)
      }
    }
    for category in try categories() where category.isOpen && !kept.contains(category.slug) {
      try close(category, at: now)
      changed += 1
    }
    changed += try saveVerticals(plan, at: now)
    if changed > 0 { try note("save catalogue", .category, 0, by: actor, at: now) }
    return changed
  }

  private func save(
    _ wanted: Category, _ attributes: [CategoryAttribute], at now: Instant
  ) throws -> (id: ID<Category>, changed: Bool) {
    guard let known = try category(slug: wanted.slug) else {
      let category = wanted.with(id: next(Category.self))
      try write(category, attributes)
      try record(
        Change(of: .category, category.id.number, from: nil, to: category.route), at: now)
      return (category.id, true)
    }
    let category = wanted.with(id: known.id)
    let isSame = try category == known && attributes == categoryAttributes(of: known.id)
    guard !isSame else { return (known.id, false) }
    guard (known.group == nil) == (category.group == nil) else {
      throw CatalogueError.otherLevel(slug: category.slug)
    }
    // Its gigs have slots in the old group.
    if known.group != category.group { try mustBeEmpty(known) }
    try write(category, attributes)
    try record(
      Change(of: .category, known.id.number, from: known.route, to: category.route), at: now)
    if !known.isOpen { try showGigs(in: known.id, at: now) }
    return (known.id, true)
  }

  /// What was published while the category was closed has waited for this.
  private func showGigs(in category: ID<Category>, at now: Instant) throws {
    let waiting: [ID<Gig>] = try rows(
      """
      select id from gig where category = $1 and state = 'published' and is_shown = 0 order by id
      """, category
    ) { try $0[0] }
    for gig in waiting { try showOrHide(self.gig(gig), at: now) }
  }

  private func close(_ category: Category, at now: Instant) throws {
    try mustBeEmpty(category)
    try run("update category set is_open = 0 where id = $1", category.id)
    let after = Route(
      category: category.route.category, slug: category.route.slug, isShown: false)
    try record(
      Change(of: .category, category.id.number, from: category.route, to: after), at: now)
  }

  private func mustBeEmpty(_ category: Category) throws {
    let shown = try listing(.category(category.id))?.shown ?? 0
    guard shown == 0 else { throw CatalogueError.notEmpty(slug: category.slug, shown: shown) }
  }

  private func write(_ category: Category, _ attributes: [CategoryAttribute]) throws {
    try run(
      """
      insert into category (id, parent, slug, vertical, position, is_open)
      values ($1, $2, $3, $4, $5, $6)
      on conflict (id) do update set parent = excluded.parent, slug = excluded.slug,
        vertical = excluded.vertical, position = excluded.position, is_open = excluded.is_open
      """, category.id, category.group, category.slug, category.vertical, category.position,
      category.isOpen)
    try run("delete from category_text where category = $1", category.id)
    let locales = Set(category.names.texts.keys).union(category.summaries.texts.keys)
    for locale in locales.sorted() {
      try run(
        "insert into category_text (category, locale, name, summary) values ($1, $2, $3, $4)",
        category.id, locale, category.names[locale] ?? "", category.summaries[locale] ?? "")
    }
    try run("delete from category_choice where category = $1", category.id)
    try run("delete from category_label where category = $1", category.id)
    try run("delete from category_need where category = $1", category.id)
    var position = 0
    for attribute in attributes {
      try label(attribute.label, category.id, attribute.name, "")
      if attribute.isRequired {
        try run(
          "insert into category_need (category, attribute) values ($1, $2)", category.id,
          attribute.name)
      }
      for choice in attribute.choices {
        try run(
          """
          insert into category_choice (category, position, attribute, choice)
          values ($1, $2, $3, $4)
          """, category.id, position, attribute.name, choice.name)
        try label(choice.label, category.id, attribute.name, choice.name)
        position += 1
      }
    }
  }

  private func label(
    _ label: Localized, _ category: ID<Category>, _ attribute: String, _ choice: String
  ) throws {
    for (locale, text) in label.inOrder {
      try run(
        """
        insert into category_label (category, attribute, choice, locale, label)
        values ($1, $2, $3, $4, $5)
        """, category, attribute, choice, locale, text)
    }
  }
}

extension Category {
  fileprivate func with(id: ID<Category>) -> Category {
    Category(
      id: id, group: group, slug: slug, vertical: vertical, position: position, isOpen: isOpen,
      names: names, summaries: summaries)
  }
}
