import HTTP
import Market

/// What a socket says to us. The protocol has a number in its name, and grows only by members that old
/// programs need not know.
enum LiveWord: Sendable {
  static let protocolName = "jishi.v1"
  static let bytesMax = 4_096

  case subscribe(Topic, after: Position?)
  case unsubscribe(Topic)

  enum Flaw: String, Error {
    case unreadable
    case unknownTopic = "unknown-topic"
  }

  init(_ text: String) throws(Flaw) {
    let json: JSON
    do { json = try JSON(reading: Array(text.utf8), depthMax: 2) } catch { throw .unreadable }
    guard case .object(let members) = json, case .text(let name)? = json["topic"],
      case .text(let what)? = json["do"],
      members.allSatisfy({ ["do", "topic", "after"].contains($0.name) })
    else { throw .unreadable }
    guard let topic = Topic(name) else { throw .unknownTopic }
    switch (what, json["after"]) {
    case ("subscribe", nil): self = .subscribe(topic, after: nil)
    case ("subscribe", .integer(let number)?) where number >= 0:
      self = .subscribe(topic, after: Position(number))
    case ("unsubscribe", nil): self = .unsubscribe(topic)
    default: throw .unreadable
    }
  }
}

/// What we say on a socket.
enum LiveNews {
  /// All that comes after this place in the log will be told. `isWhole` is false when too much has
  /// happened since the place that was asked for: whoever wants to know looks for himself.
  static func subscribed(_ topic: Topic, _ position: Position, isWhole: Bool) -> JSON {
    [
      "event": "subscribed", "topic": .text(topic.text), "position": .at(position),
      "whole": .flag(isWhole),
    ]
  }

  static func unsubscribed(_ topic: Topic) -> JSON {
    ["event": "unsubscribed", "topic": .text(topic.text)]
  }

  /// It is not said what has changed: whoever may see it asks for it. What is no more to be seen is the
  /// last that is told of it.
  static func changed(_ change: TopicChange) -> JSON {
    [
      "event": "changed", "topic": .text(change.topic.text), "position": .at(change.position),
      "shown": .flag(change.isShown),
    ]
  }

  static func refused(_ topic: Topic, _ why: Refusal) -> JSON {
    ["event": "refused", "topic": .text(topic.text), "why": .text(why.rawValue)]
  }

  enum Refusal: String {
    /// It is not there, or not for you.
    case notFound = "not-found"
    case tooMany = "too-many"
    case unavailable
  }

  static func flaw(_ flaw: LiveWord.Flaw) -> JSON {
    ["event": "error", "why": .text(flaw.rawValue)]
  }
}

extension JSON {
  fileprivate static func at(_ position: Position) -> JSON { .integer(position.number) }
}

/// That something happened to what a topic is about.
struct TopicChange: Sendable {
  let topic: Topic
  let position: Position
  let isShown: Bool

  init?(_ logged: LoggedChange) {
    guard let topic = Topic(of: logged.change) else { return nil }
    self.topic = topic
    position = logged.position
    isShown = logged.change.after?.isShown ?? false
  }

  var isLast: Bool { topic.isPublic && !isShown }
}
