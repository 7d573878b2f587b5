/// All that the site says, in every language. It is loaded once, with all that is wrong with it.
package struct Catalogue: Sendable {
  /// The language that the others are held against.
  package static let referenceTag = "zh-CN"

  /// The reference first, then by their tags.
  package let locales: [LocaleInfo]
  private let messages: [String: [String: Message]]
  private let rules: [String: PluralRules]

  /// From the files of a folder that has one folder for each language. What is wrong is added to
  /// `faults`; what could be read is there all the same, so that templates can be checked against it
  /// in one go.
  package init(_ files: [SourceFile], under folder: String = "locales", faults: inout [Fault]) {
    let locales = CatalogueFolder(files, under: folder, faults: &faults).locales
    if locales.isEmpty {
      faults.append(
        Fault(
          Place(file: folder), found: "no language",
          expected: "a folder for each, such as \(folder)/\(Self.referenceTag)"))
    }
    for locale in locales { faults += PluralCheck.faults(of: locale) }
    if let reference = locales.first {
      for other in locales.dropFirst() {
        faults += CatalogueCheck(reference: reference, other: other).faults
      }
    }
    self.locales = locales.map(\.info)
    messages = Self.byTag(locales) { $0.messages.mapValues(\.message) }
    rules = Self.byTag(locales) { $0.rules }
  }

  /// A whole catalogue, or all its faults.
  package init(_ files: [SourceFile], under folder: String = "locales") throws(Faults) {
    var faults: [Fault] = []
    self.init(files, under: folder, faults: &faults)
    guard faults.isEmpty else { throw Faults(faults) }
  }

  package var tags: [String] { locales.map(\.tag) }

  /// The messages of a language by their keys; none for a language that there is not.
  package subscript(tag: String) -> [String: Message] { messages[tag] ?? [:] }

  package func info(_ tag: String) -> LocaleInfo? { locales.first { $0.tag == tag } }

  package func pluralRules(_ tag: String) -> PluralRules { rules[tag] ?? PluralRules(tag: tag) }

  /// One fault for each message that nobody asks for, where the reference has it.
  package func unused(besides used: Set<String>) -> [Fault] {
    guard let reference = tags.first else { return [] }
    return self[reference].values.filter { !used.contains($0.key) }.map { message in
      Fault(
        message.place, found: "the message “\(message.key)”, which nothing shows",
        expected: "a template that does, or no such message")
    }.sorted { $0.place < $1.place }
  }

  private static func byTag<Value>(
    _ locales: [ReadLocale], _ value: (ReadLocale) -> Value
  ) -> [String: Value] {
    Dictionary(locales.map { ($0.info.tag, value($0)) }) { first, _ in first }
  }
}
