import Market

/// A line to a telephone.
package struct TextMessage: Sendable {
  /// As much as three parts of one message hold.
  package static let charactersMax = 200

  /// As E.164 writes it.
  package let to: String
  package let text: String
  /// The same whenever it is sent again.
  package let id: String

  package init(to: String, text: String, id: String) throws(LetterFault) {
    guard (try? Contact(phone: to)) != nil else { throw .address }
    guard text.isText(atMost: Self.charactersMax) else { throw .text }
    guard id.isMessageID else { throw .id }
    self.to = to
    self.text = text
    self.id = id
  }

  var shown: String { "To: \(to)\n\n\(text)\n" }
}

/// How text messages leave, as letters do.
package enum TextMessenger: Sendable {
  case web(TextGateway)
  case folder(String)
  case console

  package func send(_ message: TextMessage) throws(SendingError) {
    switch self {
    case .web(let gateway): try gateway.send(message)
    case .folder(let path):
      try SendingFolder(path: path).put("\(message.id).txt", Array(message.shown.utf8))
    case .console: print(message.shown)
    }
  }
}

/// A service of the operator's own, which speaks to that of a telephone company. However it is printed,
/// it shows no key.
package struct TextGateway: Sendable {
  package let url: WebURL
  private let key: String
  private let limits: WebClient.Limits

  private static let answerBytesMax = 65_536
  private static let passingStatuses = [408, 425, 429, 500, 502, 503, 504]

  package init(_ url: WebURL, key: String, limits: WebClient.Limits = WebClient.Limits()) {
    self.url = url
    self.key = key
    self.limits = limits
  }

  /// A POST with the key as a bearer's, of `{"to":"+8613…","text":"…","id":"…"}`. Any status of success
  /// says that it was taken. The id is also the key by which it is told when it comes twice.
  func send(_ message: TextMessage) throws(SendingError) {
    let fields = WebFields([
      ("Content-Type", "application/json"), ("Authorization", "Bearer \(key)"),
      ("Idempotency-Key", message.id),
    ])
    let body = [("to", message.to), ("text", message.text), ("id", message.id)]
      .map { "\"\($0)\":\($1.jsonText)" }.joined(separator: ",")
    let request = WebRequest(.post, url, fields: fields, body: Array("{\(body)}".utf8))
    var limits = limits
    limits.bodyBytesMax = Self.answerBytesMax
    let answer: WebAnswer
    do throws(WebError) {
      answer = try WebClient(limits).answer(to: request)
    } catch {
      throw .connection(error)
    }
    guard answer.isSuccess else {
      throw .refused(
        by: url.authority, status: answer.status, reason: "",
        isPassing: Self.passingStatuses.contains(answer.status))
    }
  }
}

extension TextGateway: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  package var description: String { "the gateway \(url.authority)" }
  package var debugDescription: String { description }
  package var customMirror: Mirror { Mirror(self, children: ["host": url.authority]) }
}

extension String {
  fileprivate var jsonText: String {
    let letters = unicodeScalars.map { scalar in
      switch scalar {
      case "\"", "\\": "\\\(scalar)"
      case "\n": "\\n"
      case ..<" ": "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
      default: String(scalar)
      }
    }
    return "\"\(letters.joined())\""
  }
}
