package import Market

extension Reading where Self: ~Copyable {
  /// In the order of their names.
  package func verticals() throws -> [Vertical] {
    try rows("select name, sheet from vertical order by name") { try Vertical(row: $0) }
  }

  package func vertical(named name: String) throws -> Vertical? {
    try row("select name, sheet from vertical where name = $1", name) { try Vertical(row: $0) }
  }

  /// By which the gigs of a category are made; nil where there is none of its own.
  package func vertical(of category: ID<Category>) throws -> Vertical? {
    try row(
      """
      select v.name, v.sheet from category c join vertical v on v.name = c.vertical
      where c.id = $1
      """, category
    ) { try Vertical(row: $0) }
  }

  /// What sellers of a category can begin with, in the order of the files.
  package func gigTemplates(in category: ID<Category>) throws -> [GigTemplate] {
    try rows(
      "select name, sheet from gig_template where category = $1 order by position", category
    ) { try GigTemplate(row: $0) }
  }

  /// All that there are, category by category.
  package func gigTemplates() throws -> [GigTemplate] {
    try rows(
      """
      select t.name, t.sheet from gig_template t join category c on c.id = t.category
      where c.is_open = 1 order by c.position, t.position
      """
    ) { try GigTemplate(row: $0) }
  }

  package func gigTemplate(named name: String) throws -> GigTemplate? {
    try row("select name, sheet from gig_template where name = $1", name) {
      try GigTemplate(row: $0)
    }
  }
}

extension Vertical {
  fileprivate init(row: borrowing Row) throws {
    let name: String = try row[0]
    do {
      self = try Vertical(Sheet(row[1], file: "vertical \(name)"))
    } catch let error as SheetError {
      throw StoreError.corrupt("the vertical \(name) cannot be read (\(error))")
    }
  }
}

extension GigTemplate {
  fileprivate init(row: borrowing Row) throws {
    let name: String = try row[0]
    do {
      try self.init(Sheet(row[1], file: "template \(name)"))
    } catch {
      guard error is SheetError || error is SheetFaults else { throw error }
      throw StoreError.corrupt("the template \(name) cannot be read (\(error))")
    }
  }
}
