/// A place in the catalogue. The tree has two levels: groups, and what stands in them.
package struct Category: Hashable, Sendable {
  package static let nameCharactersMax = 40
  package static let summaryCharactersMax = 160

  package let id: ID<Category>
  /// Nil for a group.
  package let group: ID<Category>?
  package let slug: String
  /// The name of the way of working that applies here; `general` for most.
  package let vertical: String
  package let position: Int
  package let isOpen: Bool
  package let names: Localized
  package let summaries: Localized

  package init(
    id: ID<Category>, group: ID<Category>?, slug: String, vertical: String = Vertical.general,
    position: Int, isOpen: Bool = true, names: Localized, summaries: Localized
  ) {
    self.id = id
    self.group = group
    self.slug = slug
    self.vertical = vertical
    self.position = position
    self.isOpen = isOpen
    self.names = names
    self.summaries = summaries
  }

  func mustTakeGigs() throws(GigError) {
    guard isOpen, group != nil else { throw .closedCategory(id) }
  }

  package var route: Route {
    Route(category: group?.number, slug: slug, isShown: isOpen)
  }
}

extension Category: Entity {
  package static let noun = Noun.category
}

/// A field that a category's gigs have and others have not, with what can be chosen for it.
package struct CategoryAttribute: Hashable, Sendable {
  package struct Choice: Hashable, Sendable {
    package let name: String
    package let label: Localized

    package init(name: String, label: Localized) {
      self.name = name
      self.label = label
    }
  }

  package let name: String
  package let label: Localized
  package let choices: [Choice]
  /// Nothing is published in the category without one of the choices.
  package let isRequired: Bool

  package init(name: String, label: Localized, choices: [Choice], isRequired: Bool = false) {
    self.name = name
    self.label = label
    self.choices = choices
    self.isRequired = isRequired
  }
}

/// A word that sellers put on their gigs, by which visitors find more of the kind.
package struct Tag: Hashable, Sendable, Entity {
  package static let noun = Noun.tag
  /// Whatever the rules of the day allow on a gig.
  package static let nameCharactersMax = 40

  package let id: ID<Tag>
  package let slug: String
  package let names: Localized

  package init(id: ID<Tag>, slug: String, names: Localized) {
    self.id = id
    self.slug = slug
    self.names = names
  }
}
