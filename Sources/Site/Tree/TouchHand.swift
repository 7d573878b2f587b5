import Glibc
import Market
import Pages

/// Changes the tree that visitors see: writes what differs, and removes what some keys have no more.
final class TouchHand: Hand {
  private struct Known {
    let file: LiveTree.File
    var isThere = false
    var isNew = false
  }

  private let tree: LiveTree
  private let position: Position
  private let packing: Packing
  private let links: LinkFinder?
  /// Of each key that is printed anew, by its number.
  private var known: [UInt64: [Known]] = [:]
  private var keys: [PageKey] = []
  private var owner: UInt64 = 0
  private var path = TreePath()
  private var packer: Packer?
  let batch: Batch

  /// For these keys, and no other.
  init(
    in tree: LiveTree, at position: Position, packing: Packing, _ keys: some Sequence<PageKey>,
    _ links: LinkFinder? = nil
  ) throws(SiteError) {
    self.links = links
    self.tree = tree
    self.position = position
    self.packing = packing
    batch = Batch(of: tree.path)
    for key in keys { try ask(for: key) }
  }

  func begin(_ key: PageKey) {
    owner = key.number
    precondition(known[owner] != nil, "\(key) is printed, and nobody asked for it")
  }

  func put(_ address: String, _ bytes: UnsafeRawBufferPointer) throws(SiteError) {
    try path.set(address)
    if path.hasEnding(".html") { links?.look(at: bytes) }
    let isKept = try putOne(bytes)
    for form in packing.forms(of: path, bytes: bytes.count) {
      try path.append(form.ending)
      defer { path.drop(form.ending) }
      if isKept, mark(path.text) { continue }
      if packer == nil { packer = Packer() }
      guard let packed = packer?.pack(bytes, as: form) else { continue }
      _ = try putOne(packed)
    }
  }

  func show(_ file: some NamedFile) throws(SiteError) -> Shown {
    try path.set("/\(file.name)")
    if mark(path.text) {
      for form in packing.forms(of: path, bytes: .max) {
        try path.append(form.ending)
        _ = mark(path.text)
        path.drop(form.ending)
      }
      return .known
    }
    let isThere = try file.withBytes { bytes throws(SiteError) in
      try put("/\(file.name)", bytes)
    }
    return isThere ? .made : .lost
  }

  /// One more key.
  func ask(for key: PageKey) throws(SiteError) {
    if known[key.number] == nil { keys.append(key) }
    known[key.number] = try tree.files(of: key).map { Known(file: $0) }
  }

  /// Whether a key has files that were not put.
  func hasRest(of key: PageKey) -> Bool {
    known[key.number]?.contains { !$0.isThere } ?? false
  }

  /// Removes what was not put: first those that lead to others.
  func removeRest() throws(SiteError) {
    var rest: [(rank: Int, file: LiveTree.File)] = []
    for key in keys {
      for known in known[key.number] ?? [] where !known.isThere {
        rest.append((Self.rank(of: known.file.path, key), known.file))
      }
    }
    for (_, file) in rest.sorted(by: { $0.rank < $1.rank }) {
      guard path.set(relative: file.path) else { throw .outside(file.path) }
      try batch.remove(path, file.record)
    }
  }

  /// Lists lead to gigs, these to their sellers, and all of them to pictures.
  private static func rank(of path: String, _ key: PageKey) -> Int {
    if !path.contains(".html") { return 3 }
    return switch key {
    case .gig: 1
    case .seller: 2
    default: 0
    }
  }

  /// Whether any of these has files that it had not, or has lost some.
  func hasOtherNames(of keys: some Sequence<PageKey>) -> Bool {
    keys.contains { key in
      known[key.number]?.contains { $0.isNew || !$0.isThere } ?? false
    }
  }

  /// Whether it will have the file.
  func has(_ path: String, of key: PageKey) throws(SiteError) -> Bool {
    if let files = known[key.number] {
      return files.contains { $0.file.path == path && $0.isThere }
    }
    return try tree.files(of: key).contains { $0.path == path }
  }

  /// Whether a link will lead somewhere.
  func leads(_ link: String) throws(SiteError) -> Bool {
    for file in link == "/" ? ["index.html"] : ["\(link.dropFirst()).html", "\(link.dropFirst())"] {
      if let known = known.values.joined().first(where: { $0.file.path == file }) {
        if known.isThere { return true }
      } else {
        guard path.set(relative: file) else { throw .outside(link) }
        if tree.root.size(of: path) != nil { return true }
      }
    }
    return false
  }

  func finish() {}

  /// True when the key has the file with these bytes.
  private func putOne(_ bytes: UnsafeRawBufferPointer) throws(SiteError) -> Bool {
    let digest = Digest(bytes, seed: tree.seed)
    let text = path.text
    let place = known[owner]?.firstIndex { $0.file.path == text }
    if let place {
      if known[owner]?[place].isThere == true { throw .twice("/\(text)") }
      known[owner]?[place].isThere = true
      if known[owner]?[place].file.record.digest == digest { return true }
    } else if tree.root.size(of: path) != nil {
      throw .twice("/\(text)")
    }
    let record = ManifestRecord(
      kind: .here, size: bytes.count, digest: digest, position: position, owner: owner)
    try batch.put(path, bytes, record, isNew: place == nil)
    if place == nil {
      let file = LiveTree.File(path: text, record: record)
      known[owner]?.append(Known(file: file, isThere: true, isNew: true))
    }
    return false
  }

  /// True when the key has the file, whatever is in it.
  private func mark(_ text: String) -> Bool {
    guard let place = known[owner]?.firstIndex(where: { $0.file.path == text }) else {
      return false
    }
    known[owner]?[place].isThere = true
    return true
  }
}
