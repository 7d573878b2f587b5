/// A moment: milliseconds since 1970 in UTC. Rules are told what time it is; they never look.
package struct Instant: Hashable, Comparable, Sendable {
  package let milliseconds: Int64

  package init(milliseconds: Int64) { self.milliseconds = milliseconds }

  package static func < (left: Self, right: Self) -> Bool {
    left.milliseconds < right.milliseconds
  }

  package static func + (instant: Self, span: Duration) -> Self {
    Self(milliseconds: instant.milliseconds + span.milliseconds)
  }

  package static func - (later: Self, earlier: Self) -> Duration {
    .milliseconds(later.milliseconds - earlier.milliseconds)
  }
}

extension Duration {
  /// Whole milliseconds; what is finer is dropped.
  package var milliseconds: Int64 {
    components.seconds * 1_000 + components.attoseconds / 1_000_000_000_000_000
  }

  package static func minutes(_ count: Int64) -> Duration { .seconds(count * 60) }
  package static func hours(_ count: Int64) -> Duration { .minutes(count * 60) }
  package static func days(_ count: Int64) -> Duration { .hours(count * 24) }
}
