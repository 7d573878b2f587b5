import Glibc
import Pages
import Synchronization
import Theme

/// The tree that visitors see, as it is compared with what would be made now.
final class Inspection: Sendable {
  let root: OpenFolder
  /// Nil when nobody knows what was written there.
  let index: ManifestIndex?
  let packing: Packing
  let seed: UInt64
  private let state = Mutex(State())

  private struct State {
    var found = Verification()
    /// Digests of the paths of all files that would be there.
    var paths: Set<Digest> = []
  }

  /// For who holds the lock. Nil when there is no site.
  init?(of trees: Trees, packing: Packing) throws(SiteError) {
    guard let shown = try trees.shown() else { return nil }
    let tree = trees.path(shown)
    try Batch.complete(in: tree)
    root = try OpenFolder(tree)
    let manifest = try? ManifestReader(Trees.manifest(of: tree))
    index = try? manifest.map { try ManifestIndex($0) }
    seed = index?.seed ?? 0
    self.packing = packing
  }

  func finish(_ found: Verification, _ paths: Set<Digest>) {
    state.withLock { state in
      state.found.add(found)
      state.paths.formUnion(paths)
    }
  }

  /// Where nothing is made any more: the files against what was written there.
  func compareWithManifest() throws(SiteError) {
    var found = Verification()
    var paths: Set<Digest> = []
    try LiveTree(root.path).each { record, path throws(SiteError) in
      paths.insert(Digest(path.bytes, seed: seed))
      found.files += 1
      guard let there = try root.bytes(of: path) else { return found.note(.missing, path.text) }
      let digest = there.withUnsafeBytes { Digest($0, seed: seed) }
      if digest != record.digest { found.note(.altered, path.text) }
    }
    finish(found, paths)
  }

  /// Looks for what nothing would make, once all hands have finished.
  func end() throws(SiteError) -> Verification {
    var found = state.withLock { $0.found }
    let paths = state.withLock { $0.paths }
    var path = TreePath()
    try Folder.walk(root.path) { name throws(SiteError) in
      guard path.set(relative: name), !paths.contains(Digest(path.bytes, seed: seed)) else {
        return
      }
      // What was written and would not be any more has only been left over.
      found.note(index?.find(Digest(path.bytes, seed: seed)) == nil ? .extra : .stale, name)
    }
    found.sort()
    return found
  }
}

/// Compares what one worker prints with what is there.
struct InspectingHand: Hand, ~Copyable {
  private let inspection: Inspection
  private var found = Verification()
  private var paths: Set<Digest> = []
  private var path = TreePath()
  private var packer: Packer?

  init(for inspection: Inspection) { self.inspection = inspection }

  mutating func begin(_ key: PageKey) {}

  mutating func put(_ address: String, _ bytes: UnsafeRawBufferPointer) throws(SiteError) {
    try path.set(address)
    try look(bytes)
    for form in inspection.packing.forms(of: path, bytes: bytes.count) {
      if packer == nil { packer = Packer() }
      guard let packed = packer?.pack(bytes, as: form) else { continue }
      try path.append(form.ending)
      try look(packed)
      path.drop(form.ending)
    }
  }

  mutating func show(_ file: some NamedFile) throws(SiteError) -> Shown {
    try path.set("/\(file.name)")
    // A gig shows the same cover with several of its versions.
    guard !paths.contains(Digest(path.bytes, seed: inspection.seed)) else { return .known }
    let isThere = try file.withBytes { bytes throws(SiteError) in
      try put("/\(file.name)", bytes)
    }
    return isThere ? .made : .lost
  }

  consuming func finish() { inspection.finish(found, paths) }

  private mutating func look(_ bytes: UnsafeRawBufferPointer) throws(SiteError) {
    let name = Digest(path.bytes, seed: inspection.seed)
    paths.insert(name)
    found.files += 1
    guard let there = try inspection.root.bytes(of: path) else {
      found.note(.missing, path.text)
      return
    }
    if there.elementsEqual(bytes) { return }
    let written = there.withUnsafeBytes { Digest($0, seed: inspection.seed) }
    let isOurs = inspection.index?.find(name)?.digest == written
    found.note(isOurs ? .stale : .altered, path.text)
  }
}
