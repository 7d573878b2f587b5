package import Market

extension Transaction {
  /// Codes that are over, with what people said who never joined; sessions that have long ended; and
  /// tries that are forgiven. Of what happened to accounts a part at a time, the oldest first.
  package func forgetSignIns(at now: Instant) throws {
    let over = now + (.zero - SignInsKept.challenges)
    try run(
      "delete from applicant where challenge in (select id from challenge where ends_at < $1)",
      over)
    try run("delete from challenge where ends_at < $1", over)
    try run("delete from attempt where last_at < $1", now + (.zero - SignInsKept.attempts))
    let ended = now + (.zero - SignInsKept.sessions)
    try run(
      "delete from refresh where session in (select id from session where seen_at < $1)", ended)
    try run("delete from session where seen_at < $1", ended)
    try run(
      """
      delete from security_event where id in (
        select id from (select id, at from security_event order by id limit $2) as oldest
        where at < $1)
      """, now + (.zero - SignInsKept.events), SignInsKept.eventsAtOnce)
  }
}

/// For how long it is kept after nobody can come in with it any more.
package enum SignInsKept {
  static let challenges = Duration.days(1)
  /// Longer than any of them counts.
  static let attempts = Duration.hours(48)
  /// After the last use: for who wants to see where he was signed in.
  static let sessions = Duration.days(60)
  package static let events = Duration.days(400)
  static let eventsAtOnce = 10_000
}
