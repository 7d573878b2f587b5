/// Something to be sent to the outside world: a mail, a text message, a webhook call.
///
/// It is written in the transaction of the action that causes it, so it is sent if and only if
/// the action happened; the queue sees to the sending.
package struct Outgoing: Hashable, Sendable {
  package let id: ID<Outgoing>
  /// What carries it, such as `mail`.
  package let channel: String
  package let recipient: String
  /// What is to be said; once it is done with, how that ended.
  package let body: String
  package let writtenAt: Instant
  package let sentAt: Instant?

  package init(
    id: ID<Outgoing>, channel: String, recipient: String, body: String, writtenAt: Instant,
    sentAt: Instant? = nil
  ) {
    self.id = id
    self.channel = channel
    self.recipient = recipient
    self.body = body
    self.writtenAt = writtenAt
    self.sentAt = sentAt
  }

  /// The kind of the queued task that sends it; its payload is the id.
  package static let taskKind = "send"
}

extension Outgoing {
  /// How it ended. It stands in the place of the body, which may have held a code.
  package enum Ending: String, CaseIterable, Sendable {
    case sent
    /// What it said was no longer so.
    case late
    /// There was nothing to be told.
    case untold
  }
}

extension Outgoing: Entity {
  package static let noun = Noun.outgoing
}
