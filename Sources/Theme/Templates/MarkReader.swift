/// A mark said something that cannot be meant; it was reported.
struct BrokenMark: Error {}

/// Reads the words of one mark from left to right.
struct MarkReader {
  let mark: Mark
  private var next: Int

  init(_ mark: Mark, from first: Int) {
    self.mark = mark
    next = first
  }

  var peek: Word? { next < mark.words.count ? mark.words[next] : nil }
  var peekSecond: Word? { next + 1 < mark.words.count ? mark.words[next + 1] : nil }

  mutating func skip() { next += 1 }

  mutating func take(if fits: (Word) -> Bool) -> Word? {
    guard let word = peek, fits(word) else { return nil }
    next += 1
    return word
  }

  mutating func takeSign(_ sign: String) -> Bool { take { $0.isSign(sign) } != nil }
  mutating func takeName(_ name: String) -> Bool { take { $0.isName(name) } != nil }

  mutating func name(
    _ expected: String, _ source: inout TemplateSource
  ) throws(BrokenMark) -> Word {
    if let word = take(if: { $0.sort == .name }) { return word }
    throw fail(expected, &source)
  }

  mutating func quoted(
    _ expected: String, _ source: inout TemplateSource
  ) throws(BrokenMark) -> Word {
    if let word = take(if: { $0.sort == .quoted }) { return word }
    throw fail(expected, &source)
  }

  mutating func sign(_ sign: String, _ source: inout TemplateSource) throws(BrokenMark) {
    if !takeSign(sign) { throw fail("“\(sign)”", &source) }
  }

  mutating func path(_ source: inout TemplateSource) throws(BrokenMark) -> FieldPath {
    var names = [try name("the name of a field", &source)]
    while takeSign(".") { names.append(try name("the name of a field", &source)) }
    return FieldPath(names: names)
  }

  /// `count: reviewCount, name: "star"`; nothing may follow.
  mutating func arguments(_ source: inout TemplateSource) throws(BrokenMark) -> [Argument] {
    var arguments: [Argument] = []
    while peek != nil {
      if !arguments.isEmpty { try sign(",", &source) }
      let name = try name("the name of an argument", &source)
      try sign(":", &source)
      arguments.append(Argument(name: name, value: try value(&source)))
    }
    return arguments
  }

  private mutating func value(
    _ source: inout TemplateSource
  ) throws(BrokenMark) -> Argument.Value {
    if let literal = take(if: Self.isLiteral) { return .literal(literal) }
    guard peek?.sort == .name else { throw fail("a field or a literal", &source) }
    return .path(try path(&source))
  }

  private static func isLiteral(_ word: Word) -> Bool {
    word.sort == .quoted || word.sort == .number || word.isName("true") || word.isName("false")
  }

  mutating func end(_ source: inout TemplateSource) throws(BrokenMark) {
    if peek != nil { throw fail("the end of the mark", &source) }
  }

  /// Reports the word that comes next.
  func fail(_ expected: String, _ source: inout TemplateSource) -> BrokenMark {
    let offset = peek?.offset ?? max(mark.range.lowerBound, mark.range.upperBound - 2)
    let found = peek?.shown ?? "the end of the mark"
    source.report(offset, found: found, expected: expected)
    return BrokenMark()
  }
}
