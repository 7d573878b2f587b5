/// The files of a site for who works on it: pages refresh themselves when it has changed. What
/// makes them do so is added on the way; the files stay what a build made.
package struct LiveSite: Sendable {
  private static let scriptPath = "/.jishi/live.js"
  private static let changesPath = "/.jishi/changes"

  private let files: SiteFiles
  private let changes: ChangeCount

  package init(_ files: SiteFiles, _ changes: ChangeCount) {
    self.files = files
    self.changes = changes
  }

  /// How long a request waits for a change; then its page asks again.
  private static let patience = Duration.seconds(25)

  package func service(
    clock: @escaping @Sendable () -> Int64, watch: (@Sendable (Service.Exchange) -> Void)? = nil
  ) -> Service {
    var service = Service(
      clock: clock, watch: watch, responding: { response(to: $0, $1, at: clock()) })
    service.limits.answer = Self.patience
    service.overdue = { _, id in
      changes.leave(id)
      return .noChange
    }
    // Half of the connection may still be there.
    service.left = { changes.leave($0)?.send(.noChange) }
    service.ending = { changes.end() }
    return service
  }

  private func response(
    to request: Request, _ reply: Reply, at now: Int64
  ) -> Service.Response {
    guard ["GET", "HEAD"].contains(request.method) else {
      return .now(files.answer(to: request, at: now))
    }
    switch request.target.prefix(while: { $0 != "?" }) {
    case Self.scriptPath: return .now(Self.script)
    case Self.changesPath: return change(request.target, reply)
    default: return .now(file(request, at: now))
    }
  }

  private func change(_ target: String, _ reply: Reply) -> Service.Response {
    guard let after = target.wholeMatch(of: /[^?]*\?after=(\d{1,18})/).flatMap({ Int64($0.1) })
    else { return .now(Answer(.badRequest, saying: "It is asked as ?after=NUMBER.")) }
    changes.answer(reply, after: after)
    return .later
  }

  private func file(_ request: Request, at now: Int64) -> Answer {
    // Before the file is read: of two changes the page may know too few, but never too many.
    let number = changes.number
    // Without fields nobody gets a packed form, a part, or nothing because he has it already.
    let plain = files.answer(to: Request(request.method, request.target), at: now)
    guard plain.fields["Content-Type"]?.hasPrefix("text/html") == true else {
      return files.answer(to: request, at: now)
    }
    guard var bytes = plain.bytes else { return SiteFiles.unavailable }
    let tag = "<script src=\"\(Self.scriptPath)\" data-change=\"\(number)\" defer></script>"
    bytes.insert(contentsOf: tag.utf8, at: bytes.endOfBody)
    return Answer(plain.status, Self.fields("text/html"), .bytes(bytes))
  }

  private static let script = Answer(.ok, fields("text/javascript"), .bytes(Array(liveScript.utf8)))

  /// A browser keeps nothing: a page that it has kept would show what is no more.
  private static func fields(_ type: String) -> FieldLines {
    FieldLines(
      [
        ("Content-Type", "\(type); charset=utf-8"), ("Cache-Control", "no-store, no-transform"),
      ] + Protection.lines)
  }
}

extension Answer {
  /// All of the body; nil when the disk fails.
  fileprivate var bytes: [UInt8]? {
    switch body {
    case .none: []
    case .bytes(let bytes): bytes
    case .shared(let bytes): bytes.bytes
    case .part(let file, let range): file.read(from: range.lowerBound, count: range.count)
    }
  }
}

extension [UInt8] {
  /// Where `</body>` begins, or the end of a page without it.
  fileprivate var endOfBody: Int {
    let mark = Array("</body>".utf8)
    let starts = stride(from: count - mark.count, through: 0, by: -1)
    return starts.first { start in
      self[start] == mark[0]
        && zip(self[start...], mark).allSatisfy { $0.lowercasedASCII == $1 }
    } ?? count
  }
}

/// Asks until the number is another than that of its page. Who asks again at once would push others
/// out who wait, so it rests in between; so it does while nobody listens.
private let liveScript = """
  "use strict";
  (async () => {
    const shown = Number(document.currentScript.dataset.change);
    for (;;) {
      try {
        const answer = await fetch(`/.jishi/changes?after=${shown}`, { cache: "no-store" });
        if (answer.status === 200 && Number(await answer.text()) > shown) {
          // The browser keeps its place on the page.
          location.reload();
          return;
        }
      } catch {
        // Perhaps it is started again.
      }
      await new Promise((resume) => setTimeout(resume, 1000));
    }
  })();

  """
