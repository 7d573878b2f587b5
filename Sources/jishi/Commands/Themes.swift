import Glibc
import Pages
import Theme

extension Command {
  static let theme = Command(
    name: "theme",
    summary: "lists the themes; its actions check one, begin one, and tell what one can show",
    details: """
      A theme is a folder of files: templates, styles, scripts, icons, images. What it lacks it takes
      from the theme `default`. The setting `theme` says which one the site wears.
      """,
    actions: [checkTheme, newTheme, themeFields]
  ) { _, config in
    let names = try ThemeFolder(config.themes).names(with: config.theme)
    return Report(
      [("themes", .list(names.map { .text($0) })), ("worn", .text(config.theme))],
      lines: names.map { "\($0 == config.theme ? "*" : " ") \($0)" })
  }

  private static let checkTheme = Command(
    name: "theme check",
    summary: "loads a theme in every language and tells all that is wrong with it",
    operands: [Operand(name: "NAME", isNeeded: false)],
    details: """
      Without NAME it is the theme of the setting `theme`. Each fault is a line: file, line and column,
      what was found there, what was expected, and which names there are. The messages are checked too.
      """
  ) { arguments, config in
    let name = arguments.operands.first ?? config.theme
    _ = try ThemeFolder(config.themes).names(with: name)
    do throws(Faults) {
      let theme = try LoadedTheme(
        forPagesOf: name, in: config.themes, locales: config.locales)
      return fine(theme)
    } catch {
      return Report(
        [("theme", .text(name)), ("faults", .list(error.all.map(\.fact)))],
        lines: error.all.map(\.description)
          + ["\(error.all.count.told("fault")) in the theme \(name)."],
        code: .fault)
    }
  }

  private static func fine(_ theme: LoadedTheme) -> Report {
    let counts: [(one: String, Int)] = [
      ("page", pageViews.count), ("asset", theme.assets.files.count),
      ("message", theme.messageCount), ("language", theme.locales.count),
    ]
    let tags = theme.locales.map(\.tag).joined(separator: ", ")
    return Report(
      [("theme", .text(theme.name)), ("faults", .list([]))]
        + counts.map { ($0.one + "s", .number(Int64($0.1))) },
      lines: [
        "Nothing is wrong with the theme \(theme.name): "
          + counts.map { $0.1.told($0.one) }.joined(separator: ", ") + " (\(tags))."
      ])
  }

  private static let newTheme = Command(
    name: "theme new", summary: "begins a theme that changes a few colours of the default theme",
    operands: [Operand(name: "NAME")]
  ) { arguments, config in
    let name = arguments.operands[0]
    guard ThemeFiles.isPlain(name) else {
      throw UsageError(
        "The name of a theme is made of small letters, digits and hyphens; “\(name)” is not.")
    }
    _ = try ThemeFolder(config.themes).names(with: ThemeFiles.defaultName)
    let folder = "\(config.themes)/\(name)"
    let files = ThemeSkeleton.files(named: name).map { ("\(folder)/\($0.path)", $0.text) }
    try NewFolder.make(folder, files)
    return Report(
      [("folder", .text(folder)), ("files", .list(files.map { .text($0.0) }))],
      lines: files.map { "Wrote \($0.0)." }
        + [
          "`jishi theme check \(name)` says whether it is whole; with `--theme \(name)` the site wears it."
        ])
  }
}

/// The themes that there are to choose from.
private struct ThemeFolder {
  private let path: String
  private let names: [String]

  init(_ path: String) throws {
    guard let entries = opendir(path) else {
      guard errno != ENOENT else {
        throw UsageError("There is no folder \(path); `themes` says where the themes are.")
      }
      throw UsageError(
        "The folder of the themes, \(path), cannot be read: \(String(cString: strerror(errno))).")
    }
    closedir(entries)
    self.path = path
    names = FolderReader.folders(in: path).filter(ThemeFiles.isPlain)
  }

  /// All of them, if the one that is asked for is among them.
  func names(with name: String) throws -> [String] {
    guard !names.contains(name) else { return names }
    let hint = name.hint(among: names).map { " Did you mean \($0)?" } ?? ""
    let others = names.isEmpty ? "nor any other" : "only \(names.joined(separator: ", "))"
    let need = name == ThemeFiles.defaultName ? " All others take from it what they lack." : ""
    throw UsageError("There is no theme “\(name)” in \(path), \(others).\(hint)\(need)")
  }
}

extension Int {
  /// 1 page, 2 pages.
  func told(_ noun: String) -> String { self == 1 ? "1 \(noun)" : "\(self) \(noun)s" }
}

extension Fault {
  fileprivate var fact: Report.Fact {
    .table([
      ("file", .text(place.file)), ("line", .number(Int64(place.line))),
      ("column", .number(Int64(place.column))), ("found", .text(found)),
      ("expected", .text(expected)), ("available", .list(available.map { .text($0) })),
    ])
  }
}
