internal import CBeast

/// Why a request is answered without the service being asked. The connection ends with it: what follows
/// might be read in two ways.
package enum Rejection: Error, Equatable, Sendable {
  case malformed
  case addressTooLong
  case fieldsTooLarge
  case bodyTooLarge
  case coding
  case expectation
  case version
  case tooSlow
  /// Nobody has answered in time.
  case unanswered
  /// The disk is full.
  case noRoom

  init(_ why: jb_refusal) {
    self =
      switch why {
      case JB_ADDRESS_TOO_LONG: .addressTooLong
      case JB_FIELDS_TOO_LARGE: .fieldsTooLarge
      case JB_BODY_TOO_LARGE: .bodyTooLarge
      case JB_UNKNOWN_CODING: .coding
      case JB_EXPECTATION: .expectation
      case JB_VERSION: .version
      case JB_TOO_SLOW: .tooSlow
      case JB_UNAVAILABLE: .unanswered
      case JB_NO_ROOM: .noRoom
      default: .malformed
      }
  }

  package var answer: Answer {
    switch self {
    case .malformed: Answer(.badRequest, saying: "The request cannot be read.")
    case .addressTooLong: Answer(.addressTooLong, saying: "The address is too long.")
    case .fieldsTooLarge: Answer(.fieldsTooLarge, saying: "The head of the request is too large.")
    case .bodyTooLarge: Answer(.contentTooLarge, saying: "Nothing so large is taken here.")
    case .coding: Answer(.notImplemented, saying: "The body is in a form that is not known here.")
    case .expectation:
      Answer(.expectationFailed, saying: "Nothing else can be expected beforehand.")
    case .version: Answer(.versionNotSupported, saying: "HTTP/1.1 is spoken here.")
    case .tooSlow: Answer(.requestTimeout, saying: "The request took too long.")
    case .unanswered:
      Answer(
        .serviceUnavailable, saying: "It took too long to answer; please try again.",
        also: [("Retry-After", "1")])
    case .noRoom: Answer(.insufficientStorage, saying: "There is no room for it at the moment.")
    }
  }
}
