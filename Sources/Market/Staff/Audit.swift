/// Who did what to which thing: kept for the people who must be able to find out.
package struct Audit: Hashable, Sendable {
  package let at: Instant
  /// Such as `account:7`, `operator`, or the name of the job that acted.
  package let actor: String
  package let action: String
  package let noun: Noun
  package let subject: Int64
  package let detail: String

  package init(
    at: Instant, actor: String, action: String, noun: Noun, subject: Int64, detail: String = ""
  ) {
    self.at = at
    self.actor = actor
    self.action = action
    self.noun = noun
    self.subject = subject
    self.detail = detail
  }
}

extension Audit: Entity {
  package static let noun = Noun.audit
}
