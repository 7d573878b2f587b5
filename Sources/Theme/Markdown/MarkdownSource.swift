/// A text with what cmark must be told to read it as people in China, Japan and Korea mean it.
///
/// CommonMark decides by the neighbours of `**` whether it can open or close, and a sign next to a
/// letter forbids one of them. It counts on spaces between words: `**注意：**请看` never closes.
/// Here such a run gets a letter at its side that exists in no text (`join`), which the writer
/// leaves out again. It is put only
///
/// - after a run that stands between a letter and a sign, so that it may open there, too,
/// - before a run that stands between a sign and a letter, so that it may close there, too,
///
/// if the sign or the letter is Chinese, Japanese or Korean; and not before a sign that ends
/// something or after one that begins something, so that `姓名*，电话*，` and `（**甲**）` stay as they
/// are. A run never loses what it could do before. Underscores keep their own rules. What has only
/// ASCII is never touched.
package struct MarkdownSource {
  private(set) var bytes: [UInt8] = []

  let source: [UInt8]
  private let cellsMax: Int
  private(set) var at = 0
  /// Up to here the source is in `bytes`.
  private var copied = 0
  /// Since the line began, something other than space and the marks of a quote was there.
  private var lineHasBegun = false
  private var bars = 0
  private var lineStart = 0
  private var paragraphStart = 0
  /// What cmark reads again for tables.
  private var headBytes = 0
  /// Where the ASCII characters without a space began that end here.
  private(set) var wordStart = 0

  /// U+FDD0, which Unicode keeps out of texts. To cmark it is a letter.
  static let join: [UInt8] = [0xEF, 0xB7, 0x90]
  /// Ends a bare address, as only white space can. The writer leaves out both.
  static let addressEnd: [UInt8] = [UInt8(ascii: "\t")] + join

  /// What cmark is given for a text.
  package static func prepared(_ text: String) -> [UInt8] {
    MarkdownSource(text, bytesMax: Markdown.bytesMax).bytes
  }

  init(_ text: String, bytesMax: Int) {
    source = Self.cleaned(text, bytesMax: bytesMax)
    var lines = 1
    // Without a branch, several are looked at in one step.
    for byte in source {
      lines &+= byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") ? 1 : 0
    }
    cellsMax = Markdown.cellsMax / lines
    while at < source.count {
      if at == lineStart { beginLine() }
      stepOverPlain()
      if at < source.count { step() }
    }
    endLine()
    // Most texts stay as they are.
    if copied == 0 { bytes = source } else { insert([]) }
  }

  /// The text up to the limit, without the characters that mean something here.
  private static func cleaned(_ text: String, bytesMax: Int) -> [UInt8] {
    var kept = Array(text.utf8)
    if kept.count > bytesMax {
      kept.removeLast(kept.count - bytesMax)
      // The continuation bytes of a character whose rest is gone, and its lead.
      while let last = kept.last, last & 0xC0 == 0x80 { kept.removeLast() }
      if let last = kept.last, last >= 0xC0 { kept.removeLast() }
    }
    guard mayHaveJoin(kept) else { return kept }
    var cleaned: [UInt8] = []
    var at = 0
    while at < kept.count {
      let isJoin = isJoin(kept, at)
      if !isJoin { cleaned.append(kept[at]) }
      at += isJoin ? join.count : 1
    }
    return cleaned
  }

  /// Looks at several places in one step.
  private static func mayHaveJoin(_ bytes: [UInt8]) -> Bool {
    let (first, second) = (join[0], join[1])
    return bytes.withUnsafeBufferPointer { bytes in
      var found: UInt8 = 0
      for place in 1..<max(bytes.count, 1) {
        let rest = (bytes[place - 1] ^ first) | (bytes[place] ^ second)
        found |= rest == 0 ? 1 : 0
      }
      return found != 0
    }
  }

  private static func isJoin(_ bytes: [UInt8], _ at: Int) -> Bool {
    bytes[at] == join[0] && at + 2 < bytes.count && bytes[at + 1] == join[1]
      && bytes[at + 2] == join[2]
  }

  /// Spaces, and letters and signs that mean nothing here.
  private mutating func stepOverPlain() {
    let start = at
    at = source.withUnsafeBufferPointer { $0.first(of: .ofMarkdown, from: start) }
    let passed = source[start..<at]
    if let space = passed.lastIndex(where: \.isBlank) { wordStart = space + 1 }
    if !lineHasBegun { lineHasBegun = !passed.allSatisfy(\.isBlank) }
  }

  private mutating func step() {
    let byte = source[at]
    switch byte {
    case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
      endLine()
      at += 1
      wordStart = at
      lineHasBegun = false
    case UInt8(ascii: "\\") where at + 1 < source.count && source[at + 1].isASCIISign:
      lineHasBegun = true
      if source[at + 1] == UInt8(ascii: "|") { bars += 1 }
      at += 2
    case UInt8(ascii: "*"), UInt8(ascii: "~"):
      stepOverMarks()
      lineHasBegun = true
    case 0x80...:
      endAddress()
      lineHasBegun = true
      at = source.withUnsafeBufferPointer { $0.first(of: .ofASCII, from: at) }
      wordStart = at
    default:
      if byte == UInt8(ascii: "|") { bars += 1 }
      if byte != UInt8(ascii: ">") { lineHasBegun = true }
      at += 1
    }
  }

  private mutating func beginLine() {
    guard let end = source.endOfMarks(from: at, columnsMax: Markdown.markColumnsMax),
      end < source.count
    else { return }
    at = end
    wordStart = at
    lineHasBegun = true
    insert(Self.join)
  }

  mutating func insert(_ added: [UInt8]) {
    bytes += source[copied..<at]
    bytes += added
    copied = at
  }

  /// A line of a table decides how many cells all lines after it have: such a line costs little to
  /// write and much to read. With a letter at its end it does not begin a table.
  private mutating func endLine() {
    let isBorder = at > lineStart && source[lineStart..<at].isBorder
    if isBorder { headBytes += at - paragraphStart }
    let isTooWide = bars > 0 && bars + 1 > cellsMax
    if isTooWide || isBorder && headBytes > Markdown.headBytesMax { insert(Self.join) }
    // Between the two signs that end a line is no other line.
    let isInside = at > 0 && at == lineStart && source[at - 1] == UInt8(ascii: "\r")
    if !lineHasBegun, !isInside { paragraphStart = at }
    bars = 0
    lineStart = at + 1
  }
}

