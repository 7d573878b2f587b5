import Glibc
import Synchronization

/// The tree that a build makes, with its manifest beside it. Nothing of it is on the disk before
/// something is put into it.
final class Draft: Sendable {
  private final class Opened: Sendable {
    let root: OpenFolder
    let manifest: NewFile

    init(_ root: OpenFolder, _ manifest: consuming NewFile) {
      self.root = root
      self.manifest = manifest
    }
  }

  let path: String
  let head: ManifestHead
  private let opened = Mutex<Opened?>(nil)

  init(_ path: String, _ head: ManifestHead) { (self.path, self.head) = (path, head) }

  private var manifestPath: String { Trees.manifest(of: path) }
  var isThere: Bool { opened.withLock { $0 != nil } }

  func root() throws(SiteError) -> OpenFolder {
    try opened.withLock { opened throws(SiteError) in
      if let opened { return opened.root }
      let new = try make()
      opened = new
      return new.root
    }
  }

  /// Adds whole records to the manifest. There is one once the root was asked for.
  func note(_ records: [UInt8]) throws(SiteError) {
    let isNoted = opened.withLock { opened in
      records.withUnsafeBytes { opened?.manifest.write($0) ?? false }
    }
    guard isNoted else { throw Folder.failure(manifestPath) }
  }

  private func make() throws(SiteError) -> Opened {
    guard mkdir(path, 0o755) == 0 else { throw Folder.failure(path) }
    let root = try OpenFolder(path)
    let number = Glibc.open(manifestPath, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard number >= 0 else { throw Folder.failure(manifestPath) }
    let manifest = NewFile(number)
    guard head.encoded.withUnsafeBytes({ manifest.write($0) }) else {
      throw Folder.failure(manifestPath)
    }
    return Opened(root, manifest)
  }
}

/// Records on their way to the manifest of a draft, many at a time.
struct Notes {
  private static let bytesMax = 1 << 16

  private let draft: Draft
  private var records: [UInt8] = []

  init(for draft: Draft) { self.draft = draft }

  mutating func add(
    _ record: ManifestRecord, _ path: borrowing TreePath
  ) throws(SiteError) {
    record.append(to: &records, path: path.bytes)
    if records.count >= Self.bytesMax { try write() }
  }

  mutating func write() throws(SiteError) {
    if records.isEmpty { return }
    try draft.note(records)
    records.removeAll(keepingCapacity: true)
  }
}
