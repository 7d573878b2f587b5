import Market
import Store

extension Command {
  static let catalogue = Command(
    name: "catalogue", summary: "shows the categories, and loads them from files",
    details: """
      Of each category it shows how many gigs visitors see in it, and how many places were ever
      given. A closed category takes no gigs; it stays because old gigs and orders point at it.
      """, actions: [loadCatalogue]
  ) { _, config in
    let (market, entries) = try await config.read { snapshot in
      (
        try snapshot.listing(.market),
        try snapshot.categories().map { category in
          CatalogueLine(
            category: category, listing: try snapshot.listing(.category(category.id)))
        }
      )
    }
    let inOrder = CatalogueLine.tree(entries)
    let facts: [(String, Report.Fact)] = [
      ("shown", .number(market?.shown ?? 0)), ("slots", .number(market?.slots ?? 0)),
      ("groups", .list(CatalogueLine.facts(of: entries))),
    ]
    guard !inOrder.isEmpty else {
      return Report(
        facts,
        lines: [
          "The catalogue is empty; `jishi catalogue load` fills it from the files in \(config.content)/categories."
        ]
      )
    }
    let rows = [["CATEGORY", "SHOWN", "SLOTS", "NAMES"]] + inOrder.map(\.row)
    let sum = "\(market?.shown ?? 0) gigs shown, \(market?.slots ?? 0) slots in the whole market."
    return Report(facts, lines: Table(rows).lines + [sum])
  }

  private static let loadCatalogue = Command(
    name: "catalogue load", summary: "makes the catalogue what the files of a folder say",
    operands: [Operand(name: "FOLDER", isNeeded: false)],
    details: """
      Without FOLDER it is `categories` in the folder of the setting `content`. All files that end
      in .sheet are read: first those that a file `order` names, one name a line without its ending,
      then the others by name; then those of the folders `verticals` and `templates` in it, if they
      are there. Categories that the files no longer have are closed; gigs that are shown in them
      must be moved first. Verticals and templates are taken away.
      """
  ) { arguments, config in
    let folder = arguments.operands.first ?? "\(config.content)/categories"
    let files = try CatalogueFolder(folder)
    let plan = try files.plan()
    let change = try await config.change { tx, now in
      let before = try CatalogueState(of: tx)
      try tx.saveCatalogue(plan, by: .operator, at: now)
      return try CatalogueState(of: tx).change(since: before)
    }
    return Report(
      [("folder", .text(folder)), ("files", .number(Int64(files.count)))]
        + change.parts.map { ($0.name, .list($0.slugs.map { .text($0) })) },
      lines: change.lines(folder))
  }
}

/// What can change of a catalogue.
private struct CatalogueState {
  private let entries: [String: Entry]
  /// Verticals and templates by what they are told as.
  private let texts: [String: String]

  private struct Entry: Equatable {
    let category: Category
    let attributes: [CategoryAttribute]
  }

  init(of reading: borrowing Transaction) throws {
    let categories = try reading.categories()
    entries = Dictionary(
      uniqueKeysWithValues: try categories.map {
        ($0.slug, Entry(category: $0, attributes: try reading.categoryAttributes(of: $0.id)))
      })
    let verticals = try reading.verticals().map { ("vertical \($0.name)", $0.sheetText) }
    let templates = try categories.flatMap { try reading.gigTemplates(in: $0.id) }
      .map { ("template \($0.name)", $0.sheetText) }
    texts = Dictionary(uniqueKeysWithValues: verticals + templates)
  }

  func change(since before: CatalogueState) -> CatalogueChange {
    func slugs(_ isMeant: (Entry?, Entry) -> Bool) -> [String] {
      entries.filter { isMeant(before.entries[$0.key], $0.value) }.keys.sorted()
    }
    func names(_ isMeant: (String?, String) -> Bool) -> [String] {
      texts.filter { isMeant(before.texts[$0.key], $0.value) }.keys.sorted()
    }
    return CatalogueChange(
      added: slugs { old, _ in old == nil } + names { old, _ in old == nil },
      changed: slugs { old, new in old.map { $0 != new && new.category.isOpen } ?? false }
        + names { old, new in old.map { $0 != new } ?? false },
      closed: slugs { old, new in old?.category.isOpen == true && !new.category.isOpen },
      removed: before.texts.keys.filter { texts[$0] == nil }.sorted())
  }
}

private struct CatalogueChange: Sendable {
  let added: [String]
  let changed: [String]
  let closed: [String]
  let removed: [String]

  var parts: [(name: String, slugs: [String])] {
    [("added", added), ("changed", changed), ("closed", closed), ("removed", removed)]
  }

  func lines(_ folder: String) -> [String] {
    let lines = parts.filter { !$0.slugs.isEmpty }.map { part in
      ["  \(part.name)", part.slugs.joined(separator: ", ")]
    }
    return lines.isEmpty
      ? ["The catalogue is as the files in \(folder) say; nothing was changed."]
      : ["The catalogue now is as the files in \(folder) say:"] + Table(lines).lines
  }
}

private struct CatalogueLine: Sendable {
  let category: Category
  let listing: ListingState?

  var row: [String] {
    [
      (category.group == nil ? "" : "  ") + category.slug + (category.isOpen ? "" : " (closed)"),
      "\(listing?.shown ?? 0)", "\(listing?.slots ?? 0)", category.names.shown,
    ]
  }

  /// Each group before what stands in it.
  static func tree(_ lines: [CatalogueLine]) -> [CatalogueLine] {
    lines.filter { $0.category.group == nil }.flatMap { group in
      [group] + lines.filter { $0.category.group == group.category.id }
    }
  }

  static func facts(of lines: [CatalogueLine]) -> [Report.Fact] {
    lines.filter { $0.category.group == nil }.map { group in
      let inside = lines.filter { $0.category.group == group.category.id }
      return .table(group.facts + [("categories", .list(inside.map { .table($0.facts) }))])
    }
  }

  private var facts: [(String, Report.Fact)] {
    [
      ("id", .number(category.id.number)), ("slug", .text(category.slug)),
      ("names", category.names.fact), ("open", .flag(category.isOpen)),
      ("shown", .number(listing?.shown ?? 0)), ("slots", .number(listing?.slots ?? 0)),
    ]
  }
}
