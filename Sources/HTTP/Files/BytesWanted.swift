/// What a `Range` line asks for, of a file of a given size.
enum BytesWanted: Equatable {
  /// No line, another unit, several parts or a line that cannot be read: all are answered in full.
  case all
  case part(Range<Int64>)
  case outside

  init(_ line: String?, of size: Int64) {
    guard let line, let equals = line.firstIndex(of: "="),
      String(line[..<equals]).isSame(asASCII: "bytes")
    else {
      self = .all
      return
    }
    let asked = line[line.index(after: equals)...].trimmed
    let ends = asked.split(separator: "-", omittingEmptySubsequences: false)
    guard ends.count == 2, !(ends[0].isEmpty && ends[1].isEmpty),
      let first = Self.number(ends[0]), let last = Self.number(ends[1])
    else {
      self = .all
      return
    }
    switch (first, last) {
    case (nil, let count?):
      self = count > 0 && size > 0 ? .part(max(0, size - count)..<size) : .outside
    case (let first?, nil):
      self = first < size ? .part(first..<size) : .outside
    case (let first?, let last?) where first <= last:
      self = first < size ? .part(first..<min(size, last + 1)) : .outside
    default: self = .all
    }
  }

  /// Nil for what is no number, and nil within for nothing at all.
  private static func number(_ text: Substring) -> Int64?? {
    guard text.utf8.allSatisfy(\.isDigit) else { return nil }
    guard !text.isEmpty else { return .some(nil) }
    // A number that is too large is beyond the end of every file.
    return min(Int64(text) ?? .max, .max - 1)
  }
}
