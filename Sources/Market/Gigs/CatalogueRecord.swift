/// The whole catalogue as pages need it: small enough to be held while a site is built.
package struct CatalogueRecord: Hashable, Sendable {
  package struct Entry: Hashable, Sendable {
    package let category: Category
    /// How many gigs visitors are told there are in it.
    package let seen: Int64
    package let attributes: [CategoryAttribute]

    package init(_ category: Category, seen: Int64, attributes: [CategoryAttribute] = []) {
      self.category = category
      self.seen = seen
      self.attributes = attributes
    }
  }

  /// In the market as a whole.
  package let seen: Int64
  /// Open groups in their order.
  package let groups: [Entry]
  private let verticals: [String: Vertical]
  private let categories: [ID<Category>: [Entry]]
  private let entries: [ID<Category>: Entry]

  /// Groups and categories, each level in its order; what is closed may be among them.
  package init(_ all: [Entry], verticals: [Vertical] = [], seen: Int64) {
    self.seen = seen
    self.verticals = Dictionary(verticals.map { ($0.name, $0) }) { first, _ in first }
    groups = all.filter { $0.category.group == nil && $0.category.isOpen }
    categories = Dictionary(
      grouping: all.filter(\.category.isOpen).filter { $0.category.group != nil },
      by: { $0.category.group ?? $0.category.id })
    entries = Dictionary(all.map { ($0.category.id, $0) }) { first, _ in first }
  }

  package subscript(id: ID<Category>) -> Entry? { entries[id] }

  /// The way of working of a category; nil where there is none of its own.
  package func vertical(of id: ID<Category>) -> Vertical? {
    entries[id].flatMap { verticals[$0.category.vertical] }
  }

  /// In the order of their names.
  package var allVerticals: [Vertical] { verticals.values.sorted { $0.name < $1.name } }

  /// Open or closed, in the order of their numbers.
  package var everything: [Entry] { entries.values.sorted { $0.category.id < $1.category.id } }

  /// Everything open: each group, then its categories.
  package var lists: [Entry] { groups.flatMap { [$0] + categories(of: $0.category.id) } }

  /// The open categories of a group.
  package func categories(of group: ID<Category>) -> [Entry] { categories[group] ?? [] }

  /// The group that a category stands in; a group itself.
  package func group(of id: ID<Category>) -> Entry? {
    guard let entry = entries[id] else { return nil }
    return entry.category.group.flatMap { entries[$0] } ?? entry
  }
}
