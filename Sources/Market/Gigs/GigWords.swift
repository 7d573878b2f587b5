/// The lines of one section of a gig's file, by their keys.
struct GigWords {
  private(set) var plain: [String: (value: String, line: Int)] = [:]
  private(set) var faults: [SheetError] = []
  private var localized: [String: Localized] = [:]

  /// `prose` keys may stand more than once: each is a line of the same text.
  init(
    _ section: Sheet.Section, of sheet: Sheet, plain known: [String], localized names: [String],
    prose: [String]
  ) {
    for line in section.lines {
      guard let pair = line.pair else {
        faults.append(sheet.fault(line, "found “\(line.text)”, expected `key = value`"))
        continue
      }
      let dot = pair.key.firstIndex(of: ".") ?? pair.key.endIndex
      let name = String(pair.key[..<dot])
      let locale = Locale(String(pair.key[dot...].dropFirst()))
      if known.contains(pair.key) {
        let isNew = plain.updateValue((pair.value, line.number), forKey: pair.key) == nil
        if !isNew { faults.append(sheet.fault(line, "“\(pair.key)” stands here twice")) }
      } else if let locale, prose.contains(name) {
        let before = localized[name]?[locale].map { $0 + "\n" } ?? ""
        localized[name, default: [:]][locale] = before + pair.value
      } else if let locale, names.contains(name) {
        let isNew = localized[name]?[locale] == nil
        localized[name, default: [:]][locale] = pair.value
        if !isNew { faults.append(sheet.fault(line, "“\(pair.key)” stands here twice")) }
      } else {
        let all = known + (names + prose).map { "\($0).LANGUAGE" }
        faults.append(
          sheet.fault(
            line, "found “\(pair.key)”, expected one of \(all.joined(separator: ", "))"))
      }
    }
  }

  subscript(name: String) -> Localized { localized[name] ?? Localized() }
}

/// Lines of a long text. One that is empty, or begins with a sign that means something in a sheet,
/// stands behind a bar.
extension Sheet.Line {
  var prose: String {
    guard text.hasPrefix("|") else { return text }
    let rest = text.dropFirst()
    return String(rest.hasPrefix(" ") ? rest.dropFirst() : rest)
  }
}

extension String {
  fileprivate var asProse: String {
    let needsBar = isEmpty || ["#", "[", "|", " ", "\t"].contains { hasPrefix($0) }
    return needsBar ? (isEmpty ? "|" : "| \(self)") : self
  }

  /// A draft may hold line ends where a line should be.
  fileprivate var asLine: String { lines.joined(separator: " ") }

  fileprivate var lines: [String] {
    split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }
}

extension GigContent {
  /// The file that would make this content again, but for its pictures.
  package func sheetText(owner: String, category: String, tags: [Localized]) -> String {
    """
    [gig]
    party = \(owner)
    category = \(category)
    origin = \(origin)
    currency = \(asset.code)

    """ + sheetText(tags)
  }

  /// All sections after the first.
  func sheetText(_ tags: [Localized]) -> String {
    var text = ""
    for (locale, said) in texts.sorted(by: { $0.key < $1.key }) {
      text += "\n[text \(locale)]\ntitle = \(said.title.asLine)\nsummary = \(said.summary.asLine)\n"
      text += "\n[description \(locale)]\n"
      for line in said.description.lines { text += line.asProse + "\n" }
    }
    for package in packages {
      text += "\n[package]\n" + package.name.lines("name") + package.summary.lines("summary")
      text += "price = \(Money(minorUnits: package.price, asset).decimal)\n"
      text += "days = \(package.deliveryDays)\n"
      text += "revisions = \(package.revisions.map(String.init) ?? "unlimited")\n"
    }
    for feature in features {
      let places = packages.indices.filter(feature.packages.holds).map { "\($0 + 1)" }
      text += "\n[feature]\n" + feature.label.lines("label")
      text += "packages = \(places.joined(separator: " "))\n"
    }
    for extra in extras {
      text += "\n[extra]\n" + extra.title.lines("title")
      text += "price = \(Money(minorUnits: extra.price, asset).decimal)\n"
      text += "days = \(extra.deliveryDays)\n"
    }
    return text + rest(tags)
  }

  private func rest(_ tags: [Localized]) -> String {
    var text = ""
    for requirement in requirements {
      text += "\n[requirement]\n" + requirement.question.lines("question")
      text += "needed = \(requirement.isNeeded ? "yes" : "no")\n"
    }
    for question in questions {
      text += "\n[faq]\n" + question.question.lines("question") + question.answer.prose("answer")
    }
    for tag in tags { text += "\n[tag]\n" + tag.lines("name") }
    if !attributes.isEmpty {
      text += "\n[attributes]\n"
      for (name, choice) in attributes.sorted(by: { $0.key < $1.key }) {
        text += "\(name) = \(choice)\n"
      }
    }
    for picture in media { text += "\n# A picture: \(picture.file)\n" }
    return text
  }
}

extension Localized {
  func lines(_ key: String) -> String {
    inOrder.map { "\(key).\($0.locale) = \($0.text.asLine)\n" }.joined()
  }

  fileprivate func prose(_ key: String) -> String {
    inOrder.map { locale, text in
      text.lines.map { "\(key).\(locale) = \($0)\n" }.joined()
    }.joined()
  }
}
