import Glibc

/// What a manifest begins with: whose it is, and the seed of its digests.
struct ManifestHead {
  static let bytes = 24
  static let version: UInt32 = 2
  private static let name = "jishi\u{0}\r\n"

  let seed: UInt64

  init(seed: UInt64) { self.seed = seed }

  var encoded: [UInt8] {
    var head = Array(Self.name.utf8) + [UInt8](repeating: 0, count: Self.bytes - 8)
    head.withUnsafeMutableBytes { head in
      head.store(Self.version, at: 8)
      head.store(seed, at: 16)
      let checksum = Digest(UnsafeRawBufferPointer(rebasing: head[16...]), seed: 0).short
      head.store(checksum, at: 12)
    }
    return head
  }

  /// Throws the reason when it is none.
  init(_ head: UnsafeRawBufferPointer) throws(Unfit) {
    guard head.count >= Self.bytes, head.prefix(8).elementsEqual(Self.name.utf8) else {
      throw Unfit(reason: "it is no manifest of a site")
    }
    let version = head.load(at: 8, as: UInt32.self)
    guard version == Self.version else {
      throw Unfit(reason: "it is of version \(version), and this program reads \(Self.version)")
    }
    let rest = UnsafeRawBufferPointer(rebasing: head[16..<Self.bytes])
    guard head.load(at: 12, as: UInt32.self) == Digest(rest, seed: 0).short else {
      throw Unfit(reason: "it is damaged at its beginning")
    }
    seed = rest.load(at: 0, as: UInt64.self)
  }

  struct Unfit: Error { let reason: String }
}

/// The records of a manifest in their order, as often as they are asked for.
struct ManifestReader: Sendable {
  private static let pieceBytes = 1 << 18

  let head: ManifestHead
  private let path: String
  private let file: Handle
  let size: Int

  init(_ path: String) throws(SiteError) {
    guard let file = Handle(opening: path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK) else {
      if errno == ENOENT { throw .manifest(path: path, reason: "there is none") }
      throw Self.failure(path)
    }
    var facts = stat()
    guard fstat(file.number, &facts) == 0 else { throw Self.failure(path) }
    guard facts.st_mode & S_IFMT == S_IFREG else {
      throw .manifest(path: path, reason: "it is no file")
    }
    (self.path, self.file, size) = (path, file, Int(facts.st_size))
    var bytes = [UInt8](repeating: 0, count: ManifestHead.bytes)
    let count = pread(file.number, &bytes, bytes.count, 0)
    guard count >= 0 else { throw Self.failure(path) }
    do {
      head = try bytes.span.withUnsafeBytes { bytes throws(ManifestHead.Unfit) in
        try ManifestHead(UnsafeRawBufferPointer(rebasing: bytes.prefix(count)))
      }
    } catch {
      throw .manifest(path: path, reason: error.reason)
    }
  }

  /// A record at the end of which only a part was written is passed over: it was never finished. The
  /// path can be read until `body` returns.
  func read(
    _ body: (ManifestRecord, _ path: UnsafeRawBufferPointer) throws(SiteError) -> Void
  ) throws(SiteError) {
    _ = try walk { record, path, _ throws(SiteError) in try body(record, path) }
  }

  /// The same with the place of each record in the file. Returns where the last whole one ends. What was
  /// added since it was opened is not read.
  func walk(
    from start: Int = ManifestHead.bytes,
    _ body: (ManifestRecord, _ path: UnsafeRawBufferPointer, _ offset: Int) throws(SiteError) ->
      Void
  ) throws(SiteError) -> Int {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.pieceBytes, alignment: 8)
    defer { buffer.deallocate() }
    // Where in the file the buffer begins, and how much of it was read.
    var (offset, filled) = (start, 0)
    while true {
      let left = max(0, size - offset - filled)
      let rest = UnsafeMutableRawBufferPointer(
        rebasing: buffer[filled...].prefix(left))
      let count = pread(file.number, rest.baseAddress, rest.count, off_t(offset + filled))
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw Self.failure(path) }
      filled += count
      let piece = UnsafeRawBufferPointer(rebasing: buffer[..<filled])
      let (used, isTorn) = try records(in: piece, at: offset, body)
      guard count > 0, !isTorn else { return offset + used }
      buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: piece[used...]))
      (offset, filled) = (offset + used, filled - used)
    }
  }

  /// How many bytes were whole records, and whether what follows is the last one, and torn.
  private func records(
    in piece: UnsafeRawBufferPointer, at offset: Int,
    _ body: (ManifestRecord, _ path: UnsafeRawBufferPointer, _ offset: Int) throws(SiteError) ->
      Void
  ) throws(SiteError) -> (used: Int, isTorn: Bool) {
    var used = 0
    while true {
      switch ManifestRecord.first(in: UnsafeRawBufferPointer(rebasing: piece[used...])) {
      case .record(let record, let path):
        try body(record, path, offset + used)
        used += ManifestRecord.headBytes + path.count
      case .part: return (used, false)
      case .damaged(let bytes):
        guard offset + used + bytes < size else { return (used, true) }
        throw fault("it is damaged at byte \(offset + used)")
      }
    }
  }

  /// So many bytes from a place.
  func bytes(_ range: Range<Int>) throws(SiteError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: range.count)
    let count = pread(file.number, &bytes, bytes.count, off_t(range.lowerBound))
    guard count == bytes.count else { throw fault("it is shorter than it was") }
    return bytes
  }

  func fault(_ reason: String) -> SiteError { .manifest(path: path, reason: reason) }

  private static func failure(_ path: String) -> SiteError {
    .manifest(path: path, reason: String(cString: strerror(errno)))
  }
}