/// Emphasis.
extension MarkdownSource {
  /// Marks that stand together, such as `~~**`, are one to their neighbours: each of them must be
  /// able to do what is added.
  private mutating func stepOverMarks() {
    let start = at
    var end = at
    while end < source.count, source[end] == UInt8(ascii: "*") || source[end] == UInt8(ascii: "~") {
      end += 1
    }
    let before = neighbour(before: start)
    let after = neighbour(from: end)
    let isFree = !touchesMark(start, end)
    let opens = isFree && before.kind == .letter && after.mayFollowOpening(after: before)
    let closes = isFree && after.kind == .letter && before.mayPrecedeClosing(before: after)
    if after.isWide, isAddress(upTo: start) { insert(Self.addressEnd) }
    while at < end {
      if closes { insert(Self.join) }
      let run = source[at..<end].prefix { $0 == source[at] }.count
      at += run
      if opens { insert(Self.join) }
    }
  }

  /// What is added would be the neighbour of an underscore beside the run; and a star or tilde before
  /// it, which was escaped, is no sign of the sentence.
  private func touchesMark(_ start: Int, _ end: Int) -> Bool {
    let underscore = UInt8(ascii: "_")
    if end < source.count, source[end] == underscore { return true }
    guard start > 0 else { return false }
    return [underscore, UInt8(ascii: "*"), UInt8(ascii: "~")].contains(source[start - 1])
  }

  private func neighbour(before end: Int) -> Neighbour {
    guard lineHasBegun else { return .space }
    var end = end
    while let scalar = source.scalar(endingAt: end) {
      guard scalar.properties.isVariationSelector else { return Neighbour(scalar) }
      end -= scalar.utf8.count
    }
    return .space
  }

  private func neighbour(from start: Int) -> Neighbour {
    guard let scalar = source.scalar(at: start) else { return .space }
    // The beginning of a picture.
    if scalar == "!", start + 1 < source.count, source[start + 1] == UInt8(ascii: "[") {
      return Neighbour(kind: .opening, isWide: false)
    }
    return Neighbour(scalar)
  }
}

extension Neighbour {
  /// A run after a letter may open before this.
  fileprivate func mayFollowOpening(after letter: Neighbour) -> Bool {
    (kind == .opening || kind == .sign) && (isWide || letter.isWide)
  }

  /// A run before a letter may close after this.
  fileprivate func mayPrecedeClosing(before letter: Neighbour) -> Bool {
    (kind == .closing || kind == .sign) && (isWide || letter.isWide)
  }
}

extension ByteSet {
  /// What may mean something here.
  fileprivate static let ofMarkdown = ByteSet { $0 >= 0x80 || "\n\r\\*~|>".utf8.contains($0) }
  fileprivate static let ofASCII = ByteSet { $0 < 0x80 }
}

extension UInt8 {
  fileprivate var isBlank: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }
}
