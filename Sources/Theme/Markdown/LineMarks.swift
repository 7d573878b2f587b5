extension [UInt8] {
  /// Where the marks of quotes and lists, with which a line begins, go on beyond so many columns.
  /// Nil when they do not, or when there is only space.
  func endOfMarks(from start: Int, columnsMax: Int) -> Int? {
    var at = start
    var columns = 0
    var hasMarks = false
    while at < count, columns <= columnsMax {
      switch self[at] {
      case UInt8(ascii: "\t"): columns += 4
      case UInt8(ascii: " "): columns += 1
      case UInt8(ascii: ">"):
        columns += 1
        hasMarks = true
      default:
        let length = markLength(at)
        guard length > 0 else { return nil }
        columns += length
        hasMarks = true
        at += length - 1
      }
      at += 1
    }
    return hasMarks && columns > columnsMax ? at : nil
  }

  /// Of `-`, `+`, `*`, `1.` or `1)` before a space; 0 for anything else.
  private func markLength(_ start: Int) -> Int {
    var end = start
    while end < count, (0x30...0x39).contains(self[end]), end - start < 10 { end += 1 }
    guard end + 1 < count, self[end + 1] == UInt8(ascii: " ") || self[end + 1] == UInt8(ascii: "\t")
    else { return 0 }
    let signs = end > start ? ".)".utf8 : "-+*".utf8
    return signs.contains(self[end]) ? end + 1 - start : 0
  }
}
