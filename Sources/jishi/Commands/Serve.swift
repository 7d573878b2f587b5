import HTTP
import Market
import Pages
import Site
import Store
import Web

extension Command {
  static let serve = Command(
    name: "serve", summary: "runs the market: the site, what writes, and the workers behind both",
    options: [
      .verboseRequests,
      Option(
        name: "only", value: "PART",
        summary: "files: just the built site; endpoint: that and what writes, without workers"),
    ],
    details: """
      It answers with the files of OUTPUT/site, and with what the endpoint makes for one person; the
      workers of `jishi work` run beside it, so that what is changed is on the site within moments.
      With --only each part can be a process, or a machine, of its own; files alone need no database.
      It speaks HTTP/1.1, over TLS where a certificate is set; for HTTP/2 a web server or a CDN stands
      in front. Port 0 is any that is free: the first line says which. Only names of this machine,
      that of `url` and those of `hosts` are answered. Edits of the theme, the messages and the
      content count as soon as they are without faults, and with SIGHUP the settings are read again;
      nobody who is connected is left. It ends with Ctrl-C or SIGTERM, after the answers that are on
      their way. With --json all lines go to standard error, and the object comes at the end.
      """
  ) { arguments, config in
    let teller = Teller(arguments)
    let parts = try Parts(arguments.options["only"])
    guard parts.hasWorkers || SiteFiles(config.siteFolder).isThere else {
      throw UsageError("There is no site at \(config.siteFolder) yet: run `jishi build` first.")
    }
    try await untilAskedToEnd {
      try await House(arguments, teller, parts).run(config)
    }
    return teller.report
  }
}

extension Command.Option {
  static let verboseRequests = Self(
    name: "verbose", value: nil, summary: "print a line for each request")
}
