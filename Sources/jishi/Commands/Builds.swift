import Pages
import Site
import Store
import Theme

extension Command {
  static let build = Command(
    name: "build", summary: "renders the whole site into the folder of the setting `output`",
    details: """
      Every public page in every language, with sitemaps, feeds, covers and the theme's files. Visitors
      see the old site until all of the new one is there; a build that fails leaves it as it was.
      The same database, content and theme give the same bytes.
      """
  ) { _, config in
    let theme = try LoadedTheme(
      forPagesOf: config.theme, in: config.themes, locales: config.locales)
    let build = Build(theme, config.site, content: config.content, into: config.output)
    let start = ContinuousClock.now
    let progress = Progress("Building")
    let made = try await Store.with(config.address, config.options) { store in
      try await build.run(store) { progress.reach($0) }
    }
    let milliseconds = (ContinuousClock.now - start).milliseconds
    return Report(
      [
        ("site", .text("\(config.output)/site")), ("pages", .number(Int64(made.pages))),
        ("files", .number(Int64(made.files))), ("pictures", .number(Int64(made.pictures))),
        ("bytes", .number(Int64(made.bytes))), ("milliseconds", .number(milliseconds)),
        ("warnings", .list(config.warnings.map { .text($0) })),
      ],
      lines: [
        "Built \(made.pages) pages, \(made.files) other files and \(made.pictures) new pictures in \(config.output)/site (\(made.bytes / 1_000) kB, \(milliseconds) ms)."
      ] + config.warnings)
  }
}

extension Config {
  /// What a site in mainland China must show, and this one does not.
  fileprivate var warnings: [String] {
    guard isInMainland else { return [] }
    return [("icp", site.icp), ("police", site.police)].compactMap { name, value in
      value == nil
        ? "Warning: the site is in mainland China and the setting `\(name)` is missing." : nil
    }
  }
}

extension Duration {
  fileprivate var milliseconds: Int64 {
    components.seconds * 1_000 + components.attoseconds / 1_000_000_000_000_000
  }
}
