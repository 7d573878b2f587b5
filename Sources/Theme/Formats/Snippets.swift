/// Short texts one after the other, so that writing one is copying a few bytes.
struct Snippets: Sendable {
  private var bytes: [UInt8] = []

  mutating func add(_ text: String) -> Snippet {
    let start = bytes.count
    bytes += text.utf8
    return Snippet(start: UInt16(start), count: UInt16(bytes.count - start))
  }

  func write(_ piece: Snippet, into output: inout Output) {
    guard piece.count > 0 else { return }
    bytes.withUnsafeBufferPointer {
      output.append(UnsafeBufferPointer(rebasing: $0[piece.range]))
    }
  }
}

/// Where one of the pieces lies.
struct Snippet: Hashable, Sendable {
  static let none = Snippet(start: 0, count: 0)

  let start: UInt16
  let count: UInt16

  var range: Range<Int> { Int(start)..<Int(start) + Int(count) }
}

/// What stands before and after a number.
struct Affixes: Hashable, Sendable {
  let prefix: Snippet
  let suffix: Snippet
}

/// One way for what is not negative, and one for what is.
struct Signed<Way: Sendable>: Sendable {
  let positive: Way
  let negative: Way

  subscript(isNegative: Bool) -> Way { isNegative ? negative : positive }
}
