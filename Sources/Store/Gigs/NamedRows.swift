import Market

/// Tags or skills out of rows of number, slug, language and name; the rows of one thing follow
/// each other.
struct NamedRows {
  struct Entry {
    let id: Int64
    let slug: String
    var names = Localized()
    /// How many members visitors are told it has.
    let seen: Int64
  }

  private(set) var entries: [Entry] = []

  /// Where members are counted, their number stands in a fifth column.
  mutating func add(row: borrowing Row, isCounted: Bool = false) throws {
    let id: Int64 = try row[0]
    if entries.last?.id != id {
      entries.append(Entry(id: id, slug: try row[1], seen: isCounted ? try row[4] : 0))
    }
    guard let locale: Locale = try row[2] else { return }
    entries[entries.count - 1].names[locale] = try row[3] as String
  }

  var tags: [Tag] { entries.map(\.tag) }
  var skills: [Skill] { entries.map(\.skill) }
  var countedTags: [Counted<Tag>] { entries.map { Counted($0.tag, seen: $0.seen) } }
  var countedSkills: [Counted<Skill>] { entries.map { Counted($0.skill, seen: $0.seen) } }
}

extension NamedRows.Entry {
  fileprivate var tag: Tag { Tag(id: ID(id), slug: slug, names: names) }
  fileprivate var skill: Skill { Skill(id: ID(id), slug: slug, names: names) }
}
