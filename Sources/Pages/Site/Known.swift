/// What was made of records, as long as there is room for it. It is found by a key and given only
/// for the very same record, so whoever asks gets what would be made anew.
struct Known<Key: Hashable, Record, Made> {
  private final class Entry {
    let record: Record
    let made: Made

    init(_ record: Record, _ made: Made) {
      self.record = record
      self.made = made
    }
  }

  private let most: Int
  private var entries: [Key: Entry] = [:]

  init(atMost most: Int) { self.most = most }

  func find(_ key: Key, where isSame: (Record) -> Bool) -> Made? {
    guard let entry = entries[key], isSame(entry.record) else { return nil }
    return entry.made
  }

  /// When it is full it begins anew: what is asked for next is near what was asked for last.
  mutating func keep(_ made: Made, as key: Key, of record: Record) {
    if entries.count >= most { entries.removeAll(keepingCapacity: true) }
    entries[key] = Entry(record, made)
  }
}

extension Known where Record: Equatable {
  subscript(key: Key, of record: Record) -> Made? { find(key) { $0 == record } }
}
