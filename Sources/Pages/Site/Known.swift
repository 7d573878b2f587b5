import Market

/// What was made of records, as long as there is room for it. It is found by a number and given only
/// for the very same record, so whoever asks gets what would be made anew.
struct Known<Key: KnownKey, Record, Made> {
  private final class Entry {
    let key: UInt64
    let record: Record
    let made: Made

    init(_ key: UInt64, _ record: Record, _ made: Made) {
      self.key = key
      self.record = record
      self.made = made
    }
  }

  private let most: Int
  /// Where one is to be found depends on its key alone: at its place or at the one beside it. Ids
  /// are dense, so nearly each has a place for itself, and nothing must be hashed.
  private var entries: [Entry?] = []

  /// An even number.
  init(atMost most: Int) {
    precondition(most.isMultiple(of: 2))
    self.most = most
  }

  private func place(of key: Key) -> Int { Int(key.bits % UInt64(most)) }

  func find(_ key: Key, where isSame: (Record) -> Bool) -> Made? {
    guard !entries.isEmpty else { return nil }
    let place = place(of: key)
    let own = entries[place]
    guard let entry = own?.key == key.bits ? own : entries[place ^ 1], entry.key == key.bits,
      isSame(entry.record)
    else { return nil }
    return entry.made
  }

  /// Room is taken when there is a first one. When both places are taken, what stood at its own
  /// makes room.
  mutating func keep(_ made: Made, as key: Key, of record: Record) {
    if entries.isEmpty { entries = Array(repeating: nil, count: most) }
    let own = place(of: key)
    let beside = own ^ 1
    let isBeside = entries[own].map { $0.key != key.bits && isFree(beside, for: key) } ?? false
    entries[isBeside ? beside : own] = Entry(key.bits, record, made)
  }

  private func isFree(_ place: Int, for key: Key) -> Bool {
    entries[place].map { $0.key == key.bits } ?? true
  }
}

extension Known where Record: Equatable {
  subscript(key: Key, of record: Record) -> Made? { find(key) { $0 == record } }
}

/// A key that is a number.
protocol KnownKey {
  var bits: UInt64 { get }
}

extension UInt64: KnownKey {
  var bits: UInt64 { self }
}

extension ID: KnownKey {
  var bits: UInt64 { UInt64(bitPattern: number) }
}
