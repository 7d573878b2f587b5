/// A task that comes round again: every so often, beginning at a fixed moment.
package struct Schedule: Hashable, Sendable {
  package let name: String
  package let kind: String
  package let payload: String
  package let every: Duration
  package private(set) var next: Instant

  package init(name: String, kind: String, payload: String, every: Duration, next: Instant) {
    precondition(every.milliseconds > 0, "a schedule needs time between its rounds")
    self.name = name
    self.kind = kind
    self.payload = payload
    self.every = every
    self.next = next
  }

  package func isDue(at now: Instant) -> Bool { next <= now }

  /// The first round after `now`. Rounds that were missed are not made up for: one run is enough.
  package func advanced(past now: Instant) -> Schedule {
    guard isDue(at: now) else { return self }
    let missed = (now - next).milliseconds / every.milliseconds
    var schedule = self
    schedule.next = next + .milliseconds((missed + 1) * every.milliseconds)
    return schedule
  }
}
