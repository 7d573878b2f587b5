/// The catalogue as an operator's files describe it: groups, their categories, and the fields that
/// a category's gigs have, the verticals that categories work by, and templates of gigs.
package struct CataloguePlan: Hashable, Sendable {
  package struct Group: Hashable, Sendable {
    package let slug: String
    package let names: Localized
    package let summaries: Localized
    package internal(set) var categories: [Entry]
  }

  package struct Entry: Hashable, Sendable {
    package let slug: String
    package let vertical: String
    package let names: Localized
    package let summaries: Localized
    package internal(set) var attributes: [CategoryAttribute]
  }

  package private(set) var groups: [Group] = []
  package private(set) var verticals: [Vertical] = []
  package private(set) var templates: [GigTemplate] = []

  /// One file after the other; groups stand in the order in which they are met.
  package init(_ sheets: [Sheet]) throws(SheetError) {
    var reader = VerticalReader()
    for sheet in sheets {
      for section in sheet.sections {
        if VerticalReader.kinds.contains(section.kind) {
          try reader.read(section, of: sheet)
        } else {
          try add(section, of: sheet)
        }
      }
    }
    verticals = reader.verticals
    for sheet in sheets { try mustKnowVerticals(sheet) }
  }

  /// A file each. All their faults are told at once.
  package mutating func add(templates sheets: [Sheet]) throws(SheetFaults) {
    var faults: [SheetError] = []
    for sheet in sheets {
      do throws(SheetFaults) {
        let template = try GigTemplate(sheet)
        faults += self.faults(of: template, sheet)
        templates.append(template)
      } catch {
        faults += error.faults
      }
    }
    guard faults.isEmpty else { throw SheetFaults(faults) }
  }

  private func faults(of template: GigTemplate, _ sheet: Sheet) -> [SheetError] {
    let entry = groups.flatMap(\.categories).first { $0.slug == template.category }
    let head = sheet.sections(GigTemplate.head)[0]
    guard let entry else {
      return [sheet.fault(head, "there is no [category \(template.category)]")]
    }
    guard !templates.contains(where: { $0.name == template.name }) else {
      return [sheet.fault(head, "another file has a [template \(template.name)]")]
    }
    return template.faults(under: entry.attributes).map {
      guard case .missing(.attribute(let name)) = $0 else {
        return sheet.fault($0.field, "\(entry.slug) has no such field or choice")
      }
      return sheet.fault($0.field, "“\(name)” must be chosen in \(entry.slug)")
    }
  }

  /// A name that is misspelt would ask nothing of anybody.
  private func mustKnowVerticals(_ sheet: Sheet) throws(SheetError) {
    for section in sheet.sections("category") {
      guard let line = section.lines.first(where: { $0.pair?.key == "vertical" }),
        let name = line.pair?.value, name != Vertical.general,
        !verticals.contains(where: { $0.name == name })
      else { continue }
      throw sheet.fault(line, "there is no [vertical \(name)]")
    }
  }

  private mutating func add(_ section: Sheet.Section, of sheet: Sheet) throws(SheetError) {
    switch section.kind {
    case "group":
      let words = try CatalogueWords(section, of: sheet)
      try mustBeNew(section, groups.map(\.slug), of: sheet)
      groups.append(
        Group(
          slug: section.name, names: try words.names(), summaries: words.summaries,
          categories: []))
    case "category":
      let words = try CatalogueWords(section, of: sheet)
      try mustBeNew(section, groups.flatMap { $0.categories.map(\.slug) }, of: sheet)
      guard !groups.isEmpty else { throw sheet.fault(section, "a [group …] must come first") }
      groups[groups.count - 1].categories.append(
        Entry(
          slug: section.name, vertical: words.vertical, names: try words.names(),
          summaries: words.summaries, attributes: []))
    case "attribute": try addAttribute(section, of: sheet)
    default:
      throw sheet.fault(
        section,
        "there is no [\(section.kind) …]; there are group, category, attribute, vertical, step and promise"
      )
    }
  }

  /// `[attribute CATEGORY NAME]`, after its category.
  private mutating func addAttribute(
    _ section: Sheet.Section, of sheet: Sheet
  ) throws(SheetError) {
    let words = section.name.split(separator: " ").map(String.init)
    guard words.count == 2, let group = groups.indices.last,
      let entry = groups[group].categories.firstIndex(where: { $0.slug == words[0] })
    else {
      throw sheet.fault(
        section, "expected [attribute CATEGORY NAME] with a category of the group above")
    }
    let known = groups[group].categories[entry].attributes
    guard Slug.isFit(words[1]), !known.contains(where: { $0.name == words[1] }) else {
      throw sheet.fault(section, "the name “\(words[1])” is no name, or stands here twice")
    }
    groups[group].categories[entry].attributes.append(
      try attribute(words[1], section, of: sheet))
  }

  private func attribute(
    _ name: String, _ section: Sheet.Section, of sheet: Sheet
  ) throws(SheetError) -> CategoryAttribute {
    var label = Localized()
    var order: [String] = []
    var choices: [String: Localized] = [:]
    var isRequired = false
    for line in section.lines {
      if let pair = line.pair, pair.key == "required" {
        guard ["yes", "no"].contains(pair.value) else {
          throw sheet.fault(line, "required: found “\(pair.value)”, expected yes or no")
        }
        isRequired = pair.value == "yes"
        continue
      }
      guard let pair = line.pair, let dot = pair.key.firstIndex(of: "."),
        let locale = Locale(String(pair.key[pair.key.index(after: dot)...])), !pair.value.isEmpty
      else {
        throw sheet.fault(
          line, "expected `label.LANGUAGE = …`, `choice NAME.LANGUAGE = …` or `required = yes`")
      }
      try sheet.mustBeName(pair.value, line)
      let words = pair.key[..<dot].split(separator: " ").map(String.init)
      switch words.count {
      case 1 where words[0] == "label": label[locale] = pair.value
      case 2 where words[0] == "choice" && Slug.isFit(words[1]):
        if choices[words[1]] == nil { order.append(words[1]) }
        choices[words[1], default: Localized()][locale] = pair.value
      default: throw sheet.fault(line, "expected `label` or `choice NAME`, found “\(pair.key)”")
      }
    }
    guard !label.texts.isEmpty, order.count > 1 else {
      throw sheet.fault(section, "an attribute needs a label and at least two choices")
    }
    return CategoryAttribute(
      name: name, label: label,
      choices: order.map { .init(name: $0, label: choices[$0] ?? Localized()) },
      isRequired: isRequired)
  }

  private func mustBeNew(
    _ section: Sheet.Section, _ known: [String], of sheet: Sheet
  ) throws(SheetError) {
    guard Slug.isFit(section.name) else {
      throw sheet.fault(section, "“\(section.name)” is no name: use a–z, 0–9 and hyphens")
    }
    guard !known.contains(section.name) else {
      throw sheet.fault(section, "“\(section.name)” stands here twice")
    }
  }
}

