import Market
import Synchronization

/// What is known of each file of the tree that visitors see, and which of them were put again. Paths
/// are known by their digests: at a hundred thousand gigs they would take more room than all else.
///
/// It is filled by one thread, and then asked by many.
// After `init` nothing in it changes but the marks, which are atomic.
final class ManifestIndex: @unchecked Sendable {
  private struct Entry: ~Copyable {
    /// Half of the digest of its path. By the other half it was placed.
    let path: UInt64
    let digest: Digest
    let position: Position
    /// What is larger counts as this large: files of a site are not.
    let size: UInt32
    /// The number of the record that counts and what became of the file, or zero: a free place.
    let mark: Atomic<UInt32>
  }

  /// What became of a file in this build.
  enum State: UInt32 {
    case waiting
    /// Put again with the same bytes before there was a draft.
    case kept
    /// The draft has it, or what takes its place.
    case settled
    /// It was not there any more when the build began.
    case gone
  }

  struct Known {
    fileprivate let place: Int
    let digest: Digest
    let position: Position
    private let size: UInt32
    fileprivate init(place: Int, digest: Digest, position: Position, size: UInt32) {
      (self.place, self.digest, self.position, self.size) = (place, digest, position, size)
    }

    func hasSize(_ bytes: Int) -> Bool { UInt32(clamping: bytes) == size }
  }

  private static let recordsMax = UInt32.max >> 2

  /// How many files there are.
  private(set) var count = 0
  let seed: UInt64
  private let entries: UnsafeMutablePointer<Entry>
  private let places: Int

  init(_ manifest: ManifestReader) throws(SiteError) {
    var records = 0
    try manifest.read { _, _ in records += 1 }
    let places = records + records / 3 + 8
    (self.places, seed) = (places, manifest.head.seed)
    entries = .allocate(capacity: places)
    let none = Digest(left: 0, right: 0)
    for place in 0..<places {
      (entries + place).initialize(
        to: Entry(path: 0, digest: none, position: Position(0), size: 0, mark: Atomic(0)))
    }
    var number: UInt32 = 0
    try manifest.read { record, path throws(SiteError) in
      number += 1
      guard number <= min(UInt32(clamping: records), Self.recordsMax) else {
        throw manifest.fault("it has more records than can be read")
      }
      add(record, Digest(path, seed: seed), number)
    }
  }

  deinit {
    entries.deinitialize(count: places)
    entries.deallocate()
  }

  private func add(_ record: ManifestRecord, _ path: Digest, _ number: UInt32) {
    let place = place(of: path)
    let old = entries[place].mark.load(ordering: .relaxed)
    let wasHere = old != 0 && State(mark: old) != .gone
    let isHere = record.kind.isHere
    count += (isHere ? 1 : 0) - (wasHere ? 1 : 0)
    let mark = (isHere ? State.waiting : .gone).mark(number)
    entries[place] = Entry(
      path: path.right, digest: record.digest, position: record.position,
      size: UInt32(clamping: record.size), mark: Atomic(mark))
  }

  /// Where it is, or where it would be.
  private func place(of path: Digest) -> Int {
    var place = Int(truncatingIfNeeded: path.left.multipliedFullWidth(by: UInt64(places)).high)
    while entries[place].mark.load(ordering: .relaxed) != 0, entries[place].path != path.right {
      place = place + 1 == places ? 0 : place + 1
    }
    return place
  }

  /// Nil when there is no such file.
  func find(_ path: Digest) -> Known? {
    let place = place(of: path)
    let mark = entries[place].mark.load(ordering: .relaxed)
    guard mark != 0, State(mark: mark) != .gone else { return nil }
    return Known(
      place: place, digest: entries[place].digest, position: entries[place].position,
      size: entries[place].size)
  }

  /// False when it was marked before, by whatever thread.
  func mark(_ known: Known, as state: State) -> Bool {
    let old = entries[known.place].mark.load(ordering: .relaxed)
    guard State(mark: old) == .waiting else { return false }
    return entries[known.place].mark.compareExchange(
      expected: old, desired: state.mark(old >> 2), ordering: .relaxed
    ).exchanged
  }

  /// Each file once that is there, by the record that counts; of the manifest that this is the index of.
  /// It is marked as settled.
  func each(
    in manifest: ManifestReader,
    _ body: (ManifestRecord, _ path: UnsafeRawBufferPointer) throws(SiteError) -> Void
  ) throws(SiteError) {
    try manifest.read { record, path throws(SiteError) in
      guard record.kind.isHere, let last = find(Digest(path, seed: seed)),
        last.digest == record.digest, mark(last, as: .settled)
      else { return }
      try body(record, path)
    }
  }

  /// Whether this record, the so manieth of the manifest, is what counts, and its file was kept.
  func isKept(_ path: Digest, record number: UInt32) -> Bool {
    entries[place(of: path)].mark.load(ordering: .relaxed) == State.kept.mark(number)
  }
}

extension ManifestIndex.State {
  /// Two bits of a mark.
  fileprivate init?(mark: UInt32) { self.init(rawValue: mark & 3) }

  fileprivate func mark(_ record: UInt32) -> UInt32 { record << 2 | rawValue }
}
