/// A theme, checked and compiled for every page and language of the site.
package struct LoadedTheme: Sendable {
  package let name: String
  package let locales: [LocaleInfo]
  /// How each of them is written.
  package let languages: [Language]
  package let assets: Assets
  package let templates: Templates
  package let sentences: Sentences
  /// How many messages each language has.
  package let messageCount: Int

  /// Reads a theme and the languages from their folders; throws everything that is wrong with them.
  package init(
    _ name: String, in themes: String, locales folder: String, showing views: [any View.Type],
    saying sentences: [any Sentence.Type] = []
  ) throws(Faults) {
    var faults: [Fault] = []
    let files = ThemeFiles(reading: name, in: themes, faults: &faults)
    let catalogue = Catalogue(reading: folder, with: files?.messages ?? [], faults: &faults)
    guard let files else { throw Faults(faults) }
    try self.init(
      files, in: themes, catalogue, showing: views, saying: sentences, faults: faults)
  }

  /// The catalogue has the messages that the theme brings. `faults` are what is already known to be
  /// wrong.
  package init(
    _ files: ThemeFiles, in themes: String, _ catalogue: Catalogue, showing views: [any View.Type],
    saying sentences: [any Sentence.Type] = [], faults: [Fault] = []
  ) throws(Faults) {
    var faults = faults
    let assets = Self.assets(of: files, faults: &faults)
    let languages = Self.languages(of: catalogue, faults: &faults)
    let messages = languages.map { LocaleMessages($0, catalogue.completed($0.tag)) }
    var found: [Fault] = []
    let templates = Templates(
      TemplateFiles(folder: "\(themes)/\(files.name)", files: files.templates), views: views,
      messages: messages, assets: assets?.addresses ?? files.assetNames,
      icons: assets?.iconNames ?? files.iconNames, faults: &found)
    // Without a language no message can be found, and that there is none is the one cause.
    let echoes = Set(languages.isEmpty ? templates.uses.messages.map(\.place) : [])
    faults += found.filter { !echoes.contains($0.place) }
    let said = Sentences(
      sentences, messages: messages, place: catalogue.place, faults: &faults)
    if faults.isEmpty {
      let used = templates.uses.messages.map(\.key) + sentences.map { $0.key }
      faults += Self.unused(catalogue, besides: Set(used), of: files)
    }
    guard faults.isEmpty, let assets else { throw Faults(faults) }
    self.name = files.name
    self.locales = catalogue.locales
    self.languages = languages
    self.assets = assets
    self.templates = templates
    self.sentences = said
    messageCount = catalogue[catalogue.tags.first ?? ""].count
  }

  /// Nil for a language that the site does not have.
  package func template<Page: View>(for page: Page.Type, in tag: String) -> Template<Page>? {
    templates.template(for: page, in: tag)
  }

  private static func assets(of files: ThemeFiles, faults: inout [Fault]) -> Assets? {
    do throws(Faults) {
      return try Assets(files)
    } catch {
      faults += error.all
      return nil
    }
  }

  /// A theme of one's own may do without what the default theme says, but not without its own words.
  private static func unused(
    _ catalogue: Catalogue, besides used: Set<String>, of files: ThemeFiles
  ) -> [Fault] {
    if files.name == ThemeFiles.defaultName { return catalogue.unused(besides: used) }
    let own = files.messages.last ?? [:]
    return catalogue.unused(besides: used, in: Set(own.values.map(\.path)))
  }

  private static func languages(of catalogue: Catalogue, faults: inout [Fault]) -> [Language] {
    var languages: [Language] = []
    for locale in catalogue.locales {
      do throws(FormatsError) {
        let formats = try Formats(tag: locale.tag)
        languages.append(
          Language(tag: locale.tag, formats: formats, plurals: catalogue.pluralRules(locale.tag)))
      } catch {
        faults.append(
          Fault(
            catalogue.place(of: locale.tag), found: "the language \(locale.tag)",
            expected: "one whose numbers and dates CLDR describes"))
      }
    }
    return languages
  }
}

extension Catalogue {
  /// With the messages of the others where the language lacks one. The catalogue has told that
  /// already, and templates would tell it again wherever they use it.
  fileprivate func completed(_ tag: String) -> [String: Message] {
    tags.reduce(self[tag]) { known, other in known.merging(self[other]) { own, _ in own } }
  }
}

extension ThemeFiles {
  /// By their paths in the theme.
  fileprivate var templates: [String: SourceFile] {
    var files: [String: SourceFile] = [:]
    for group in [Group.pages, .layouts, .parts] {
      for (path, file) in self[group] { files["\(group.rawValue)/\(path)"] = file }
    }
    return files
  }

  /// What may follow `icons.svg#`, for when the icons themselves are faulty.
  fileprivate var iconNames: Set<String> {
    Set(self[.icons].keys.map { path in String(path.prefix { $0 != "." }) })
  }

  /// The names that templates may use, for when the files themselves cannot be published.
  fileprivate var assetNames: [String: String] {
    let names = ["style.css", "icons.svg"] + self[.scripts].keys + self[.images].keys
    return Dictionary(names.map { ($0, "/") }) { first, _ in first }
  }
}
