/// A template file while it is read: its bytes, and the faults that were found in it.
struct TemplateSource {
  let file: SourceFile
  private(set) var faults: [Fault] = []
  /// The marks do not close as they should, so what the markup does between them is anyone's guess.
  var isShapeLost = false
  /// Marks that are not known stand for branches, so what is inside which is not known either.
  var hasLostBranches = false
  /// While a mark is read that is known to be broken.
  var isMuted = false
  /// Where faults were found that are too many to be told.
  private var untold: Set<Int> = []
  private let lineStarts: [Int]
  /// The last column that was counted, so that a long line is not counted again from its beginning.
  private var lastOffset = 0
  private var lastLine = 0
  private var lastColumn = 1

  init(_ file: SourceFile) {
    self.file = file
    var starts = [Self.marksOrder(file.bytes) ? Self.orderMark.count : 0]
    for (index, byte) in file.bytes.enumerated() where byte == UInt8(ascii: "\n") {
      starts.append(index + 1)
    }
    lineStarts = starts
    lastOffset = starts[0]
  }

  var bytes: [UInt8] { file.bytes }

  /// Looking for names takes time, so it is only done for what is told.
  mutating func report(
    _ offset: Int, found: String, expected: String, available: @autoclosure () -> [String] = []
  ) {
    guard !isMuted else { return }
    guard faults.count < TemplateLimits.faultsPerFileMax else {
      untold.insert(offset)
      return
    }
    let place = place(offset)
    // What stands at one place is told once.
    if faults.contains(where: { $0.place == place }) { return }
    faults.append(
      Fault(place, found: found, expected: expected, available: available()))
  }

  /// With a last one for those that are too many.
  var told: [Fault] {
    var copy = self
    return untold.isEmpty ? faults : faults + [Self.more(untold.count, at: copy.place(bytes.count))]
  }

  /// Those of one file that were not counted while they were found.
  static func counted(_ faults: [Fault]) -> [Fault] {
    let max = TemplateLimits.faultsPerFileMax
    guard faults.count > max else { return faults }
    let sorted = faults.sorted { $0.place < $1.place }
    return sorted.prefix(max) + [more(sorted.count - max, at: sorted[max].place)]
  }

  private static func more(_ count: Int, at place: Place) -> Fault {
    Fault(
      place, found: "\(count) more faults in this file",
      expected: "the first \(TemplateLimits.faultsPerFileMax) mended before them")
  }

  /// The line and the column, in characters, of a byte.
  mutating func place(_ offset: Int) -> Place {
    let line = line(of: offset)
    if line != lastLine || offset < lastOffset {
      lastLine = line
      lastOffset = lineStarts[line]
      lastColumn = 1
    }
    let between = file.bytes[lastOffset..<max(lastOffset, min(offset, file.bytes.count))]
    lastColumn +=
      between.allSatisfy { $0 < 0x80 }
      ? between.count : String(decoding: between, as: UTF8.self).count
    lastOffset = max(lastOffset, min(offset, file.bytes.count))
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

  func text(_ range: Range<Int>) -> String {
    String(decoding: file.bytes[range], as: UTF8.self)
  }
}

extension TemplateSource {
  /// What some editors write before a text; it says nothing, and is no part of a template.
  private static let orderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  private static func marksOrder(_ bytes: [UInt8]) -> Bool { bytes.starts(with: orderMark) }

  /// Where the template begins.
  var start: Int { Self.marksOrder(bytes) ? Self.orderMark.count : 0 }

  /// Whether the file can be read at all: not too large, UTF-8, no control characters.
  mutating func isReadable() -> Bool {
    guard bytes.count <= TemplateLimits.bytesMax else {
      report(
        0, found: "\(bytes.count) bytes", expected: "at most \(TemplateLimits.bytesMax) bytes")
      return false
    }
    if bytes.allSatisfy({ $0 >= 0x20 && $0 < 0x7F || $0 == 0x0A }) { return true }
    if start > 0 {
      report(0, found: "a byte order mark", expected: "the file saved as UTF-8 without it")
    }
    let before = faults.count
    var decoder = UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var offset = 0
    while true {
      switch decoder.parseScalar(from: &iterator) {
      case .valid(let scalar):
        if let byte = scalar.first, scalar.count == 1 { checkControl(byte, at: offset) }
        offset += scalar.count
      case .emptyInput:
        return faults.count == before
      case .error:
        report(
          offset, found: "the byte \(hexadecimal(bytes[offset]))", expected: "text in UTF-8")
        return false
      }
    }
  }

  private mutating func checkControl(_ byte: UInt8, at offset: Int) {
    let isFit =
      switch byte {
      case 0x09, 0x0A: true
      case 0x0D: offset + 1 < bytes.count && bytes[offset + 1] == 0x0A
      default: byte >= 0x20 && byte != 0x7F
      }
    if !isFit {
      report(
        offset, found: "the control character \(hexadecimal(byte))",
        expected: "text, tabs and line breaks")
    }
  }

  private func hexadecimal(_ byte: UInt8) -> String {
    (byte < 16 ? "0x0" : "0x") + String(byte, radix: 16, uppercase: true)
  }
}
