/// One version of the rules as it was published. What was in force on any day stays known, and
/// what pinned a version keeps it.
package struct RuleVersion: Hashable, Sendable {
  /// The versions are numbered from 1 in the order in which they were published.
  package let id: ID<RuleVersion>
  /// Of its text.
  package let digest: String
  /// When it takes effect; a version that was published later and is in force already goes first.
  package let from: Instant
  package let actor: String
  package let at: Instant

  package init(id: ID<RuleVersion>, digest: String, from: Instant, actor: String, at: Instant) {
    self.id = id
    self.digest = digest
    self.from = from
    self.actor = actor
    self.at = at
  }
}

extension RuleVersion: Entity {
  package static let noun = Noun.ruleVersion
}

extension Rules {
  /// The first moment at which rules that are published now can take effect.
  package func noticeEnds(publishedAt: Instant) -> Instant {
    publishedAt + .days(Int64(noticeDays))
  }

  package func checkNotice(from: Instant, publishedAt now: Instant) throws(RuleVersionError) {
    let earliest = noticeEnds(publishedAt: now)
    guard from >= earliest else { throw .tooSoon(earliest: earliest, noticeDays: noticeDays) }
  }
}

package enum RuleVersionError: Refusing, Hashable {
  case refused(Refusal)
  /// People would not know in time.
  case tooSoon(earliest: Instant, noticeDays: Int)
  case unknown(ID<RuleVersion>)
}
