import Market
import Outside
import Pages
import Site
import Store
import Synchronization

extension Command {
  static let work = Command(
    name: "work", summary: "keeps the site as the database is, until it is asked to end",
    options: [
      Option(name: "once", value: nil, summary: "end as soon as nothing is left to do"),
      Option(name: "verbose", value: nil, summary: "print a line for each update"),
      Option(
        name: "only", value: "PART",
        summary: "site: keep the site and send it out; queue: do what waits, and seal the ledger"),
    ],
    details: """
      Follows the log: what a change touches is on the disk within moments, and what may wait, such as
      the home page and the pages of tags, within half a minute. Edits of the theme, the messages and
      the content are changes too. There is one worker for a folder: who comes second waits, and takes
      over when the first has ended. `jishi build` and `jishi verify` go first when they are wanted.
      Each update is sent to the targets of the setting `deploy` at once. Beside that it does what
      waits in the queue, of which any number may take their share, and seals the ledger. With --only
      each of the two can be a process of its own.
      """
  ) { arguments, config in
    let teller = Teller(arguments)
    let isVerbose = arguments.has("verbose")
    let kinds = try arguments.workerKinds
    let isFine = Mutex(true)
    let isOnce = arguments.has("once")
    if !isOnce { Hangups.listen() }
    Memory.giveBackAtOnce()
    try await untilAskedToEnd {
      let workers = try Workers(config, arguments, teller, kinds, isVerbose: isVerbose)
      guard !isOnce else {
        let sent = try await workers.runOnce()
        return isFine.withLock { $0 = sent }
      }
      try await Hangups.follow(config, arguments, tell: teller.say) { config in
        try await Workers(config, arguments, teller, kinds, isVerbose: isVerbose).run()
      }
    }
    guard isFine.withLock({ $0 }) else {
      throw DeployError.refused("Not everything was sent; the lines above say why.")
    }
    return Report([("site", .text(config.siteFolder))], lines: ["The worker has ended."])
  }
}

extension Arguments {
  fileprivate var workerKinds: Set<Workers.Kind> {
    get throws {
      guard let only = options["only"] else { return Set(Workers.Kind.allCases) }
      guard let kind = Workers.Kind(rawValue: only) else {
        throw UsageError("--only needs “site” or “queue”, not “\(only)”.")
      }
      return [kind]
    }
  }
}

extension Config {
  /// One step is done after the other, and each reader has a cache of its own.
  var workerOptions: Store.Options {
    var options = options
    options.readers = 1
    options.readerRoom = .little
    return options
  }
}

extension SiteWorker.Settings {
  init(_ config: Config, _ arguments: Arguments) throws {
    self.init(config.materials, output: config.output, site: config.site, clock: { .now })
    keeping = config.keeping
    packing = config.packing
    shelf = config.media.places.shelf
    workers = try arguments.workers
  }
}

/// The worker tries again and again: what is wrong is said once, until something else happens.
final class EventTeller: Sendable {
  private let isVerbose: Bool
  /// What each has said last of what is wrong.
  private let last = Mutex<[String: String]>([:])

  init(isVerbose: Bool) { self.isVerbose = isVerbose }

  /// Nil for what nobody wants to read.
  func line(of event: SiteWorker.Event) -> String? {
    let line = event.line(isVerbose: isVerbose)
    switch event {
    case .failed, .faulty: return unlessLast(line, of: "")
    default:
      last.withLock { $0[""] = nil }
      return line
    }
  }

  func line(of event: DeployLoop.Event) -> String? {
    switch event {
    case .failed(let name, let error):
      return unlessLast(
        "\(name): \(Failure(error).sentence)\nIt is tried again; the target stays as it is until then.",
        of: name)
    case .sent(let name, let outcome) where !outcome.troubles.isEmpty:
      return unlessLast(
        outcome.troubles.map { "\(name): what has changed could not be told. \($0)" }
          .joined(separator: "\n"), of: name)
    case .sent(let name, let outcome):
      let wasBroken = last.withLock { $0.removeValue(forKey: name) } != nil
      let isNews = outcome.sent + outcome.removed > 0
      return wasBroken || isNews && isVerbose ? outcome.summary(of: name) : nil
    }
  }

  func unlessLast(_ line: String?, of speaker: String) -> String? {
    last.withLock { last in
      defer { last[speaker] = line }
      return last[speaker] == line ? nil : line
    }
  }
}

extension SiteWorker.Event {
  fileprivate func line(isVerbose: Bool) -> String? {
    switch self {
    case .following: isVerbose ? "Following the log." : nil
    case .waiting: "Somebody else is at work in the folder. Waiting for him to end."
    case .built(let report):
      "Rendered \(report.pages) pages; \(report.tree.written) files written, \(report.tree.unchanged) unchanged, \(report.tree.removed) removed."
        + (report.doubt.map { " Everything was written again: \($0)" } ?? "")
        + (Failure.sentence(ofLost: report.lost).map { " \($0)" } ?? "")
    case .updated(_, _, _, let lost, _) where !lost.isEmpty: Failure.sentence(ofLost: lost)
    case .updated(let written, let removed, let rendered, _, let time) where isVerbose:
      "\(written) files written, \(removed) removed, \(rendered) pages rendered in \((time / .milliseconds(1)).tenths) ms."
    case .updated: nil
    case .failed(let error):
      "\(Failure(error).sentence)\nThe site stays as it was until that is mended: nothing is published or taken down."
    case .faulty(let faults):
      "\(Failure(faults).sentence)\nThe edit waits until that is mended. The market is followed as before."
    case .blind(let error):
      "Edits of the theme, the messages and the content are not seen: \(error)"
    case .held(let release): release.wordingOfHold
    case .replaced: "Another database stands there now."
    case .mended: "It works again."
    }
  }
}

extension SiteWorker.Event {
  /// Whether another build may have changed the site.
  var mayHaveChanged: Bool {
    if case .following = self { return true }
    return hasChanged
  }

  /// Whether visitors see something else than before.
  var hasChanged: Bool {
    switch self {
    case .built(let report): report.tree.written + report.tree.removed > 0
    case .updated(let written, let removed, _, _, _): written + removed > 0
    case .waiting, .following, .held, .failed, .faulty, .blind, .replaced, .mended: false
    }
  }
}
