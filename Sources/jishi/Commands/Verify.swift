import Market
import Pages
import Site
import Store
import Theme

extension Command {
  static let verify = Command(
    name: "verify", summary: "compares the built site with what the database would make of it now",
    options: [
      .workers,
      Option(name: "heal", value: nil, summary: "write the whole site anew if anything is wrong"),
    ],
    details: """
      Every page is rendered and every file is read. A file is missing; stale, when it is as it was
      left by a build or a worker and would be made otherwise now, or not at all; altered, when somebody
      else has changed it; or extra, when nobody of us wrote it. The exit code is 1 when something is
      wrong, and 0 once it is healed. A worker lets it go first. At most \(Verification.namedMax) are named. Visitors see the old site until
      the healed one is whole.
      """
  ) { arguments, config in
    var options = try Build.Options(config, arguments)
    let materials = config.materials.inForce(in: config.output)
    options.release = NewRelease(materials, made: .now, by: .build, config.keeping)
    let theme = try materials.load()
    let build = Build(theme, config.site, content: materials.content, into: config.output, options)
    let isHealing = arguments.has("heal")
    let progress = Progress("Verifying")
    let outcome = try await Store.with(config.address, config.options) { store in
      try await build.verify(store, isHealing: isHealing) {
        progress.reach($0.share, pages: $0.pages)
      }
    }
    guard let (found, healed) = outcome else {
      throw UsageError("There is no site at \(config.siteFolder) yet: run `jishi build` first.")
    }
    let isFrozen = try Releases(in: config.output)?.current?.isFrozen ?? false
    return found.report(config, healed: healed, isFrozen: isFrozen)
  }
}

extension Verification {
  fileprivate func report(
    _ config: Config, healed: Build.Report?, isFrozen: Bool
  ) -> Report {
    Report(
      [
        ("site", .text(config.siteFolder)), ("files", .number(Int64(files))),
      ]
        + Fault.allCases.map { ($0.rawValue, .number(Int64(counts[$0] ?? 0))) }
        + [
          (
            "faults",
            .list(
              named.map { .table([("fault", .text($0.fault.rawValue)), ("path", .text($0.path))]) })
          ), ("healed", .flag(healed != nil)),
        ],
      lines: lines(config, healed, isFrozen), code: isFine || healed != nil ? .fine : .fault)
  }

  private var byKind: String {
    Fault.allCases.compactMap { fault in counts[fault].map { "\($0) \(fault.rawValue)" } }
      .joined(separator: ", ")
  }

  private func lines(
    _ config: Config, _ healed: Build.Report?, _ isFrozen: Bool
  ) -> [String] {
    if isFine { return ["All \(files) files of \(config.siteFolder) are as they should be."] }
    let hidden = faults - named.count
    return named.map { "\($0.fault.rawValue): \($0.path)" }
      + (hidden > 0 ? ["… and \(hidden) more faults."] : [])
      + [
        "Not as it should be: " + byKind + ".",
        healed.map { "Healed: the whole site was written anew, \($0.tree.written) files." }
          ?? (isFrozen
            ? "The site is frozen; `jishi build` makes it anew, and `jishi rollback --raw ID` brings a release back once more."
            : "`jishi verify --heal` writes the whole site anew."),
      ]
  }
}
