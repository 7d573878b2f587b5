/// What people write to each other.
package struct MessageRules: Hashable, Sendable {
  package let textCharactersMax: Int
  package let attachmentsMax: Int
  /// So many messages can be sent to somebody who has not answered yet.
  package let unansweredMax: Int
  /// So long a warning about outside contacts can be appealed.
  package let appealDays: Int

  init(_ section: RuleSection) {
    textCharactersMax = section.whole("text-characters-max", 200...50_000)
    attachmentsMax = section.whole("attachments-max", 0...100)
    unansweredMax = section.whole("unanswered-max", 1...1_000)
    appealDays = section.whole("appeal-days", 1...365)
  }
}

extension MessageRules {
  package var text: TextLimit { TextLimit(charactersMax: textCharactersMax) }

  package func maySend(unanswered count: Int) -> Bool { count < unansweredMax }

  package func appealEnds(warnedAt: Instant) -> Instant { warnedAt + .days(Int64(appealDays)) }
  package func mayAppeal(warnedAt: Instant, at now: Instant) -> Bool {
    (warnedAt..<appealEnds(warnedAt: warnedAt)).contains(now)
  }
}
