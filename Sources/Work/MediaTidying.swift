package import Market
package import Outside
package import Store
import Synchronization

/// Forgets files that nobody shows, and what lies about without a row: rows go first, so that what is
/// left after a death in between is found again.
package enum MediaTidying {
  static let rowsAtOnce = 200
  /// Longer than any look or any piece takes.
  static let leftLying = Duration.hours(2)

  package static func tidy(_ places: MediaPlaces, in store: Store, at now: Instant) async throws {
    try await forgetUnused(places, store, now)
    let early = now + (.zero - leftLying)
    try await onOwnThread {
      PrivateFolder.clear(in: places, before: early)
    }
    try await removeStrangers(places, store, early)
  }

  private static func forgetUnused(
    _ places: MediaPlaces, _ store: Store, _ now: Instant
  ) async throws {
    let moment = now + (.zero - MediaFile.unusedKept)
    var last = ID<MediaFile>(0)
    while true {
      let start = last
      let found = try await store.read(after: .unlogged) {
        try $0.unusedMedia(before: moment, after: start, atMost: rowsAtOnce)
      }
      guard let found else { return }
      last = found.last
      for key in found.unused {
        let isGone = try await store.write {
          try $0.forgetUnusedMedia(key, before: moment, at: now)
        }.value
        guard isGone else { continue }
        try await onOwnThread {
          try places.shelf.remove(key.text)
          try places.spool.remove(key.text)
        }
      }
    }
  }

  /// A file has a row before its first byte, so what has none belongs to nobody.
  private static func removeStrangers(
    _ places: MediaPlaces, _ store: Store, _ early: Instant
  ) async throws {
    let kept = Written<[String]>()
    let arriving = Written<[String]>()
    try await onOwnThread {
      var keys: [String] = []
      try places.shelf.list { keys += $0 }
      kept.value = keys
      arriving.value = try places.spool.keys(untouchedSince: early.milliseconds / 1_000)
    }
    for key in try await strangers(among: kept.value ?? [], store) {
      try await onOwnThread { try places.shelf.remove(key) }
    }
    for key in try await settled(among: arriving.value ?? [], store) {
      try await onOwnThread { try places.spool.remove(key) }
    }
  }

  private static func strangers(among names: [String], _ store: Store) async throws -> [String] {
    var strangers: [String] = []
    var rest = names.compactMap { MediaKey($0) }[...]
    while !rest.isEmpty {
      let some = Array(rest.prefix(rowsAtOnce))
      rest = rest.dropFirst(rowsAtOnce)
      strangers += try await store.read(after: .unlogged) { try $0.strangers(among: some) }
        .map(\.text)
    }
    return strangers
  }

  /// Those that do not arrive any more.
  private static func settled(among names: [String], _ store: Store) async throws -> [String] {
    let keys = names.compactMap { MediaKey($0) }
    let files = try await store.read(after: .unlogged) { try $0.media(keys) }
    return keys.filter { files[$0]?.state != .arriving }.map(\.text)
  }
}

/// What a thread has written for the one who waits for it.
final class Written<Value: Sendable>: Sendable {
  private let place = Mutex<Value?>(nil)

  var value: Value? {
    get { place.withLock { $0 } }
    set { place.withLock { $0 = newValue } }
  }
}
