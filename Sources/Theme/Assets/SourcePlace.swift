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

  /// Where it stops being UTF-8, if it does: then it cannot be read as text.
  var brokenByte: Flaw? {
    brokenOffset.map { offset in
      let byte = String(bytes[offset], radix: 16, uppercase: true)
      return Flaw(offset: offset, found: "the byte 0x\(byte)", expected: "text in UTF-8")
    }
  }

  /// The mark that some editors put before text, if it is there: what follows can be read on.
  var markFlaws: [Flaw] {
    isMarked ? [Flaw(offset: 0, found: "a byte order mark", expected: "UTF-8 without it")] : []
  }

  private var brokenOffset: Int? {
    guard String(validating: bytes, as: UTF8.self) == nil else { return nil }
    var parser = UTF8.ForwardParser()
    var rest = bytes.makeIterator()
    var offset = 0
    while case .valid(let scalar) = parser.parseScalar(from: &rest) { offset += scalar.count }
    return offset
  }

  /// With spaces in place of the mark.
  var unmarkedBytes: [UInt8] {
    isMarked ? Array("   ".utf8) + bytes.dropFirst(3) : bytes
  }

  private var isMarked: Bool { bytes.starts(with: [0xEF, 0xBB, 0xBF]) }
}
