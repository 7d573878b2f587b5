import Glibc

/// The lines of a file of heads as it is when it is opened, one after the other, for an audit. What
/// a sealer writes meanwhile is left for the next one.
final class HeadLines {
  private let file: UnsafeMutablePointer<FILE>
  private var bytesLeft = 0
  private var line: UnsafeMutablePointer<CChar>?
  private var capacity = 0
  private(set) var number = 0

  enum Line {
    case head(LedgerHead)
    case unreadable(Int)
    /// The last one, of which only a part was written, with the block it is about.
    case torn(Int64?)
  }

  /// Nil when there is no such file.
  init?(_ path: String) throws {
    guard let file = fopen(path, "re") else {
      guard errno == ENOENT || errno == ENOTDIR else {
        throw LedgerHeadError.system(path: path, reason: String(cString: strerror(errno)))
      }
      return nil
    }
    self.file = file
    // Not in the middle of a line that is being written.
    flock(fileno(file), LOCK_SH)
    defer { flock(fileno(file), LOCK_UN) }
    var state = stat()
    guard fstat(fileno(file), &state) == 0 else {
      throw LedgerHeadError.system(path: path, reason: String(cString: strerror(errno)))
    }
    bytesLeft = Int(state.st_size)
  }

  deinit {
    free(line)
    fclose(file)
  }

  /// Nil at the end.
  func next() -> Line? {
    guard bytesLeft > 0 else { return nil }
    let count = min(getline(&line, &capacity, file), bytesLeft)
    guard count > 0, let line else { return nil }
    bytesLeft -= count
    number += 1
    let bytes = UnsafeRawBufferPointer(start: line, count: count)
    let isEnded = bytes.last == UInt8(ascii: "\n")
    let text = String(decoding: isEnded ? bytes.dropLast() : bytes[...], as: UTF8.self)
    if let head = LedgerHead(line: text) { return .head(head) }
    return bytesLeft == 0 ? .torn(LedgerHead.block(ofTorn: text)) : .unreadable(number)
  }
}
