package import Market
package import Store

/// Keeps what gigs and sellers are found by as the log says: an old database fills itself, and what is
/// published is found within a moment. One is enough; several do no harm.
package enum Searching {
  package static let cursor = "search"
  /// How long something new waits at most.
  package static let look = Duration.milliseconds(250)
  /// So much of the log is looked at in one go: who has changed often in it is looked at once.
  static let changesMax = 5_000
  /// So many are written in one transaction, so that nobody waits long for his turn.
  static let writesMax = 100

  /// Until nothing is left to do.
  package static func catchUp(_ store: Store, at now: @Sendable () -> Instant) async throws {
    while try await step(store, at: now()) {}
  }

  /// Until the task is cancelled. What may pass is told and tried again; what does not is thrown.
  package static func run(
    on store: Store, clock: @Sendable () -> Instant, tell: @Sendable (Event) -> Void
  ) async throws {
    var isTroubled = false
    while !Task.isCancelled {
      do {
        try await catchUp(store, at: clock)
        if isTroubled { tell(.mended) }
        isTroubled = false
      } catch let error as StoreError where error.mayPass {
        tell(.trouble(error))
        isTroubled = true
      }
      try await Task.sleep(for: look)
    }
  }

  /// False when there was nothing to do.
  private static func step(_ store: Store, at now: Instant) async throws -> Bool {
    // Not on a replica, which may not know yet what this reader has done.
    let (start, touched) = try await store.read(after: .unlogged) { rows in
      let start = try rows.cursor(cursor)
      return (start, try rows.searchTouched(after: start, atMost: changesMax))
    }
    guard touched.position > start else { return false }
    for gigs in touched.gigs.sorted().pieces(of: writesMax) {
      try await store.write { try $0.indexForSearch(gigs) }
    }
    for sellers in touched.sellers.sorted().pieces(of: writesMax) {
      try await store.write { try $0.indexForSearch(sellers) }
    }
    let target = touched.position
    do {
      try await store.write { try $0.moveCursor(cursor, from: start, to: target, at: now) }
    } catch LogCursorError.moved {
      // Another has done the same.
    }
    return true
  }
}

extension Array {
  fileprivate func pieces(of count: Int) -> [Self] {
    stride(from: 0, to: self.count, by: count).map { start in
      Self(self[start...].prefix(count))
    }
  }
}
