import HTTP
import Market
import Site
import Store

extension Command {
  /// Of looks for the first site.
  private static let look = Duration.milliseconds(50)

  static let watch = Command(
    name: "watch", summary: "works and serves at once, and open pages refresh themselves",
    options: [.verboseRequests],
    details: """
      For work on the theme, the messages, the content or the market: it is `jishi work` and
      `jishi serve` in one, and pages that are open in a browser refresh themselves as soon as a
      change is on the disk. The script that does it is added as a page is sent; the files are those
      of a build. What is wrong with an edit is said here; the edit waits until that is mended, and the
      market is followed as before. Without a site it makes one first. While another worker has the folder, nothing is
      refreshed. It ends with Ctrl-C or SIGTERM. With --json all lines go to standard error, and the
      object comes at the end.
      """
  ) { arguments, config in
    let teller = Teller(arguments)
    let settings = try SiteWorker.Settings(config, arguments)
    let files = SiteFiles(config.siteFolder)
    // Pages of a former run are still open, and had smaller numbers.
    let changes = ChangeCount(from: Instant.now.milliseconds)
    let site = LiveSite(files, changes)
    let service = site.service(clock: { Instant.now.milliseconds / 1_000 })
    let events = EventTeller(isVerbose: true)
    try await untilAskedToEnd {
      try await Reception.serve(service, config.serving, teller, isReady: { files.isThere }) {
        server in
        try await withThrowingTaskGroup(of: Void.self) { group in
          group.addTask {
            try await SiteWorker.run(settings, at: config.address, config.workerOptions) { event in
              if event.hasChanged { changes.announce() }
              if let line = events.line(of: event) { teller.say(line) }
            }
          }
          group.addTask {
            while !files.isThere { try await Task.sleep(for: look) }
            let addresses = Reception.addresses(of: server, config.serving)
            teller.say("Serving \(config.siteFolder) at \(addresses)")
          }
          try await group.waitForAll()
        }
      }
    }
    return teller.report
  }
}
