/// Says in which line and column the bytes of a file stand. Remembers the last column that it
/// counted, so that a long line is not counted again from its beginning for each fault in it.
struct TextPlaces {
  private let file: SourceFile
  private let lineStarts: [Int]
  private var lastLine = 0
  private var lastOffset = 0
  private var lastColumn = 1

  init(_ file: SourceFile) {
    self.file = file
    var starts = [0]
    for (index, byte) in file.bytes.enumerated() where byte == UInt8(ascii: "\n") {
      starts.append(index + 1)
    }
    lineStarts = starts
  }

  mutating func place(at offset: Int) -> Place {
    let offset = min(max(offset, 0), file.bytes.count)
    let line = line(of: offset)
    if line != lastLine || offset < lastOffset {
      (lastLine, lastOffset, lastColumn) = (line, lineStarts[line], 1)
    }
    let between = file.bytes[lastOffset..<offset]
    let isPlain = between.allSatisfy { $0 < 0x80 }
    lastColumn += isPlain ? between.count : String(decoding: between, as: UTF8.self).count
    lastOffset = offset
    return Place(file: file.path, line: line + 1, column: lastColumn)
  }

  private func line(of offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }
}
