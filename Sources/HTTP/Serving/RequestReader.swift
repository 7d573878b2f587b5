/// Cuts what arrives into heads, and finds out as early as it can that a head will not do.
///
/// A line ends with CR and LF, and neither stands alone: two readers who see different lines in the
/// same bytes are how one request is smuggled inside another.
struct RequestReader {
  private let limits: Limits
  private var bytes: [UInt8] = []
  private var looked = 0
  private var lineStart = 0
  private var isFirstLine = true

  init(_ limits: Limits) { self.limits = limits }

  var isEmpty: Bool { bytes.isEmpty }

  /// How much may still be added before a head must have ended.
  var room: Int { max(0, limits.headBytesMax + 1 - bytes.count) }

  mutating func add(_ more: [UInt8]) { bytes += more }

  /// Takes away what stands behind a head; says how much of it has not arrived yet.
  mutating func skip(_ count: Int64) -> Int64 {
    let taken = Int(min(count, Int64(bytes.count)))
    bytes.removeFirst(taken)
    return count - Int64(taken)
  }

  /// Nil until a head is whole.
  mutating func next() throws(Refusal) -> Head? {
    try look()
    guard let end = headEnd else {
      try checkSize()
      return nil
    }
    let head = try Head(lines: lines(before: end), limits)
    bytes.removeFirst(end)
    (looked, lineStart, isFirstLine, headEnd) = (0, 0, true, nil)
    return head
  }

  private var headEnd: Int?

  private mutating func look() throws(Refusal) {
    while looked < bytes.count, headEnd == nil {
      let byte = bytes[looked]
      let followsCR = looked > 0 && bytes[looked - 1] == Self.cr
      guard (byte == Self.lf) == followsCR, byte != 0 else { throw .malformed }
      looked += 1
      if byte == Self.lf { try endLine() }
    }
  }

  private mutating func endLine() throws(Refusal) {
    let isEmpty = looked - lineStart == 2
    if isEmpty, isFirstLine {
      // One empty line before a request is forgiven; some old clients end a body with it.
      guard lineStart == 0 else { throw .malformed }
    } else if isEmpty {
      guard looked <= limits.headBytesMax else { throw .fieldsTooLarge }
      headEnd = looked
    } else {
      try checkSize()
      isFirstLine = false
    }
    lineStart = looked
  }

  private func checkSize() throws(Refusal) {
    if isFirstLine, looked - lineStart > limits.lineBytesMax { throw .addressTooLong }
    if looked > limits.headBytesMax { throw .fieldsTooLarge }
  }

  private func lines(before end: Int) -> [ArraySlice<UInt8>] {
    bytes[..<end].split(separator: Self.lf).map { $0.dropLast() }.filter { !$0.isEmpty }
  }

  private static let cr = UInt8(ascii: "\r")
  private static let lf = UInt8(ascii: "\n")
}

/// Why a request gets no answer of the site. The connection ends with it: what follows might be read
/// in two ways.
enum Refusal: Error, Equatable {
  case malformed
  case addressTooLong
  case fieldsTooLarge
  case bodyTooLarge
  /// A body whose length is not said beforehand.
  case noLength
  case expectation
  case version
  case tooSlow

  var answer: Answer {
    switch self {
    case .malformed: Answer(.badRequest, saying: "The request cannot be read.")
    case .addressTooLong: Answer(.addressTooLong, saying: "The address is too long.")
    case .fieldsTooLarge: Answer(.fieldsTooLarge, saying: "The head of the request is too large.")
    case .bodyTooLarge: Answer(.contentTooLarge, saying: "Nothing so large is taken here.")
    case .noLength: Answer(.lengthRequired, saying: "The length of the body is missing.")
    case .expectation: Answer(.expectationFailed, saying: "Nothing can be expected beforehand.")
    case .version: Answer(.versionNotSupported, saying: "HTTP/1.1 is spoken here.")
    case .tooSlow: Answer(.requestTimeout, saying: "The request took too long.")
    }
  }
}
