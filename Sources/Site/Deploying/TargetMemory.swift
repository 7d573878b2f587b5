import Glibc
import Synchronization

/// What a target has, as far as is known here. It is put down file by file as the target gets them, so
/// whoever is killed in the middle goes on where he stopped.
///
///     OUTPUT/deploy/NAME.lock    held by who sends to the target
///     OUTPUT/deploy/NAME.files   a manifest of what is there
///     OUTPUT/deploy/NAME.state   up to which place of which manifest everything was sent
final class TargetMemory: Sendable {
  /// How much of a manifest is held against what is remembered of it.
  private static let markBytes = 64
  /// All of a manifest is looked at again when so many times as much was sent since.
  private static let growthMax = 4

  private struct Files {
    var file: Handle
    var end: Int
  }

  let name: String
  private let address: String
  private let folder: String
  private let lock: Handle
  private let files: Mutex<Files?>
  private let state: Mutex<TargetState?>

  /// Of a target at an address. What was sent to another place counts for nothing, and is forgotten as
  /// soon as something is sent to this one.
  init(of name: String, at address: String, in output: String) throws {
    let folder = "\(output)/deploy"
    try Folder.make(folder)
    guard let lock = Handle(opening: "\(folder)/\(name).lock", O_RDWR | O_CREAT) else {
      throw Folder.failure("\(folder)/\(name).lock")
    }
    guard flock(lock.number, LOCK_EX | LOCK_NB) == 0 else { throw DeployError.busy(name) }
    (self.name, self.address, self.folder, self.lock) = (name, address, folder, lock)
    let known = TargetState(try Folder.bytes(of: "\(folder)/\(name).state"))
    let path = "\(folder)/\(name).files"
    let files = known?.address == address ? try Self.files(path, known) : nil
    let isWhole = known?.isKnown == true && (known?.files ?? .max) <= files?.end ?? 0
    self.files = Mutex(files)
    state = Mutex(isWhole ? known : nil)
  }

  deinit { lock.unlock() }

  private var filesPath: String { "\(folder)/\(name).files" }

  /// Nil when there are none, or none that can be read. Only what was added since the state was written
  /// can be torn.
  private static func files(_ path: String, _ state: TargetState?) throws(SiteError) -> Files? {
    guard access(path, F_OK) == 0 else { return nil }
    do throws(SiteError) {
      let reader = try ManifestReader(path)
      let known = state.flatMap { $0.isKnown && $0.files <= reader.size ? $0.files : nil }
      let end = try reader.walk(from: known ?? ManifestHead.bytes) { _, _, _ throws(SiteError) in }
      guard let file = Handle(opening: path, O_RDWR | O_NOFOLLOW), ftruncate(file.number, end) == 0
      else { throw Folder.failure(path) }
      return Files(file: file, end: end)
    } catch {
      guard case .manifest = error else { throw error }
      return nil
    }
  }

  /// All that is there; nil when nothing is known.
  func reader() throws(SiteError) -> ManifestReader? {
    guard files.withLock({ $0 != nil }) else { return nil }
    return try ManifestReader(filesPath)
  }

  /// From where in this manifest on something is to be sent, and what of that was sent already; nil
  /// when all of it must be looked at.
  func rest(
    of source: Source
  ) throws(SiteError) -> (start: Int, sent: [String: ManifestRecord])? {
    guard let state = state.withLock({ $0 }), let reader = try reader(),
      state.tree == source.number, state.end <= source.manifest.size,
      reader.head.seed == source.seed, try Self.mark(source, at: state.end) == state.mark,
      reader.size <= state.whole * Self.growthMax
    else { return nil }
    return (state.end, try sent())
  }

  /// What was noted since the target had everything that there was: nothing of before leads to what is
  /// new in it.
  func sent() throws(SiteError) -> [String: ManifestRecord] {
    let start = state.withLock { $0?.files } ?? ManifestHead.bytes
    var sent: [String: ManifestRecord] = [:]
    _ = try reader()?.walk(from: start) { record, path, _ in
      sent[String(decoding: path, as: UTF8.self)] = record
    }
    return sent
  }

  private static func mark(_ source: Source, at end: Int) throws(SiteError) -> String {
    let start = max(0, end - markBytes)
    let bytes = try source.manifest.bytes(start..<end)
    return bytes.withUnsafeBytes { String(Digest($0, seed: 0).left, radix: 36) }
  }

  /// That nobody knows what the target has of these, until it is noted: whoever sends may be killed
  /// after he did and before he could say so.
  func doubt(_ parcels: [Parcel]) throws(SiteError) {
    guard let seed = parcels.first?.source.seed else { return }
    var bytes: [UInt8] = []
    for parcel in parcels {
      var record = parcel.record
      record.kind = parcel.isNew ? .new : .here
      record.digest = .unknown
      try Self.append(record, parcel.path, to: &bytes)
    }
    try add(bytes, seed: seed)
  }

  /// That the target has it now, or has it no more.
  func note(_ parcel: Parcel) throws(SiteError) {
    var bytes: [UInt8] = []
    var record = parcel.record
    if record.kind.isHere { record.kind = parcel.isNew ? .new : .here }
    try Self.append(record, parcel.path, to: &bytes)
    try add(bytes, seed: parcel.source.seed)
  }

  private static func append(
    _ record: ManifestRecord, _ path: String, to bytes: inout [UInt8]
  ) throws(SiteError) {
    let place = try TreePath(relative: path)
    record.append(to: &bytes, path: place.bytes)
  }

  private func add(_ bytes: [UInt8], seed: UInt64) throws(SiteError) {
    try files.withLock { files throws(SiteError) in
      if files == nil {
        files = try begin(ManifestHead(seed: seed).encoded)
        try write(TargetState(address: address))
      }
      guard let old = files else { return }
      let count = pwrite(old.file.number, bytes, bytes.count, off_t(old.end))
      guard count == bytes.count else { throw Folder.failure(filesPath, written: count) }
      files = Files(file: old.file, end: old.end + bytes.count)
    }
  }

  private func begin(_ bytes: [UInt8]) throws(SiteError) -> Files {
    try Folder.replace(filesPath, bytes)
    guard let file = Handle(opening: filesPath, O_RDWR) else { throw Folder.failure(filesPath) }
    return Files(file: file, end: bytes.count)
  }

  /// That the target has all of this manifest up to `end`. `isWhole`: nothing else was there to be
  /// looked at.
  func finish(_ source: Source, at end: Int, isWhole: Bool) throws(SiteError) {
    if isWhole {
      let all = try source.manifest.bytes(0..<end)
      try files.withLock { files throws(SiteError) in files = try begin(all) }
    }
    let size = files.withLock { $0?.end ?? 0 }
    let before = state.withLock { $0?.whole ?? size }
    try write(
      TargetState(
        address: address, tree: source.number, end: end, mark: Self.mark(source, at: end),
        files: size, whole: isWhole ? size : before))
  }

  /// That all of the site must be held against what is remembered.
  func forgetState() throws(SiteError) { try write(TargetState(address: address)) }

  private func write(_ new: TargetState) throws(SiteError) {
    try Folder.replace("\(folder)/\(name).state", new.bytes)
    state.withLock { $0 = new.isKnown ? new : nil }
  }
}
