import Market
import Site
import Store
import Synchronization

extension Command {
  static let work = Command(
    name: "work", summary: "keeps the site as the database is, until it is asked to end",
    options: [
      Option(name: "once", value: nil, summary: "end as soon as nothing is left to do"),
      Option(name: "verbose", value: nil, summary: "print a line for each update"),
    ],
    details: """
      Follows the log: what a change touches is on the disk within moments, and what may wait, such as
      the home page and the pages of tags, within half a minute. Edits of the theme, the messages and
      the content are changes too. There is one worker for a folder: who comes second waits, and takes
      over when the first has ended. `jishi build` and `jishi verify` go first when they are wanted.
      """
  ) { arguments, config in
    let settings = try SiteWorker.Settings(config, arguments)
    let isOnce = arguments.has("once")
    let teller = Teller(arguments)
    let events = EventTeller(isVerbose: arguments.has("verbose"))
    Memory.giveBackAtOnce()
    try await untilAskedToEnd {
      try await SiteWorker.run(
        settings, at: config.address, config.workerOptions, untilIdle: isOnce
      ) { event in
        if let line = events.line(of: event) { teller.say(line) }
      }
    }
    return Report([("site", .text(config.siteFolder))], lines: ["The worker has ended."])
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
    self.init(config.materials, output: config.output, site: config.site)
    packing = config.packing
    workers = try arguments.workers
  }
}

/// The worker tries again and again: what is wrong is said once, until something else happens.
final class EventTeller: Sendable {
  private let isVerbose: Bool
  private let last = Mutex<String?>(nil)

  init(isVerbose: Bool) { self.isVerbose = isVerbose }

  /// Nil for what nobody wants to read.
  func line(of event: SiteWorker.Event) -> String? {
    let line = event.line(isVerbose: isVerbose)
    switch event {
    case .failed, .faulty: break
    default:
      last.withLock { $0 = nil }
      return line
    }
    return last.withLock { last in
      defer { last = line }
      return last == line ? nil : line
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
    case .updated(let written, let removed, let rendered, let time) where isVerbose:
      "\(written) files written, \(removed) removed, \(rendered) pages rendered in \((time / .milliseconds(1)).tenths) ms."
    case .updated: nil
    case .failed(let error):
      "\(Failure(error).sentence)\nThe site stays as it was until that is mended: nothing is published or taken down."
    case .faulty(let faults):
      "\(Failure(faults).sentence)\nThe edit waits until that is mended. The market is followed as before."
    case .blind(let error):
      "Edits of the theme, the messages and the content are not seen: \(error)"
    case .replaced: "Another database stands there now."
    case .mended: "It works again."
    }
  }
}
