import Synchronization

/// A copy of the database that answers reads while it can, and may lag behind.
final class Replica: Sendable {
  /// How long one that gave no answer is left alone: asking again each time would make every read
  /// wait for the same silence.
  static let rest = Duration.seconds(10)
  /// How long it is given to catch up with a write.
  static let patience = Duration.milliseconds(500)
  static let pause = Duration.milliseconds(5)

  let readers: Readers
  private let awakeAt: Mutex<ContinuousClock.Instant?> = Mutex(nil)

  init(_ readers: Readers) { self.readers = readers }

  var isAwake: Bool { awakeAt.withLock { $0.map { $0 <= .now } ?? true } }

  func fellSilent() { awakeAt.withLock { $0 = .now + Self.rest } }
}
