/// All that the site says, in every language. It is loaded once, with all that is wrong with it.
package struct Catalogue: Sendable {
  /// The language that the others are held against.
  package static let referenceTag = "zh-CN"

  /// The reference first, then by their tags.
  package let locales: [LocaleInfo]
  /// The folder of all languages.
  private let folder: String
  private let messages: [String: [String: Message]]
  private let rules: [String: PluralRules]

  /// From the files of a folder that has one folder for each language, and from those that themes
  /// bring, by their paths within such a folder; a later one has the last word. What is wrong is added
  /// to `faults`; what could be read is there all the same, so that templates can be checked against
  /// it in one go. `unread` are files that are there but could not be read, which was told.
  package init(
    _ files: [SourceFile], under folder: String = "locales",
    with themes: [[String: SourceFile]] = [], unread: Set<String> = [], faults: inout [Fault]
  ) {
    var locales = CatalogueFolder(files, under: folder, unread: unread, faults: &faults).locales
    for files in themes { ThemeMessages.add(files, to: &locales, faults: &faults) }
    if locales.isEmpty, unread.isEmpty {
      faults.append(
        Fault(
          Place(file: folder), found: "no language",
          expected: "a folder for each, such as \(folder)/\(Self.referenceTag)"))
    }
    for locale in locales { faults += PluralCheck.faults(of: locale) }
    if let reference = locales.first {
      for other in locales.dropFirst() {
        faults += CatalogueCheck(reference: reference, other: other, unread: unread).faults
      }
    }
    self.folder = folder
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

  /// Where the files of a language are.
  package func place(of tag: String) -> Place { Place(file: "\(folder)/\(tag)") }

  /// One fault for each message that nobody asks for, where the first language has it; with `paths`
  /// only for the messages of these files.
  package func unused(besides used: Set<String>, in paths: Set<String>? = nil) -> [Fault] {
    var told = used
    var faults: [Fault] = []
    for tag in tags {
      let all = self[tag].values.filter { paths?.contains($0.place.file) ?? true }
      for message in all where told.insert(message.key).inserted {
        faults.append(
          Fault(
            message.place, found: "the message “\(message.key)”, which nothing shows",
            expected: "a template that does, or no such message"))
      }
    }
    return faults.sorted { $0.place < $1.place }
  }

  private static func byTag<Value>(
    _ locales: [ReadLocale], _ value: (ReadLocale) -> Value
  ) -> [String: Value] {
    Dictionary(locales.map { ($0.info.tag, value($0)) }) { first, _ in first }
  }
}