/// The lines that groups and categories share.
private struct CatalogueWords {
  private let section: Sheet.Section
  private let sheet: Sheet
  private var name = Localized()
  private(set) var summaries = Localized()
  private(set) var vertical = Vertical.general

  init(_ section: Sheet.Section, of sheet: Sheet) throws(SheetError) {
    self.section = section
    self.sheet = sheet
    for line in section.lines {
      guard let pair = line.pair, !pair.value.isEmpty else {
        throw sheet.fault(line, "expected `key = value`")
      }
      let dot = pair.key.firstIndex(of: ".") ?? pair.key.endIndex
      let locale = Locale(String(pair.key[dot...].dropFirst()))
      switch (pair.key[..<dot], locale) {
      case ("name", let locale?):
        try sheet.mustBeName(pair.value, line)
        guard name[locale] == nil else { throw sheet.fault(line, "this name stands here twice") }
        name[locale] = pair.value
      case ("summary", let locale?):
        guard pair.value.isLine(atMost: Category.summaryCharactersMax) else {
          throw sheet.fault(
            line, "a summary has at most \(Category.summaryCharactersMax) characters in one line")
        }
        summaries[locale] = pair.value
      case ("vertical", nil) where section.kind == "category" && Slug.isFit(pair.value):
        vertical = pair.value
      default:
        throw sheet.fault(
          line,
          "expected name.LANGUAGE, summary.LANGUAGE or (for a category) vertical, found “\(pair.key)”"
        )
      }
    }
  }

  func names() throws(SheetError) -> Localized {
    guard !name.texts.isEmpty else { throw sheet.fault(section, "it has no name") }
    return name
  }
}

extension Sheet {
  fileprivate func mustBeName(_ text: String, _ line: Line) throws(SheetError) {
    guard text.isLine(atMost: Category.nameCharactersMax) else {
      throw fault(line, "a name has at most \(Category.nameCharactersMax) characters in one line")
    }
  }
}
