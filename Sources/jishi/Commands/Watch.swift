import HTTP
import Market
import Site
import Store

extension Command {
  static let watch = Command(
    name: "watch", summary: "works and serves at once, and open pages refresh themselves",
    options: [.verboseRequests],
    details: """
      For work on the theme, the messages, the content or the market: it is `jishi serve`, and pages that are open in a browser refresh themselves as soon as a
      change is on the disk. The script that does it is added as a page is sent; the files are those
      of a build. What is wrong with an edit is said here; the edit waits until that is mended, and the
      market is followed as before. Without a site it makes one first. While another worker has the folder, nothing is
      refreshed. It ends with Ctrl-C or SIGTERM. With --json all lines go to standard error, and the
      object comes at the end.
      """
  ) { arguments, config in
    let teller = Teller(arguments)
    // Pages of a former run are still open, and had smaller numbers.
    let changes = ChangeCount(from: Instant.now.milliseconds)
    try await untilAskedToEnd {
      try await House(arguments, teller, .all, changes: changes).run(config)
    }
    return teller.report
  }
}
