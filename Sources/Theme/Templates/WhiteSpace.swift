/// Lines that have nothing but statements and comments leave no trace.
enum WhiteSpace {
  static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D
  }

  static func withoutStatementLines(_ pieces: [Piece], bytes: [UInt8]) -> [Piece] {
    var pieces = pieces
    var first = 0
    while first < pieces.count {
      guard case .statement = pieces[first] else {
        first += 1
        continue
      }
      // The statements and blanks that share a line with this one, without the texts around them.
      var last = first
      var next = first + 1
      while next < pieces.count {
        if case .statement = pieces[next] {
          last = next
        } else if case .text(let text) = pieces[next], isBlankWithoutBreak(text.all, bytes) {
          // Goes on.
        } else {
          break
        }
        next += 1
      }
      cut(first...last, of: &pieces, bytes)
      first = last + 1
    }
    return pieces
  }

  private static func isBlankWithoutBreak(_ range: Range<Int>, _ bytes: [UInt8]) -> Bool {
    bytes[range].allSatisfy { isBlank($0) && $0 != 0x0A }
  }

  private static func cut(
    _ line: ClosedRange<Int>, of pieces: inout [Piece], _ bytes: [UInt8]
  ) {
    let before = line.lowerBound - 1
    let after = line.upperBound + 1
    guard let start = lineStart(before, pieces, bytes), let end = lineEnd(after, pieces, bytes)
    else { return }
    if before >= 0, case .text(var text) = pieces[before] {
      text.kept = text.kept.lowerBound..<max(text.kept.lowerBound, start)
      pieces[before] = .text(text)
    }
    if after < pieces.count, case .text(var text) = pieces[after] {
      text.kept = min(end, text.kept.upperBound)..<text.kept.upperBound
      pieces[after] = .text(text)
    }
    for index in line {
      guard case .text(var text) = pieces[index] else { continue }
      text.kept = text.all.upperBound..<text.all.upperBound
      pieces[index] = .text(text)
    }
  }

  /// Where the line begins, if it has only blanks before the statements.
  private static func lineStart(_ before: Int, _ pieces: [Piece], _ bytes: [UInt8]) -> Int? {
    guard before >= 0 else { return 0 }
    guard case .text(let text) = pieces[before] else { return nil }
    for index in text.all.reversed() {
      if bytes[index] == 0x0A { return index + 1 }
      if !isBlank(bytes[index]) { return nil }
    }
    return before == 0 ? text.all.lowerBound : nil
  }

  /// Where the next line begins, if there are only blanks after the statements.
  private static func lineEnd(_ after: Int, _ pieces: [Piece], _ bytes: [UInt8]) -> Int? {
    guard after < pieces.count else { return bytes.count }
    guard case .text(let text) = pieces[after] else { return nil }
    for index in text.all {
      if bytes[index] == 0x0A { return index + 1 }
      if !isBlank(bytes[index]) { return nil }
    }
    return after == pieces.count - 1 ? text.all.upperBound : nil
  }
}
