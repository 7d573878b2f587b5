/// Reads the pieces of a file into a tree. What is broken is reported and left out; what stands
/// around it is read.
struct Parser {
  var source: TemplateSource
  let role: TemplateRole
  let pieces: [Piece]
  var tree = TemplateTree()
  var next = 0
  var depth = 0
  /// There was a word that may have been meant to open something, so ends may be too many.
  var hasUnknownWord = false
  /// Where the file says something before it says what it shows.
  var contentStart: Int?
  /// There is a view that cannot be read.
  var isHeadBroken = false
  private var isTooDeep = false

  /// What ends a body: a word that belongs to the mark that opened it.
  struct Ender {
    let word: Word
    let mark: Mark
  }

  init(_ source: TemplateSource, role: TemplateRole) {
    var lexer = Lexer(source)
    pieces = lexer.read()
    self.source = lexer.source
    self.role = role
  }

  mutating func read() -> TemplateTree {
    tree.body = readBody(until: [], opener: nil).body
    checkHead()
    return tree
  }

  private mutating func checkHead() {
    let hasView = tree.view != nil || !tree.parameters.isEmpty
    if hasView || role == .part || isHeadBroken || hasUnknownWord || source.isShapeLost { return }
    source.report(
      contentStart ?? 0, found: "no view", expected: "{% view … %} at the beginning of the file")
  }

  /// Goes on up to one of the enders; to the end of the file if there is none.
  mutating func readBody(
    until enders: Set<String>, opener: Word?
  ) -> (body: Body, ender: Ender?) {
    var body = Body()
    guard enter(opener) else { return (body, nil) }
    defer { depth -= 1 }
    while next < pieces.count {
      let piece = pieces[next]
      next += 1
      switch piece {
      case .text(let text):
        noteContent(text)
        body.nodes.append(.text(text))
      case .show(let mark):
        contentStart = contentStart ?? mark.range.lowerBound
        body.nodes.append(.show(expression(mark), at: mark.range))
      case .statement(let mark):
        guard let word = mark.words.first else {
          checkEmpty(mark)
          continue
        }
        if enders.contains(word.text) {
          body.end = mark.range.lowerBound
          return (body, Ender(word: word, mark: mark))
        }
        if let meant = ForeignWords.meaning(of: word), enders.contains(meant) {
          reportForeign(word, meant)
          body.end = mark.range.lowerBound
          let word = Word(sort: .name, text: meant, range: word.range)
          return (body, Ender(word: word, mark: mark))
        }
        if let node = statement(word, mark) { body.nodes.append(node) }
      }
    }
    body.end = source.bytes.count
    if let opener, !isTooDeep {
      source.report(
        opener.offset, found: "\(opener.shown) that nothing ends", expected: "{% end %} after it")
      source.isShapeLost = true
    }
    return (body, nil)
  }

  private mutating func enter(_ opener: Word?) -> Bool {
    depth += 1
    if depth <= TemplateLimits.nestingMax + 1 { return true }
    stop(
      at: opener?.offset ?? 0, found: "marks inside each other \(depth - 1) times",
      expected: "at most \(TemplateLimits.nestingMax)")
    depth -= 1
    return false
  }

  /// Nobody means this; the rest of the file is not looked at.
  mutating func stop(at offset: Int, found: String, expected: String) {
    source.report(offset, found: found, expected: expected)
    source.isShapeLost = true
    isTooDeep = true
    next = pieces.count
  }

  private mutating func noteContent(_ text: TextPiece) {
    guard contentStart == nil else { return }
    contentStart = text.all.first { !WhiteSpace.isBlank(source.bytes[$0]) }
  }

  /// A comment has no words; neither has `{% %}`, which says nothing.
  private mutating func checkEmpty(_ mark: Mark) {
    let isComment = source.bytes[mark.range.lowerBound + 1] == UInt8(ascii: "#")
    if !isComment, !mark.isBroken {
      source.report(mark.range.lowerBound, found: "an empty mark", expected: "a word")
    }
  }

  /// What the mark says after its first words; nil when that is broken.
  mutating func words<Read>(
    of mark: Mark, after count: Int = 1,
    _ read: (inout MarkReader, inout TemplateSource) throws -> Read
  ) -> Read? {
    var reader = MarkReader(mark, from: count)
    let wasMuted = source.isMuted
    source.isMuted = wasMuted || mark.isBroken
    defer { source.isMuted = wasMuted }
    do {
      let result = try read(&reader, &source)
      try reader.end(&source)
      return result
    } catch {
      return nil
    }
  }

  private mutating func expression(_ mark: Mark) -> Expression {
    let read = words(of: mark, after: 0) { reader, source -> Expression in
      if reader.peekSecond?.sort == .quoted {
        if reader.takeName("t") { return .message(try Self.call(&reader, &source)) }
        if reader.takeName("asset") { return .asset(try reader.quoted("a name", &source)) }
      } else if reader.peekSecond?.sort == .name {
        if reader.takeName("t") { throw reader.fail("the key of a message in quotes", &source) }
        if reader.takeName("asset") { throw reader.fail("the name of a file in quotes", &source) }
      }
      return .path(try reader.path(&source))
    }
    return mark.isBroken ? .broken : read ?? .broken
  }

  static func call(
    _ reader: inout MarkReader, _ source: inout TemplateSource
  ) throws(BrokenMark) -> MessageCall {
    let key = try reader.quoted("the key of a message in quotes", &source)
    return MessageCall(key: key, arguments: try reader.arguments(&source))
  }
}
