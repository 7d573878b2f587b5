/// A file of the site on its way to a target, or one that is to go there.
struct Parcel: Sendable {
  let path: String
  let record: ManifestRecord
  /// Whether nothing at the target leads to it, so that it may lead to others that are new.
  let isNew: Bool
  /// Whether somebody may have had it from there.
  let wasThere: Bool
  let source: Source

  var stage: Stage { Stage(of: path, record, isNew: isNew) }

  /// As the manifest has them. Throws `Moved` when somebody has written since.
  func bytes() throws -> [UInt8] { try source.bytes(of: path, record) }

  /// The same for another file, as it is now; nil when there is none.
  func standing(for path: String) throws(SiteError) -> Parcel? {
    guard let bytes = try source.root.bytes(of: TreePath(relative: path)) else { return nil }
    var record = record
    (record.kind, record.size, record.digest) = (.here, bytes.count, source.digest(bytes))
    return Parcel(path: path, record: record, isNew: false, wasThere: true, source: source)
  }

  func isMade(of bytes: [UInt8]) -> Bool { source.digest(bytes) == record.digest }
}

/// The site has changed since it was planned what to send.
struct Moved: Error { let path: String }

/// The tree that visitors see, with its manifest as it was when somebody looked.
struct Source: Sendable {
  let number: Int
  let root: OpenFolder
  let manifest: ManifestReader

  var seed: UInt64 { manifest.head.seed }

  func bytes(of path: String, _ record: ManifestRecord) throws -> [UInt8] {
    let place = try TreePath(relative: path)
    guard let bytes = try? root.bytes(of: place), digest(bytes) == record.digest else {
      throw Moved(path: path)
    }
    return bytes
  }

  /// What a file was packed into when it was written; nil when it was not.
  func bytes(of path: String, as form: PackedForm) throws(SiteError) -> [UInt8]? {
    try root.bytes(of: TreePath(relative: "\(path)\(form.ending)"))
  }

  fileprivate func digest(_ bytes: [UInt8]) -> Digest {
    bytes.withUnsafeBytes { Digest($0, seed: seed) }
  }
}
