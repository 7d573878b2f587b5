extension SourceFile {
  /// Where the byte at `offset` stands.
  func place(at offset: Int) -> Place {
    let before = bytes.prefix(offset)
    let newline = UInt8(ascii: "\n")
    let lineStart = before.lastIndex(of: newline).map { $0 + 1 } ?? 0
    return Place(
      file: path, line: before.count { $0 == newline } + 1,
      column: String(decoding: before[lineStart...], as: UTF8.self).count + 1)
  }

  /// The byte at which it stops being UTF-8; nil when all of it is.
  var brokenOffset: Int? {
    guard String(validating: bytes, as: UTF8.self) == nil else { return nil }
    var start = 0
    for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      if String(validating: line, as: UTF8.self) == nil { break }
      start = line.endIndex + 1
    }
    return start
  }

  /// With spaces in place of the mark that some editors put before text.
  var unmarkedBytes: [UInt8] {
    bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array("   ".utf8) + bytes.dropFirst(3) : bytes
  }
}
