import Glibc
import Market
import Pages
import Theme

/// Writes what one worker prints into the tree of a build. It is made, used and finished on one
/// thread; the tree is everybody's.
struct DraftHand: Hand, ~Copyable {
  private let tree: SiteTree
  private let position: Position
  private var path = TreePath()
  private var packer: Packer?
  /// The draft's, once this hand has put something into it.
  private var root: OpenFolder?
  private var notes: Notes
  private var tally = Tally()
  private var owner = PageKey.assets.number

  init(of tree: SiteTree, at position: Position) {
    (self.tree, self.position) = (tree, position)
    notes = Notes(for: tree.draft)
  }

  mutating func begin(_ key: PageKey) { owner = key.number }

  mutating func put(_ address: String, _ bytes: UnsafeRawBufferPointer) throws(SiteError) {
    try path.set(address)
    let isKept = try putOne(bytes)
    for form in try formsToPack(isKept, bytes: bytes.count) { try pack(bytes, as: form) }
  }

  mutating func keep(_ address: String) throws(SiteError) -> Bool {
    try path.set(address)
    guard case .kept(let bytes) = try keep() else { return false }
    // Which forms there are is one of the things that did not change.
    _ = try formsToPack(true, bytes: bytes)
    return true
  }

  mutating func show(_ file: some NamedFile) throws(SiteError) -> Shown {
    try path.set("/\(file.name)")
    switch try keep() {
    case .before: return .known
    case .kept(let bytes):
      let forms = try formsToPack(true, bytes: bytes)
      if forms.isEmpty { return .known }
      let isThere = try file.withBytes { bytes throws(SiteError) in
        for form in forms { try pack(bytes, as: form) }
      }
      return isThere ? .known : .lost
    case .not:
      var shown = Shown.known
      let isThere = try file.withBytes { bytes throws(SiteError) in
        if let known = known(), !replace(known) { return }
        // Another hand that is faster makes the same.
        guard var made = try createFile() else { return }
        try fill(&made, bytes, Digest(bytes, seed: tree.draft.head.seed))
        for form in try formsToPack(false, bytes: bytes.count) { try pack(bytes, as: form) }
        shown = .made
      }
      return isThere ? shown : .lost
    }
  }

  /// Tells the tree what was put.
  consuming func finish() throws(SiteError) {
    try notes.write()
    tree.finish(tally)
  }

  /// True when the file was there with these bytes.
  private mutating func putOne(_ bytes: UnsafeRawBufferPointer) throws(SiteError) -> Bool {
    let digest = Digest(bytes, seed: tree.draft.head.seed)
    if let known = known() {
      if known.digest == digest, tree.shown?.root.size(of: path) == bytes.count {
        guard try keep(known, bytes.count) else { throw .twice("/\(path.text)") }
        return true
      }
      guard replace(known) else { throw .twice("/\(path.text)") }
    }
    guard var file = try createFile() else { throw .twice("/\(path.text)") }
    try fill(&file, bytes, digest)
    return false
  }

  private mutating func pack(
    _ bytes: UnsafeRawBufferPointer, as form: PackedForm
  ) throws(SiteError) {
    if packer == nil { packer = Packer() }
    guard let packed = packer?.pack(bytes, as: form) else { return }
    try path.append(form.ending)
    _ = try putOne(packed)
    path.drop(form.ending)
  }
}

// What the old tree has, and what the draft gets.
extension DraftHand {
  private enum Kept {
    case kept(bytes: Int)
    /// Something was put there before, by whatever hand.
    case before
    case not
  }

  private func known() -> ManifestIndex.Known? {
    tree.shown?.index.find(Digest(path.bytes, seed: tree.draft.head.seed))
  }

  /// Leaves a file as it is when it is there as the manifest has it, whose name tells what is in it.
  private mutating func keep() throws(SiteError) -> Kept {
    guard let known = known(), let bytes = tree.shown?.root.size(of: path), known.hasSize(bytes)
    else { return .not }
    return try keep(known, bytes) ? .kept(bytes: bytes) : .before
  }

  /// It is carried over at once when there is a draft, and with all others when there will be one.
  private mutating func keep(
    _ known: ManifestIndex.Known, _ bytes: Int
  ) throws(SiteError) -> Bool {
    guard let shown = tree.shown else { return false }
    let isDrafted = root != nil || tree.draft.isThere
    guard shown.index.mark(known, as: isDrafted ? .settled : .kept) else { return false }
    tally.counts.unchanged += 1
    tally.counts.bytes += bytes
    guard isDrafted else {
      tally.waiting += 1
      return true
    }
    try draftRoot().link(path, from: shown.root)
    let record = ManifestRecord(
      kind: .here, size: bytes, digest: known.digest, position: known.position, owner: owner)
    try notes.add(record, path)
    return true
  }

  private mutating func replace(_ known: ManifestIndex.Known) -> Bool {
    guard tree.shown?.index.mark(known, as: .settled) == true else { return false }
    tally.replaced += 1
    return true
  }

  /// Those that must be made: who keeps a file keeps what it was packed into.
  private mutating func formsToPack(_ isKept: Bool, bytes: Int) throws(SiteError) -> [PackedForm] {
    let forms = tree.packing.forms(of: path, bytes: bytes)
    guard isKept, !forms.isEmpty else { return forms }
    var missing: [PackedForm] = []
    for form in forms {
      try path.append(form.ending)
      if case .not = try keep() { missing.append(form) }
      path.drop(form.ending)
    }
    return missing
  }

  private mutating func createFile() throws(SiteError) -> NewFile? {
    try draftRoot().create(path)
  }

  private mutating func draftRoot() throws(SiteError) -> OpenFolder {
    if let root { return root }
    let root = try tree.draft.root()
    self.root = root
    return root
  }

  private mutating func fill(
    _ file: inout NewFile, _ bytes: UnsafeRawBufferPointer, _ digest: Digest
  ) throws(SiteError) {
    guard file.write(bytes), file.finish() else {
      throw root?.failure(path) ?? Folder.failure(path.text)
    }
    let record = ManifestRecord(
      kind: .here, size: bytes.count, digest: digest, position: position, owner: owner)
    try notes.add(record, path)
    tally.counts.written += 1
    tally.counts.bytes += bytes.count
  }
}
