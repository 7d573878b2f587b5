import HTTP
import Market
import Synchronization

extension Command {
  static let serve = Command(
    name: "serve", summary: "serves the built site until it is asked to end",
    options: [.verboseRequests],
    details: """
      It answers with the files of OUTPUT/site, which a build may replace meanwhile. It speaks HTTP/1.1,
      over TLS where a certificate is set; for HTTP/2 a web server or a CDN stands in front. Port 0 is
      any that is free: the first line says which. Only names of this machine, that of `url` and those
      of `hosts` are answered. It ends with Ctrl-C or SIGTERM, after the answers that are on their way.
      With --json all lines go to standard error, and the object comes at the end.
      """
  ) { arguments, config in
    let files = SiteFiles(config.siteFolder)
    guard files.isThere else {
      throw UsageError("There is no site at \(config.siteFolder) yet: run `jishi build` first.")
    }
    let teller = Teller(arguments)
    let service = Service(
      clock: { Instant.now.milliseconds / 1_000 }, answering: { files.answer(to: $0, at: $1) })
    try await untilAskedToEnd {
      try await Reception.serve(service, config.serving, teller, isReady: { files.isThere }) {
        let addresses = Reception.addresses(of: $0, config.serving)
        teller.say("Serving \(config.siteFolder) at \(addresses)")
        while !Task.isCancelled { try await Task.sleep(for: .seconds(3_600)) }
      }
    }
    return teller.report
  }
}

extension Command.Option {
  static let verboseRequests = Self(
    name: "verbose", value: nil, summary: "print a line for each request")
}

/// What a program that serves says while it goes on, and at its end.
final class Teller: Sendable {
  private let isJSON: Bool
  private let isVerbose: Bool
  private let requests = Atomic<Int64>(0)

  init(_ arguments: Arguments) {
    isJSON = arguments.has("json")
    isVerbose = arguments.has("verbose")
  }

  func say(_ line: String) {
    if isJSON { writeError(line + "\n") } else { writeLine(line) }
  }

  func note(_ exchange: Service.Exchange) {
    requests.add(1, ordering: .relaxed)
    if isVerbose { say(exchange.line) }
  }

  var report: Report {
    let count = requests.load(ordering: .relaxed)
    return Report(
      [("requests", .number(count))],
      lines: ["Answered \(count == 1 ? "1 request" : "\(count) requests"), ended as asked."])
  }
}

extension Service.Exchange {
  /// One line: the address of a request that could be read has neither blanks nor controls.
  fileprivate var line: String {
    "\(status.rawValue) \(request.map { "\($0.method) \($0.target)" } ?? "-") \(bytes)"
  }
}
