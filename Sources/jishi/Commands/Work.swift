import Market
import Site
import Store

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
      over when the first has ended. While it works, `jishi build` is refused there.
      """
  ) { arguments, config in
    let settings = try SiteWorker.Settings(config, arguments)
    let isOnce = arguments.has("once")
    let isVerbose = arguments.has("verbose")
    let isJSON = arguments.has("json")
    try await Store.with(config.address, config.workerOptions) { store in
      let worker = SiteWorker(settings, store) { event in
        guard let line = event.line(isVerbose: isVerbose) else { return }
        if isJSON { writeError(line + "\n") } else { writeLine(line) }
      }
      if isOnce {
        try await worker.run(untilIdle: true)
      } else {
        try await untilAskedToEnd { try await worker.run() }
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
    self.init(
      theme: config.theme, themes: config.themes, locales: config.locales,
      content: config.content, output: config.output, site: config.site)
    packing = config.packing
    workers = try arguments.workers
  }
}

extension SiteWorker.Event {
  /// Nil for what nobody wants to read.
  func line(isVerbose: Bool) -> String? {
    switch self {
    case .waiting: "Somebody else is at work in the folder. Waiting for him to end."
    case .built(let report):
      "Rendered \(report.pages) pages; \(report.tree.written) files written, \(report.tree.unchanged) unchanged, \(report.tree.removed) removed."
        + (report.doubt.map { " Everything was written again: \($0)" } ?? "")
    case .updated(let written, let removed, let rendered, let time) where isVerbose:
      "\(written) files written, \(removed) removed, \(rendered) pages rendered in \((time / .milliseconds(1)).tenths) ms."
    case .updated: nil
    case .failed(let error): "It failed, and is tried again: \(error)"
    case .mended: "It works again."
    }
  }
}
