/// A piece of a JavaScript module: enough is told apart to find what it imports.
struct ScriptToken {
  enum Kind { case word, string, number, template, pattern, sign }

  let kind: Kind
  let text: ArraySlice<UInt8>
  var offset: Int { text.startIndex }

  func `is`(_ text: StaticString) -> Bool {
    self.text.elementsEqual(
      UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }
}

/// Cuts a module into tokens, without spaces and comments.
struct ScriptTokenizer {
  private enum Opening {
    case brace, bracket, template
    /// A head is the condition of `if`, `while` and the like: a statement follows it.
    case parenthesis(isHead: Bool)
  }

  private let bytes: [UInt8]
  private var at = 0
  private var open: [(Opening, offset: Int)] = []
  private var closedHead = false
  private(set) var tokens: [ScriptToken] = []
  private(set) var flaws: [Flaw] = []

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    while skipSilent(), let kind = next() { _ = kind }
    for (_, offset) in open where flaws.isEmpty {
      flaws.append(
        Flaw(offset: offset, found: "a bracket that is never closed", expected: "its other end"))
    }
  }

  private func byte(_ ahead: Int = 0) -> UInt8? {
    at + ahead < bytes.count ? bytes[at + ahead] : nil
  }

  private mutating func next() -> ScriptToken.Kind? {
    guard let first = byte(), flaws.isEmpty else { return nil }
    let start = at
    let kind: ScriptToken.Kind
    switch first {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): kind = string(first)
    case UInt8(ascii: "`"):
      at += 1
      kind = template(start)
    case UInt8(ascii: "/") where mayBePattern: kind = pattern()
    case _ where first.isDigit || (first == UInt8(ascii: ".") && byte(1)?.isDigit == true):
      while let byte = byte(), byte.isScriptName || byte == UInt8(ascii: ".") { at += 1 }
      kind = .number
    case _ where first.isScriptName || first == UInt8(ascii: "#"):
      at += 1
      while byte()?.isScriptName == true { at += 1 }
      kind = .word
    default: kind = sign(first)
    }
    tokens.append(ScriptToken(kind: kind, text: bytes[start..<at]))
    return kind
  }

  private mutating func sign(_ first: UInt8) -> ScriptToken.Kind {
    let start = at
    at += 1
    switch first {
    case UInt8(ascii: "("):
      let heads: [StaticString] = ["if", "while", "for", "with"]
      let isHead = tokens.last.map { last in heads.contains { last.is($0) } } ?? false
      open.append((.parenthesis(isHead: isHead), start))
    case UInt8(ascii: "["): open.append((.bracket, start))
    case UInt8(ascii: "{"): open.append((.brace, start))
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): return close(first)
    default: break
    }
    return .sign
  }

  private mutating func close(_ byte: UInt8) -> ScriptToken.Kind {
    switch (open.popLast()?.0, byte) {
    case (.parenthesis(let isHead), UInt8(ascii: ")")): closedHead = isHead
    case (.bracket, UInt8(ascii: "]")), (.brace, UInt8(ascii: "}")): break
    case (.template, UInt8(ascii: "}")): return template(at - 1)
    default: flaw(at - 1, "a bracket that closes nothing", "the end of what is open")
    }
    return .sign
  }

  private mutating func string(_ quote: UInt8) -> ScriptToken.Kind {
    let start = at
    at += 1
    while let byte = byte(), byte != quote {
      if byte == 0x0A { break }
      at += byte == UInt8(ascii: "\\") ? 2 : 1
    }
    at = min(at, bytes.count)
    if byte() != quote { flaw(start, "a text without an end", "the quote that ends it") }
    at = min(at + 1, bytes.count)
    return .string
  }

  /// From after its beginning, or after a value in it, to its end or the next value.
  private mutating func template(_ start: Int) -> ScriptToken.Kind {
    while let byte = byte() {
      if byte == UInt8(ascii: "`") {
        at += 1
        return .template
      }
      if byte == UInt8(ascii: "$"), self.byte(1) == UInt8(ascii: "{") {
        at += 2
        open.append((.template, start))
        return .sign
      }
      at += byte == UInt8(ascii: "\\") ? 2 : 1
    }
    at = bytes.count
    flaw(start, "a template without an end", "“`”")
    return .template
  }

  private mutating func pattern() -> ScriptToken.Kind {
    let start = at
    var isClass = false
    at += 1
    while let byte = byte(), byte != 0x0A, isClass || byte != UInt8(ascii: "/") {
      if byte == UInt8(ascii: "[") { isClass = true }
      if byte == UInt8(ascii: "]") { isClass = false }
      at += byte == UInt8(ascii: "\\") ? 2 : 1
    }
    at = min(at, bytes.count)
    if byte() != UInt8(ascii: "/") { flaw(start, "a pattern without an end", "“/” on its line") }
    at = min(at + 1, bytes.count)
    while byte()?.isScriptName == true { at += 1 }
    return .pattern
  }

  /// After a value a slash divides; elsewhere it begins a pattern.
  private var mayBePattern: Bool {
    guard let last = tokens.last else { return true }
    switch last.kind {
    case .string, .number, .template, .pattern: return false
    case .word:
      let before: [StaticString] = [
        "return", "typeof", "instanceof", "in", "of", "new", "delete", "void", "throw", "case",
        "do", "else", "yield", "await",
      ]
      return before.contains { last.is($0) }
    case .sign:
      if last.is(")") { return closedHead }
      return !last.is("]") && !last.is("}")
    }
  }

  /// False at the end.
  private mutating func skipSilent() -> Bool {
    while let byte = byte() {
      if byte <= 0x20 {
        at += 1
      } else if byte == UInt8(ascii: "/"), self.byte(1) == UInt8(ascii: "/") {
        while let byte = self.byte(), byte != 0x0A { at += 1 }
      } else if byte == UInt8(ascii: "/"), self.byte(1) == UInt8(ascii: "*") {
        skipComment()
      } else {
        return true
      }
    }
    return false
  }

  private mutating func skipComment() {
    let start = at
    at += 2
    while at + 1 < bytes.count {
      if byte() == UInt8(ascii: "*"), byte(1) == UInt8(ascii: "/") {
        at += 2
        return
      }
      at += 1
    }
    at = bytes.count
    flaw(start, "a comment without an end", "“*/”")
  }

  private mutating func flaw(_ offset: Int, _ found: String, _ expected: String) {
    if flaws.isEmpty { flaws.append(Flaw(offset: offset, found: found, expected: expected)) }
  }
}

extension UInt8 {
  fileprivate var isScriptName: Bool {
    isLetter || isDigit || self == UInt8(ascii: "_") || self == UInt8(ascii: "$") || self >= 0x80
      || self == UInt8(ascii: "\\")
  }
}
