/// How letters leave. It waits on the thread that asks, and tries nothing twice: that is for `Retry`, or
/// for a queue.
package enum Mailer: Sendable {
  case smtp(MailServer)
  /// Each letter becomes a file there, which programs for mail open.
  case folder(String)
  /// Its text is printed.
  case console

  package func send(
    _ letter: Letter, within limits: MailLimits = MailLimits()
  ) throws(SendingError) {
    switch self {
    case .smtp(let server): try MailDelivery(to: server, limits).send(letter)
    case .folder(let path): try SendingFolder(path: path).put("\(letter.id).eml", letter.bytes)
    case .console: print(letter.shown)
    }
  }
}

package struct MailLimits: Sendable {
  package var connectMilliseconds = 10_000
  /// How long the server may think about each word.
  package var answerSeconds = 30
  package var wholeMilliseconds = 120_000

  package init() {}
}
