import Glibc
import Market
import Theme

/// Changes of a tree that happen all or not at all. They are made beside it first; then one renaming
/// makes them what will be, and whoever opens the tree next completes what was broken off.
///
///     OUTPUT/sites/4.staging   files and records of changes that may still come to nothing
///     OUTPUT/sites/4.batch     the same once they are to happen
final class Batch {
  private static let records = "records"
  private static let state = "state"

  private let tree: String
  private var isOpen = false
  /// What is new comes first, since others may lead there, and what goes comes last.
  private var newNotes: [UInt8] = []
  private var changedNotes: [UInt8] = []
  private var goneNotes: [UInt8] = []
  private(set) var written = 0
  /// The paths of files that go.
  private(set) var gone: Set<String> = []

  var removed: Int { gone.count }

  init(of tree: String) { self.tree = tree }

  private var notes: [UInt8] { newNotes + changedNotes + goneNotes }

  /// What a file is called on its way, by its path in the tree.
  static func name(of path: borrowing TreePath) -> String {
    let digest = Digest(path.bytes, seed: 0)
    return String(digest.left, radix: 36) + "-" + String(digest.right, radix: 36)
  }

  func put(
    _ path: borrowing TreePath, _ bytes: UnsafeRawBufferPointer, _ record: ManifestRecord,
    isNew: Bool
  ) throws(SiteError) {
    try open()
    let staging = Trees.staging(of: tree)
    do throws(SiteError) {
      try Folder.write(bytes, to: "\(staging)/\(Self.name(of: path))")
    } catch {
      // Its name on the way tells nobody anything.
      throw error.isForRoom ? .system(path: staging, reason: SiteError.noRoom) : error
    }
    if isNew {
      var record = record
      record.kind = .new
      record.append(to: &newNotes, path: path.bytes)
    } else {
      record.append(to: &changedNotes, path: path.bytes)
    }
    written += 1
  }

  func remove(_ path: borrowing TreePath, _ record: ManifestRecord) throws(SiteError) {
    try open()
    var record = record
    record.kind = .gone
    record.append(to: &goneNotes, path: path.bytes)
    gone.insert(path.text)
  }

  private func open() throws(SiteError) {
    if isOpen { return }
    let staging = Trees.staging(of: tree)
    if Folder.isFolder(staging) { try Folder.remove(staging) }
    guard mkdir(staging, 0o755) == 0 else { throw Folder.failure(staging) }
    isOpen = true
  }

  /// Makes them happen, and `state` what the tree is made of, if it is told. False when they cannot
  /// happen, so that all of the tree must be looked at.
  func commit(to live: LiveTree, _ state: SiteState?) throws(SiteError) -> Bool {
    guard isOpen else {
      try state?.write(of: tree)
      return true
    }
    try prepare(state)
    let batch = Trees.batch(of: tree)
    guard rename(Trees.staging(of: tree), batch) == 0 else { throw Folder.failure(batch) }
    return try Self.finish(notes, of: batch, to: live)
  }

  /// Puts down all that must be known to make them happen.
  func prepare(_ state: SiteState?) throws(SiteError) {
    let staging = Trees.staging(of: tree)
    let sealed = notes + Self.seal(notes, state?.bytes)
    try Folder.write(sealed, to: "\(staging)/\(Self.records)")
    if let state { try Folder.write(state.bytes, to: "\(staging)/\(Self.state)") }
  }

  func drop() {
    if isOpen { try? Folder.remove(Trees.staging(of: tree)) }
  }

  /// Completes what was to happen, and forgets what was not yet. What cannot be completed stops nobody:
  /// then it is not known what the tree is made of, so all of it is looked at by whoever builds next.
  static func complete(in tree: String) throws(SiteError) {
    let staging = Trees.staging(of: tree)
    if Folder.isFolder(staging) { try Folder.remove(staging) }
    let batch = Trees.batch(of: tree)
    // One that is empty was done but for its folder.
    guard Folder.isFolder(batch), rmdir(batch) != 0 else { return }
    guard let live = try LiveTree.known(tree), let notes = try notes(of: batch, in: tree) else {
      return try forget(batch, of: tree)
    }
    _ = try finish(notes, of: batch, to: live)
  }

  /// False when something stands in the way that room on the disk does not mend.
  private static func finish(
    _ notes: [UInt8], of batch: String, to live: LiveTree
  ) throws(SiteError) -> Bool {
    do throws(SiteError) {
      try apply(notes, in: batch, to: live)
      try live.append(notes)
      try close(batch, of: live.path)
      return true
    } catch {
      if error.isForRoom { throw error }
      try forget(batch, of: live.path)
      return false
    }
  }

  private static func forget(_ batch: String, of tree: String) throws(SiteError) {
    unlink(Trees.state(of: tree))
    if Folder.isFolder(batch) { try Folder.remove(batch) }
  }

  /// By this it is seen whether all of a batch is there.
  private static func seal(_ notes: [UInt8], _ state: [UInt8]?) -> [UInt8] {
    let bytes = notes + (state ?? [])
    let digest = bytes.withUnsafeBytes { Digest($0, seed: state == nil ? 0 : 1) }
    return withUnsafeBytes(of: digest) { Array($0) }
  }

  /// Nil when a part of the batch is lost.
  private static func notes(of batch: String, in tree: String) throws(SiteError) -> [UInt8]? {
    let sealed = try Folder.bytes(of: "\(batch)/\(records)") ?? []
    let notes = Array(sealed.dropLast(MemoryLayout<Digest>.size))
    var state = try Folder.bytes(of: "\(batch)/\(state)")
    // It may be in its place already.
    if state == nil { state = try Folder.bytes(of: Trees.state(of: tree)) }
    return [nil, state].contains { sealed == notes + seal(notes, $0) } ? notes : nil
  }

  private static func apply(
    _ notes: [UInt8], in batch: String, to live: LiveTree
  ) throws(SiteError) {
    let (root, seed) = (live.root, live.seed)
    let files = try OpenFolder(batch)
    var path = TreePath()
    try notes.span.withUnsafeBytes { bytes throws(SiteError) in
      try ManifestRecord.each(in: bytes) { record, bytes, _ throws(SiteError) in
        guard path.set(bytes) else { throw .outside(String(decoding: bytes, as: UTF8.self)) }
        switch record.kind {
        case .here, .new:
          if try root.take(path, named: name(of: path), from: files) { return }
          // It was moved before, if it is this one.
          let there = try root.bytes(of: path)?.withUnsafeBytes { Digest($0, seed: seed) }
          guard there == record.digest else {
            throw .manifest(path: "\(batch)/\(records)", reason: "\(path.text) is missing")
          }
        case .gone: try root.remove(path)
        }
      }
    }
  }

  private static func close(_ batch: String, of tree: String) throws(SiteError) {
    let state = "\(batch)/\(Self.state)"
    guard rename(state, Trees.state(of: tree)) == 0 || errno == ENOENT else {
      throw Folder.failure(state)
    }
    try Folder.remove(batch)
  }
}

extension SiteState {
  /// In place of the one before.
  func write(of tree: String) throws(SiteError) {
    try Folder.replace(Trees.state(of: tree), bytes)
  }
}
