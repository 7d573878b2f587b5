/// A file of lines `key = message`, cut into its entries. A line that begins with a space goes on
/// with the entry above it; a line that begins with # is for the reader of the file.
struct MessageLines {
  /// Where its key stands in the file, and the lines of its message, without the space around them.
  /// Empty lines are left out.
  struct Entry {
    let key: Range<Int>
    /// Where the message would begin, if it had words.
    let behindSign: Int
    var lines: [Range<Int>]

    var start: Int { lines.first?.lowerBound ?? behindSign }
  }

  private(set) var entries: [Entry] = []
  private let bytes: [UInt8]

  private enum Above {
    case nothing
    case entry
    /// A line that was told as a fault: what goes on with it is not told again.
    case broken
  }
  private var above = Above.nothing

  init(_ bytes: [UInt8], faults: inout MessageFaults) {
    self.bytes = bytes
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      read(start..<end, faults: &faults)
      start = end + 1
    }
  }

  private mutating func read(_ line: Range<Int>, faults: inout MessageFaults) {
    let words = trimmed(line)
    guard let first = line.first.map({ bytes[$0] }), !words.isEmpty, first != UInt8(ascii: "#")
    else {
      above = .nothing
      return
    }
    if Self.isSpace(first) {
      goOn(words, faults: &faults)
    } else if let sign = bytes[line].firstIndex(of: UInt8(ascii: "=")) {
      let message = trimmed(sign + 1..<line.upperBound)
      let key = trimmed(line.lowerBound..<sign)
      entries.append(
        Entry(key: key, behindSign: sign + 1, lines: message.isEmpty ? [] : [message]))
      above = .entry
    } else {
      let text = String(decoding: bytes[words], as: UTF8.self)
      faults.add(at: words.lowerBound, found: quoted(text), expected: "a line “key = message”")
      above = .broken
    }
  }

  private mutating func goOn(_ words: Range<Int>, faults: inout MessageFaults) {
    switch above {
    case .entry: entries[entries.count - 1].lines.append(words)
    case .broken: break
    case .nothing:
      faults.add(
        at: words.lowerBound, found: "a line that begins with a space under no message",
        expected: "a message in the line above it")
      above = .broken
    }
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, Self.isSpace(bytes[start]) { start += 1 }
    while end > start, Self.isSpace(bytes[end - 1]) { end -= 1 }
    return start..<end
  }

  static func isSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
  }
}
