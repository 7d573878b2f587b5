import Glibc
import Market

/// The end of the ledger's chain as it is kept outside the database, in a file that only grows: one
/// line for each block, with its number, its moment and its digest. Whoever cuts the ledger's end
/// off, or writes it anew, would have to change this file too, wherever a copy of it is.
package struct LedgerHead: Hashable, Sendable {
  package let block: Int64
  package let at: Int64
  package let digest: String

  init(_ block: LedgerBlock) {
    self.block = block.id.number
    at = block.at.milliseconds
    digest = block.digest.hexadecimal
  }

  /// Nil unless it is a whole line, whatever editor has ended it.
  init?(line: some StringProtocol) {
    let words = (line.hasSuffix("\r") ? line.dropLast() : line[...]).split(
      separator: " ", omittingEmptySubsequences: false)
    guard words.count == 3, let block = Int64(words[0]), let at = Int64(words[1]),
      words[2].utf8.count == 64,
      words[2].utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) })
    else { return nil }
    self.block = block
    self.at = at
    digest = String(words[2])
  }

  var line: String { "\(block) \(at) \(digest)\n" }

  /// Which block a line is about that is not whole.
  static func block(ofTorn line: some StringProtocol) -> Int64? {
    guard let space = line.firstIndex(of: " ") else { return nil }
    return Int64(line[..<space])
  }
}

package enum LedgerHeadError: Error, Hashable {
  case system(path: String, reason: String)
  /// The file and the database do not tell the same history.
  case parted(path: String, block: Int64)
}

extension LedgerHeadError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .system(let path, let reason): "The ledger's head \(path) cannot be written: \(reason)."
    case .parted(let path, let block):
      "\(path) and the database do not agree on block \(block) of the ledger; see `jishi audit`."
    }
  }
}

extension Store {
  /// Brings the file up to the database's last block. The sealer does so after each commit; if it
  /// died between, the next one makes up for it. Returns the last head, if there is a block.
  package func writeHeads(to path: String) async throws -> LedgerHead? {
    let file = try HeadFile(path)
    while true {
      // A file that is new begins with the last block: what was before is known only to the
      // database, and not made more certain by copying it.
      let known = try file.last()
      let blocks = try await read(after: .unlogged) { snapshot in
        try known.map { try snapshot.blocks(from: ID($0.block), atMost: HeadFile.linesAtOnce) }
          ?? snapshot.lastBlock().map { [$0] } ?? []
      }
      let heads = blocks.map(LedgerHead.init)
      guard known == nil || heads.first == known else {
        throw LedgerHeadError.parted(path: path, block: known?.block ?? 0)
      }
      guard let last = heads.last, last != known else { return known }
      try file.append(heads.drop { $0.block <= known?.block ?? 0 }, after: known)
    }
  }
}

/// The file of heads, open to be written.
final class HeadFile {
  static let linesAtOnce = 1_000
  /// Longer than any line.
  static let lineBytesMax = 256

  private let path: String
  private let file: Int32

  init(_ path: String) throws {
    self.path = path
    try NewFile.makeFolder(of: path)
    file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw Self.failure(path) }
    // The name of a new file must survive too.
    try NewFile.sync(NewFile.folder(of: path))
  }

  deinit { close(file) }

  /// The last whole line.
  func last() throws -> LedgerHead? { try end().head }

  /// Writes one line after the other, and waits for the disk. Does nothing when somebody else has
  /// been faster.
  func append(_ heads: some Sequence<LedgerHead>, after known: LedgerHead?) throws {
    guard flock(file, LOCK_EX) == 0 else { throw Self.failure(path) }
    defer { flock(file, LOCK_UN) }
    let end = try end()
    guard end.head == known else { return }
    // Half a line about a block that the database never had is no writer's that died.
    if let torn = end.tornBlock, torn > heads.map(\.block).max() ?? 0 {
      throw LedgerHeadError.parted(path: path, block: torn)
    }
    // What a writer that died left of a line.
    guard ftruncate(file, off_t(end.bytes)) == 0 else { throw Self.failure(path) }
    var place = end.bytes
    let lines = (end.isOpen ? "\n" : "") + heads.map(\.line).joined()
    var rest = Array(lines.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { pwrite(file, $0.baseAddress, $0.count, off_t(place)) }
      guard count > 0 || errno == EINTR else { throw Self.failure(path) }
      rest = rest.dropFirst(max(0, count))
      place += max(0, count)
    }
    guard fsync(file) == 0 else { throw Self.failure(path) }
  }

  private struct End {
    /// The last whole line, and where it ends.
    var head: LedgerHead?
    var bytes: Int
    /// It lacks only the sign that ends it.
    var isOpen = false
    var tornBlock: Int64?
  }

  private func end() throws -> End {
    var state = stat()
    guard fstat(file, &state) == 0 else { throw Self.failure(path) }
    let size = Int(state.st_size)
    let start = max(0, size - 2 * Self.lineBytesMax)
    var bytes = [UInt8](repeating: 0, count: size - start)
    guard pread(file, &bytes, bytes.count, off_t(start)) == bytes.count else {
      throw Self.failure(path)
    }
    let newline = bytes.lastIndex(of: UInt8(ascii: "\n"))
    let tail = String(decoding: bytes[((newline ?? -1) + 1)...], as: UTF8.self)
    if let head = LedgerHead(line: tail) { return End(head: head, bytes: size, isOpen: true) }
    var end = try lastLine(of: bytes, from: start)
    end.tornBlock = LedgerHead.block(ofTorn: tail)
    return end
  }

  private func lastLine(of bytes: [UInt8], from start: Int) throws -> End {
    guard let newline = bytes.lastIndex(of: UInt8(ascii: "\n")) else {
      guard start == 0 else { throw LedgerHeadError.system(path: path, reason: "it has no lines") }
      return End(head: nil, bytes: 0)
    }
    let before = bytes[..<newline].lastIndex(of: UInt8(ascii: "\n"))
    let line = bytes[((before ?? -1) + 1)..<newline]
    if let head = LedgerHead(line: String(decoding: line, as: UTF8.self)) {
      return End(head: head, bytes: start + newline + 1)
    }
    // A power cut may leave a line of the right length without its bytes.
    guard let before else { return End(head: nil, bytes: 0) }
    let other = bytes[..<before].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    let head = LedgerHead(line: String(decoding: bytes[other..<before], as: UTF8.self))
    guard let head else {
      throw LedgerHeadError.system(path: path, reason: "its last lines cannot be read")
    }
    return End(head: head, bytes: start + before + 1)
  }

  private static func failure(_ path: String) -> LedgerHeadError {
    .system(path: path, reason: String(cString: strerror(errno)))
  }
}
