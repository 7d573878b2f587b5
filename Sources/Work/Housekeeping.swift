package import Market
package import Outside
import Store

/// Forgets what nobody asks for any more.
package enum Housekeeping {
  package static let taskKind = "tidy"
  static let every = Duration.hours(1)
  /// Longer than anybody repeats a request.
  static let keysKept = Duration.hours(48)
  /// Long enough for staff to see what was done lately.
  static let doneTasksKept = Duration.days(7)

  /// For the first time at `first`.
  package static func schedule(from first: Instant) -> Schedule {
    Schedule(name: taskKind, kind: taskKind, payload: "", every: every, next: first)
  }

  package static func handler(
    _ media: MediaPlaces? = nil, clock: @escaping @Sendable () -> Instant
  ) -> Worker.Handler {
    { _, store in
      let now = clock()
      try await store.write { tx in
        _ = try tx.forgetIdempotency(before: now + (.zero - keysKept))
        try tx.forgetSignIns(at: now)
        _ = try tx.forgetTasks(doneBefore: now + (.zero - doneTasksKept))
      }
      if let media { try await MediaTidying.tidy(media, in: store, at: now) }
    }
  }
}
