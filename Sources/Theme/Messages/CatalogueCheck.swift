/// Holds one language against the reference: what one has and the other lacks or means otherwise.
struct CatalogueCheck {
  static let suggestionsMax = 5
  /// Names are looked for in so many faults of a language: in a language that is all wrong they
  /// would take longer than they help.
  static let suggestedFaultsMax = 50

  private let reference: ReadLocale
  private let other: ReadLocale
  private(set) var faults: [Fault] = []
  private var suggested = 0

  init(reference: ReadLocale, other: ReadLocale) {
    self.reference = reference
    self.other = other
    for key in reference.messages.keys.sorted() { check(key) }
    for key in other.messages.keys.sorted() where reference.messages[key] == nil { unknown(key) }
  }

  private mutating func check(_ key: String) {
    guard let expected = reference.messages[key] else { return }
    guard let found = other.messages[key] else { return missing(expected.message) }
    // What is broken may lack a thing only because it could not be read.
    guard expected.isWhole, found.isWhole else { return }
    for (name, argument) in expected.message.arguments.sorted(by: { $0.key < $1.key }) {
      check(name, argument, found)
    }
    let known = expected.message.arguments
    for name in found.message.arguments.keys.sorted() where known[name] == nil {
      faults.append(
        Fault(
          found.places[name] ?? found.message.place, found: "the argument “\(name)” in “\(key)”",
          expected: "only what \(reference.info.tag) has",
          available: isSuggesting() ? nearestFirst(known.keys, to: name) : []))
    }
  }

  private mutating func check(_ name: String, _ argument: Message.Argument, _ found: ReadMessage) {
    let tag = reference.info.tag
    guard let its = found.message.arguments[name] else {
      return faults.append(
        Fault(
          found.message.place, found: "“\(found.message.key)” without the argument “\(name)”",
          expected: "it as \(argument.told), as in \(tag)"))
    }
    guard its != argument else { return }
    faults.append(
      Fault(
        found.places[name] ?? found.message.place, found: "“\(name)” as \(its.told)",
        expected: "\(argument.told), as in \(tag)"))
  }

  private mutating func missing(_ message: Message) {
    let name = String(message.key.prefix { $0 != "." })
    let place = other.files[name].map { Place(file: $0.path) } ?? message.place
    faults.append(
      Fault(
        place, found: "no message “\(message.key)” in \(other.info.tag)",
        expected: "one, as in \(reference.info.tag)"))
  }

  private mutating func unknown(_ key: String) {
    guard let message = other.messages[key]?.message else { return }
    let keys = reference.messages.keys
    faults.append(
      Fault(
        message.place, found: "the message “\(key)”",
        expected: "only messages that \(reference.info.tag) has",
        available: isSuggesting() ? near(keys, to: key, atMost: Self.suggestionsMax) : []))
  }

  private mutating func isSuggesting() -> Bool {
    suggested += 1
    return suggested <= Self.suggestedFaultsMax
  }
}

/// Holds the plurals of a language against what numbers are like in it.
enum PluralCheck {
  static func faults(of locale: ReadLocale) -> [Fault] {
    let tag = locale.info.tag
    var faults: [Fault] = []
    for read in locale.messages.values {
      for plural in read.plurals { check(plural, locale.rules, tag, &faults) }
    }
    return faults.sorted { $0.place < $1.place }
  }

  private static func check(
    _ plural: ReadPlural, _ rules: PluralRules, _ tag: String, _ faults: inout [Fault]
  ) {
    for (category, place) in plural.categories where !rules.categories.contains(category) {
      faults.append(
        Fault(
          place, found: "the category “\(category.rawValue)”",
          expected: "one that \(tag) has", available: names(rules.categories)))
    }
    guard plural.hasWords else { return }
    // That `other` is missing was told when the plural was read, whatever the language.
    let lacking = rules.needed(without: plural.exact)
      .subtracting(plural.categories.keys).subtracting([.other])
    if !lacking.isEmpty {
      faults.append(
        Fault(
          plural.place,
          found: "a plural of “\(plural.name)” without "
            + names(lacking).map { "“\($0)”" }.joined(separator: ", "),
          expected: "every category that whole numbers have in \(tag)"))
    }
  }

  /// From zero to other, as CLDR lists them.
  private static func names(_ categories: Set<PluralCategory>) -> [String] {
    PluralCategory.allCases.filter(categories.contains).map(\.rawValue)
  }
}
