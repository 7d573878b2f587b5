import Glibc

/// The lines of a file of heads, one after the other, for an audit.
final class HeadLines {
  private let file: UnsafeMutablePointer<FILE>
  private var line: UnsafeMutablePointer<CChar>?
  private var capacity = 0
  private(set) var number = 0

  enum Line {
    case head(LedgerHead)
    case unreadable(Int)
    /// The last one, of which only a part was written.
    case torn(Int)
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
  }

  deinit {
    free(line)
    fclose(file)
  }

  /// Nil at the end.
  func next() -> Line? {
    let count = getline(&line, &capacity, file)
    guard count > 0, let line else { return nil }
    number += 1
    let bytes = UnsafeRawBufferPointer(start: line, count: count)
    let isWhole = bytes.last == UInt8(ascii: "\n")
    let text = String(decoding: isWhole ? bytes.dropLast() : bytes[...], as: UTF8.self)
    if isWhole, let head = LedgerHead(line: text) { return .head(head) }
    return isAtEnd ? .torn(number) : .unreadable(number)
  }

  private var isAtEnd: Bool {
    let byte = getc(file)
    guard byte != EOF else { return true }
    ungetc(byte, file)
    return false
  }
}
