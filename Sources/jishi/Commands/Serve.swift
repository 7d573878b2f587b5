import HTTP
import Market
import Synchronization

extension Command {
  static let serve = Command(
    name: "serve", summary: "serves the built site until it is asked to end",
    options: [
      Option(name: "verbose", value: nil, summary: "print a line for each request")
    ],
    details: """
      For a look at the site before it is deployed; in earnest a web server or a CDN stands in front.
      It speaks HTTP/1.1 without TLS, and answers with the files of OUTPUT/site, which a build may
      replace meanwhile. Port 0 is any that is free: the first line says which. It ends with Ctrl-C
      or SIGTERM, after the answers that are on their way. With --json all lines go to standard
      error, and the object comes at the end.
      """
  ) { arguments, config in
    guard SiteFiles(config.siteFolder).isThere else {
      throw UsageError("There is no site at \(config.siteFolder) yet: run `jishi build` first.")
    }
    let isJSON = arguments.has("json")
    let requests = try await serve(config, isVerbose: arguments.has("verbose")) { line in
      if isJSON { writeError(line + "\n") } else { writeLine(line) }
    }
    return Report(
      [("requests", .number(requests))],
      lines: ["Answered \(requests == 1 ? "1 request" : "\(requests) requests"), ended as asked."])
  }

  /// Returns how many requests there were.
  private static func serve(
    _ config: Config, isVerbose: Bool, say: @escaping @Sendable (String) -> Void
  ) async throws -> Int64 {
    let files = SiteFiles(config.siteFolder)
    let count = Counter()
    let service = Service(
      clock: { Instant.now.milliseconds / 1_000 },
      watch: { exchange in
        count.value.add(1, ordering: .relaxed)
        if isVerbose { say(exchange.line) }
      },
      answering: { files.answer(to: $0, at: $1) })
    try await untilAskedToEnd {
      let server = try Server(at: config.listen, service)
      defer { server.end() }
      say("Serving \(config.siteFolder) at http://\(server.endpoint)/")
      while !Task.isCancelled { try await Task.sleep(for: .seconds(3_600)) }
    }
    return count.value.load(ordering: .relaxed)
  }
}

private final class Counter: Sendable {
  let value = Atomic<Int64>(0)
}

extension Service.Exchange {
  /// One line: the address of a request that could be read has neither blanks nor controls.
  fileprivate var line: String {
    "\(status.rawValue) \(request.map { "\($0.method) \($0.target)" } ?? "-") \(bytes)"
  }
}
