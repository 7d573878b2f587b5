/// A message whose lines are joined, and where in the file each of its bytes comes from.
///
/// Between two lines comes a space, but none where Chinese or Japanese goes on: there it would be
/// seen.
struct MessageText {
  private struct Run {
    let start: Int
    let offset: Int
    let count: Int
    var end: Int { start + count }
  }

  private(set) var bytes: [UInt8] = []
  private var runs: [Run] = []

  init(_ lines: [Range<Int>], of file: [UInt8]) {
    for (index, line) in lines.enumerated() {
      if index > 0, !Self.isJoined(file[lines[index - 1]], file[line]) {
        bytes.append(UInt8(ascii: " "))
      }
      runs.append(Run(start: bytes.count, offset: line.lowerBound, count: line.count))
      bytes += file[line]
    }
  }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// Where in the file it stands.
  func offset(of index: Int) -> Int {
    var low = 0
    var high = runs.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if runs[middle].start <= index { low = middle } else { high = middle }
    }
    guard low < high else { return 0 }
    return runs[low].offset + min(index - runs[low].start, runs[low].count)
  }

  /// The same bytes in the file: one range for each line that has some of them.
  func ranges(of range: Range<Int>) -> [Range<Int>] {
    runs.compactMap { run in
      let part = range.clamped(to: run.start..<run.end)
      guard !part.isEmpty else { return nil }
      let start = run.offset + part.lowerBound - run.start
      return start..<start + part.count
    }
  }

  private static func isJoined(_ above: ArraySlice<UInt8>, _ below: ArraySlice<UInt8>) -> Bool {
    // No scalar is longer than four bytes.
    let last = String(decoding: above.suffix(4), as: UTF8.self).unicodeScalars.last
    let first = String(decoding: below.prefix(4), as: UTF8.self).unicodeScalars.first
    guard let last, let first else { return false }
    let isBothWritten = (isWide(last) || isQuote(last)) && (isWide(first) || isQuote(first))
    return isBothWritten && (isWide(last) || isWide(first))
  }

  /// Letters and marks of Chinese and Japanese, which are written without spaces.
  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2E80...0x312F, 0x31A0...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0xFE30...0xFE4F,
      0xFF00...0xFF60, 0x20000...0x3FFFF:
      true
    default: false
    }
  }

  /// Marks that Chinese shares with others: dashes, quotation marks, the dots of an ellipsis.
  private static func isQuote(_ scalar: Unicode.Scalar) -> Bool {
    [0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x2026].contains(scalar.value)
  }
}
