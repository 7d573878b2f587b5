import Glibc
import Market
import Pages

/// The tree that visitors see, to be changed in its place. For one thread, and for who holds the lock.
final class LiveTree {
  /// A file of the tree as the manifest has it.
  struct File {
    let path: String
    let record: ManifestRecord
  }

  /// A manifest is written anew when it tells more often of the same files.
  private static let recordsPerFileMax = 3
  private static let recordsSpare = 10_000

  let path: String
  let root: OpenFolder
  let seed: UInt64
  private let manifest: Handle
  private var end: Int
  private var records = 0
  private var owners: OwnerIndex

  /// Of a tree in which nothing is half done. What was torn off at the end of its manifest goes.
  init(_ path: String) throws(SiteError) {
    self.path = path
    root = try OpenFolder(path)
    let name = Trees.manifest(of: path)
    let reader = try ManifestReader(name)
    seed = reader.head.seed
    guard let file = Handle(opening: name, O_RDWR | O_NOFOLLOW) else { throw Folder.failure(name) }
    manifest = file
    owners = OwnerIndex(atLeast: reader.size / ManifestRecord.bytesUsual)
    end = ManifestHead.bytes
    end = try reader.walk { record, path, offset throws(SiteError) in
      try note(record, path, at: offset)
    }
    guard ftruncate(file.number, off_t(end)) == 0 else { throw Folder.failure(name) }
  }

  /// Nil when there is none, or none whose manifest can be read.
  static func known(_ path: String) throws(SiteError) -> LiveTree? {
    guard Folder.isFolder(path) else { return nil }
    do throws(SiteError) {
      return try LiveTree(path)
    } catch {
      if case .manifest = error { return nil }
      throw error
    }
  }

  var count: Int { owners.count }

  /// Whether somebody has taken the manifest away.
  var hasLostManifest: Bool { manifest.isNameless }

  /// Whether its manifest tells of too much that is not so any more.
  var isWordy: Bool { records > Self.recordsPerFileMax * owners.count + Self.recordsSpare }

  /// A manifest to which much was added tells mostly of what is so no more: then it is written anew.
  func concise() throws(SiteError) -> LiveTree {
    guard isWordy else { return self }
    try rewriteManifest()
    return try LiveTree(path)
  }

  /// Writes the manifest anew, with what is so and nothing else. Whoever has the tree open must open
  /// it again.
  func rewriteManifest() throws(SiteError) {
    var bytes = ManifestHead(seed: seed).encoded
    try each { record, path throws(SiteError) in record.append(to: &bytes, path: path.bytes) }
    try Folder.replace(Trees.manifest(of: path), bytes)
  }

  /// All files, in the order of their records.
  func each(
    _ body: (ManifestRecord, borrowing TreePath) throws(SiteError) -> Void
  ) throws(SiteError) {
    var path = TreePath()
    for offset in owners.offsets.sorted() {
      let file = try file(at: offset)
      guard path.set(relative: file.path) else { throw .outside(file.path) }
      try body(file.record, path)
    }
  }

  func files(of key: PageKey) throws(SiteError) -> [File] {
    var files: [File] = []
    for offset in owners.offsets(of: key.number) {
      let file = try file(at: offset)
      if file.record.owner == key.number { files.append(file) }
    }
    return files
  }

  /// Adds what is so now, once it is so.
  func append(_ bytes: [UInt8]) throws(SiteError) {
    guard end + bytes.count <= Int(UInt32.max) else {
      throw .manifest(path: Trees.manifest(of: path), reason: "it is too large")
    }
    let count = bytes.withUnsafeBytes {
      pwrite(manifest.number, $0.baseAddress, $0.count, off_t(end))
    }
    guard count == bytes.count else {
      throw Folder.failure(Trees.manifest(of: path), written: count)
    }
    let start = end
    end += count
    try bytes.span.withUnsafeBytes { bytes throws(SiteError) in
      try ManifestRecord.each(in: bytes) { record, path, place throws(SiteError) in
        try note(record, path, at: start + place)
      }
    }
  }

  private func note(
    _ record: ManifestRecord, _ path: UnsafeRawBufferPointer, at offset: Int
  ) throws(SiteError) {
    records += 1
    let hash = Digest(path, seed: seed).short
    func isSame(_ offset: UInt32) throws(SiteError) -> Bool {
      try file(at: offset).path.utf8.elementsEqual(path)
    }
    switch record.kind {
    case .here, .new:
      try owners.set(UInt32(clamping: offset), of: record.owner, hash: hash, isSame: isSame)
    case .gone: try owners.remove(record.owner, hash: hash, isSame: isSame)
    }
  }

  private func file(at offset: UInt32) throws(SiteError) -> File {
    try withUnsafeTemporaryAllocation(
      byteCount: ManifestRecord.headBytes + TreePath.bytesMax, alignment: 8
    ) { buffer throws(SiteError) in
      // Few paths are longer, and then it is read once more.
      for size in [ManifestRecord.bytesUsual * 4, buffer.count] {
        let count = pread(manifest.number, buffer.baseAddress, size, off_t(offset))
        guard count >= 0 else { throw Folder.failure(Trees.manifest(of: path)) }
        let bytes = UnsafeRawBufferPointer(rebasing: buffer[..<count])
        if case .record(let record, let path) = ManifestRecord.first(in: bytes) {
          return File(path: String(decoding: path, as: UTF8.self), record: record)
        }
      }
      throw .manifest(
        path: Trees.manifest(of: path), reason: "there is no record at byte \(offset)")
    }
  }
}
