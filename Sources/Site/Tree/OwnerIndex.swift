/// Where the manifest tells of the files of each owner. Twelve bytes a file: all else stays on the disk
/// until it is asked for.
struct OwnerIndex: ~Copyable {
  private struct Entry {
    /// Of the owner. Few others have the same.
    var mark: UInt32 = 0
    /// Where the record begins; zero for a free place, one for a place that somebody has left.
    var offset: UInt32 = 0
    /// Of the path.
    var hash: UInt32 = 0
  }

  private static let left: UInt32 = 1
  private static let placesLeast = 1 << 6

  /// How many files there are.
  private(set) var count = 0
  /// Places that are not free.
  private var used = 0
  private var places: Int
  private var entries: UnsafeMutablePointer<Entry>

  init(atLeast countMin: Int = 0) {
    places = max(Self.placesLeast, Self.places(for: countMin))
    entries = .allocate(capacity: places)
    entries.initialize(repeating: Entry(), count: places)
  }

  deinit { entries.deallocate() }

  /// Of all files, in no order.
  var offsets: [UInt32] {
    UnsafeBufferPointer(start: entries, count: places).map(\.offset).filter { $0 > Self.left }
  }

  /// With those of others that have the same mark, if there are any.
  func offsets(of owner: UInt64) -> [UInt32] {
    let mark = Self.mark(of: owner)
    var offsets: [UInt32] = []
    var place = first(of: mark)
    while entries[place].offset != 0 {
      if entries[place].mark == mark, entries[place].offset != Self.left {
        offsets.append(entries[place].offset)
      }
      place = next(place)
    }
    return offsets
  }

  /// A later record of the same path takes the place of an earlier one. Of those whose paths have the
  /// same hash `isSame` tells by their offsets.
  mutating func set(
    _ offset: UInt32, of owner: UInt64, hash: UInt32, isSame: (UInt32) throws(SiteError) -> Bool
  ) throws(SiteError) {
    let mark = Self.mark(of: owner)
    if let place = try find(mark, hash, isSame) {
      entries[place].offset = offset
      return
    }
    if Self.places(for: used + 1) > places { grow() }
    insert(Entry(mark: mark, offset: offset, hash: hash))
  }

  mutating func remove(
    _ owner: UInt64, hash: UInt32, isSame: (UInt32) throws(SiteError) -> Bool
  ) throws(SiteError) {
    guard let place = try find(Self.mark(of: owner), hash, isSame) else { return }
    entries[place].offset = Self.left
    count -= 1
  }

  private func find(
    _ mark: UInt32, _ hash: UInt32, _ isSame: (UInt32) throws(SiteError) -> Bool
  ) throws(SiteError) -> Int? {
    var place = first(of: mark)
    while entries[place].offset != 0 {
      let entry = entries[place]
      if entry.mark == mark, entry.hash == hash, entry.offset != Self.left,
        try isSame(entry.offset)
      {
        return place
      }
      place = next(place)
    }
    return nil
  }

  private mutating func insert(_ entry: Entry) {
    var place = first(of: entry.mark)
    while entries[place].offset != 0 { place = next(place) }
    entries[place] = entry
    count += 1
    used += 1
  }

  private mutating func grow() {
    var larger = OwnerIndex(atLeast: count + count / 4 + Self.placesLeast)
    for place in 0..<places where entries[place].offset > Self.left {
      larger.insert(entries[place])
    }
    swap(&self, &larger)
  }

  private static func mark(of owner: UInt64) -> UInt32 {
    UInt32(truncatingIfNeeded: (owner &* 0x9E37_79B9_7F4A_7C15) >> 32)
  }

  private func first(of mark: UInt32) -> Int { Int((UInt64(mark) * UInt64(places)) >> 32) }

  private func next(_ place: Int) -> Int { place + 1 == places ? 0 : place + 1 }

  /// One in eight stays free.
  private static func places(for count: Int) -> Int { count + count / 7 + 1 }
}
