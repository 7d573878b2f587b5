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
  private(set) var removed = 0

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
    try Folder.write(bytes, to: "\(Trees.staging(of: tree))/\(Self.name(of: path))")
    if isNew {
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
    removed += 1
  }

  private func open() throws(SiteError) {
    if isOpen { return }
    let staging = Trees.staging(of: tree)
    if Folder.isFolder(staging) { try Folder.remove(staging) }
    guard mkdir(staging, 0o755) == 0 else { throw Folder.failure(staging) }
    isOpen = true
  }

  /// Makes them happen, and `state` what the tree is made of, if it is told.
  func commit(to live: LiveTree, _ state: SiteState?) throws(SiteError) {
    guard isOpen else {
      try state?.write(of: tree)
      return
    }
    try prepare(state)
    let batch = Trees.batch(of: tree)
    guard rename(Trees.staging(of: tree), batch) == 0 else { throw Folder.failure(batch) }
    try Self.apply(notes, in: batch, to: live.root)
    try live.append(notes)
    try Self.close(batch, of: tree)
  }

  /// Puts down all that must be known to make them happen.
  func prepare(_ state: SiteState?) throws(SiteError) {
    let staging = Trees.staging(of: tree)
    let notes = notes
    try notes.span.withUnsafeBytes { bytes throws(SiteError) in
      try Folder.write(bytes, to: "\(staging)/\(Self.records)")
    }
    if let state {
      try state.bytes.span.withUnsafeBytes { bytes throws(SiteError) in
        try Folder.write(bytes, to: "\(staging)/\(Self.state)")
      }
    }
  }

  func drop() {
    if isOpen { try? Folder.remove(Trees.staging(of: tree)) }
  }

  /// Completes what was to happen, and forgets what was not yet.
  static func complete(in tree: String) throws(SiteError) {
    let staging = Trees.staging(of: tree)
    if Folder.isFolder(staging) { try Folder.remove(staging) }
    let batch = Trees.batch(of: tree)
    guard Folder.isFolder(batch) else { return }
    // Without its records nothing of it is left to do but to clear it away.
    if let notes = try Folder.bytes(of: "\(batch)/\(Self.records)") {
      // Where nobody knows what was written, all of it is written anew.
      guard let live = try LiveTree.known(tree) else { return try Folder.remove(batch) }
      try apply(notes, in: batch, to: live.root)
      try live.append(notes)
    }
    try close(batch, of: tree)
  }

  private static func apply(
    _ notes: [UInt8], in batch: String, to root: OpenFolder
  ) throws(SiteError) {
    let files = try OpenFolder(batch)
    var path = TreePath()
    try notes.span.withUnsafeBytes { bytes throws(SiteError) in
      try ManifestRecord.each(in: bytes) { record, bytes, _ throws(SiteError) in
        guard path.set(bytes) else { throw .outside(String(decoding: bytes, as: UTF8.self)) }
        switch record.kind {
        case .here: try root.take(path, named: name(of: path), from: files)
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
    unlink("\(batch)/\(Self.records)")
    guard rmdir(batch) == 0 else { throw Folder.failure(batch) }
  }
}

extension SiteState {
  /// In place of the one before.
  func write(of tree: String) throws(SiteError) {
    let path = Trees.state(of: tree)
    let new = "\(path).new"
    try bytes.span.withUnsafeBytes { bytes throws(SiteError) in try Folder.write(bytes, to: new) }
    guard rename(new, path) == 0 else { throw Folder.failure(path) }
  }
}
