import Market
import Pages
import Site
import Store

extension Command {
  static let releases = Command(
    name: "releases", summary: "lists the sites that are kept, to go back to",
    details: """
      Each build that changes the site makes a release; what `jishi work` updates since belongs to it.
      The settings `keep` and `keepdays` say how many are kept and how long; a file that two of them share
      is on the disk once.
      """
  ) { _, config in
    guard let releases = try Releases(in: config.output) else { throw Rollback.Refusal.noSite }
    return Report(
      [
        ("shown", releases.shown.map { .number(Int64($0)) } ?? .text("")),
        ("held", .flag(releases.current?.isHeld ?? false)),
        ("releases", .list(releases.all.map(\.fact))),
      ],
      lines: Table(releases.all.map { $0.cells(isShown: $0.number == releases.shown) }).lines
        + (releases.all.isEmpty ? ["No release is kept yet; the next build makes one."] : [])
        + (releases.current?.isHeld == true ? [releases.current?.wordingOfHold ?? ""] : []))
  }

  static let rollback = Command(
    name: "rollback", summary: "brings a former release of the site back",
    operands: [Operand(name: "ID", isNeeded: false)],
    options: [
      .workers,
      Option(
        name: "raw", value: nil,
        summary: "bring its files back as they were; they do not change any more"),
    ],
    details: """
      The theme, the messages and the words of the release count again, over the market as it is now:
      gigs that were published since are there, and what was taken down stays down. `jishi work` goes on
      with them, and edits wait until `jishi build`. With --raw the files of the release come back byte for
      byte, and nothing is published any more before `jishi build`; only what was taken down, since
      or later, is taken out. Without ID it is the release before the one that visitors see; after a
      rollback, the one before that. `jishi releases` lists them. Visitors see one site or the other,
      never a mixture.
      """
  ) { arguments, config in
    let number = try arguments.operands.first.map { text in
      guard let number = Int(text), number > 0 else {
        throw UsageError("The number of a release is needed, not “\(text)”.")
      }
      return number
    }
    let isRaw = arguments.has("raw")
    let rollback = Rollback(try SiteWorker.Settings(config, arguments))
    let progress = Progress("Building")
    let start = ContinuousClock.now
    let outcome = try await Store.with(config.address, config.options) { store in
      isRaw
        ? try await rollback.restoreFiles(of: number, store)
        : try await rollback.restoreMaterials(of: number, store) {
          progress.reach($0.share, pages: $0.pages)
        }
    }
    return outcome.report(config, seconds: (ContinuousClock.now - start) / .seconds(1))
  }
}

extension Rollback.Outcome {
  fileprivate func report(_ config: Config, seconds: Double) -> Report {
    Report(
      [
        ("site", .text(config.siteFolder)), ("release", new.fact), ("source", source.fact),
        ("changed", .number(Int64(changed))), ("seconds", .decimal(seconds)),
      ],
      lines: [
        "Release \(source.number) is back as release \(new.number): \(new.files) files in \(seconds.tenths) s, \(changed) of them \(whatChanged).",
        new.wordingOfHold,
      ])
  }

  private var whatChanged: String {
    if case .copy = new.origin { return "other than they were, for what was taken down since" }
    return "other than before"
  }
}

extension Release {
  fileprivate func cells(isShown: Bool) -> [String] {
    [
      isShown ? "→" : "", "\(number)", made.utcText, "\(files) files", "theme \(theme)",
      origin.wording + (isShown && isHeld ? ", held" : ""),
    ]
  }

  fileprivate var fact: Report.Fact {
    .table([
      ("id", .number(Int64(number))), ("made", .number(made.milliseconds)),
      ("origin", .text(origin.wording)), ("theme", .text(theme)), ("files", .number(Int64(files))),
    ])
  }

  /// What holds as long as visitors see it; nothing when it is an ordinary one.
  var wordingOfHold: String {
    switch origin {
    case .build, .worker: ""
    case .rollback(let number):
      "The theme, the messages and the words of release \(number) count until `jishi build`; edits wait."
    case .copy(let number):
      "The site is frozen as release \(number) was: nothing is published before `jishi build`, and only what must be is taken down."
    }
  }
}

extension Release.Origin {
  fileprivate var wording: String {
    switch self {
    case .build: "by a build"
    case .worker: "by the worker, for an edit"
    case .rollback(let number): "the looks of \(number) brought back"
    case .copy(let number): "the files of \(number) brought back"
    }
  }
}

extension Rollback.Refusal {
  var sentence: String {
    switch self {
    case .noSite: "There is no site yet: run `jishi build` first."
    case .nothing: "There is no former release to go back to; `jishi releases` lists what is kept."
    case .shown(let number): "Release \(number) is what visitors see already."
    case .unknown(let number, let kept):
      "Release \(number) is not kept"
        + (kept.isEmpty
          ? "; none is." : "; there are \(kept.map(String.init).joined(separator: ", ")).")
    }
  }
}
