/// Holds one language against the reference: what one has and the other lacks or means otherwise.
struct CatalogueCheck {
  static let suggestionsMax = 5
  /// Names are looked for in so many faults of a language: in a language that is all wrong they
  /// would take longer than they help.
  static let suggestedFaultsMax = 50

  private let reference: ReadLocale
  private let other: ReadLocale
  private let unread: Set<String>
  /// Files that the reference has and the other lacks.
  private var missingFiles: Set<String> = []
  private(set) var faults: [Fault] = []
  private var suggested = 0

  /// `unread` are the files that are there but could not be read: nobody knows what is in them.
  init(reference: ReadLocale, other: ReadLocale, unread: Set<String> = []) {
    self.reference = reference
    self.other = other
    self.unread = unread
    for key in reference.messages.keys.sorted() { check(key) }
    for key in other.messages.keys.sorted() where reference.messages[key] == nil { unknown(key) }
  }

  private mutating func check(_ key: String) {
    guard let expected = reference.messages[key] else { return }
    guard let found = other.messages[key] else { return missing(expected.message) }
    faults += found.differences(from: expected, in: reference.info.tag)
  }

  private mutating func missing(_ message: Message) {
    let path = Self.path(like: message.place.file, in: other.info.tag)
    if unread.contains(path) { return }
    guard other.paths.contains(path) else {
      if missingFiles.insert(path).inserted {
        faults.append(
          Fault(
            Place(file: path), found: "no such file",
            expected: "one with the messages of \(message.place.file)"))
      }
      return
    }
    faults.append(
      Fault(
        Place(file: path), found: "no message “\(message.key)” in \(other.info.tag)",
        expected: "one, as in \(reference.info.tag)"))
  }

  private mutating func unknown(_ key: String) {
    guard let message = other.messages[key]?.message,
      !unread.contains(Self.path(like: message.place.file, in: reference.info.tag))
    else { return }
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

  /// The file of the same name in the folder of another language.
  private static func path(like path: String, in tag: String) -> String {
    var parts = path.split(separator: "/", omittingEmptySubsequences: false)
    if parts.count > 1 { parts[parts.count - 2] = Substring(tag) }
    return parts.joined(separator: "/")
  }
}

extension ReadMessage {
  /// What it needs otherwise than `expected`, which stands in `origin`.
  func differences(from expected: ReadMessage, in origin: String) -> [Fault] {
    // What is broken may lack a thing only because it could not be read.
    guard isWhole, expected.isWhole else { return [] }
    let known = expected.message.arguments
    let lacking = known.sorted { $0.key < $1.key }.compactMap { name, argument in
      difference(name, argument, origin)
    }
    let needless = message.arguments.keys.sorted().filter { known[$0] == nil }.map { name in
      Fault(
        places[name] ?? message.place, found: "the argument “\(name)” in “\(message.key)”",
        expected: "only what \(origin) has", available: nearestFirst(known.keys, to: name))
    }
    return lacking + needless
  }

  private func difference(
    _ name: String, _ argument: Message.Argument, _ origin: String
  ) -> Fault? {
    guard let its = message.arguments[name] else {
      return Fault(
        message.place, found: "“\(message.key)” without the argument “\(name)”",
        expected: "it as \(argument.told), as in \(origin)")
    }
    guard its != argument else { return nil }
    return Fault(
      places[name] ?? message.place, found: "“\(name)” as \(its.told)",
      expected: "\(argument.told), as in \(origin)")
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
