import Glibc
import Synchronization

/// Addresses that somebody is still to be told of, whatever ends in between: they stay until he was.
final class PendingList: Sendable {
  /// Who could not be told for so long is told of the last ones only.
  private static let bytesMax = 8 << 20

  private let path: String
  private let turn = Mutex(())

  init(_ path: String) { self.path = path }

  func add(_ address: String) throws(SiteError) {
    try turn.withLock { _ throws(SiteError) in
      guard let file = Handle(opening: path, O_WRONLY | O_CREAT | O_APPEND) else {
        throw Folder.failure(path)
      }
      let line = Array("\(address)\n".utf8)
      guard write(file.number, line, line.count) == line.count else { throw Folder.failure(path) }
    }
  }

  /// Each once, in their order.
  func all() throws(SiteError) -> [String] {
    let bytes = try Folder.bytes(of: path)?.suffix(Self.bytesMax) ?? []
    var seen: Set<Substring> = []
    // What was torn off is not whole.
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n")
      .filter { $0.hasPrefix("http") && seen.insert($0).inserted }.map(String.init)
  }

  /// All others were told.
  func keep(_ rest: ArraySlice<String>) throws(SiteError) {
    if rest.isEmpty {
      unlink(path)
      return
    }
    let text = rest.joined(separator: "\n") + "\n"
    try Folder.replace(path, Array(text.utf8))
  }
}
