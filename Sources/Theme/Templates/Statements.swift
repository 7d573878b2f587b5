// The marks that say what becomes of the markup.
extension Parser {
  private static let openers = [
    "view", "layout", "if", "for", "match", "include", "slot", "t", "jsonld",
  ]
  private static let inner = ["elseif", "else", "case", "end"]

  mutating func statement(_ word: Word, _ mark: Mark) -> Node? {
    if word.text != "view", word.text != "layout" {
      contentStart = contentStart ?? mark.range.lowerBound
    }
    switch word.sort == .name ? word.text : "" {
    case "view": readView(word, mark)
    case "layout": readLayout(word, mark)
    case "if": return .branch(branch(word, mark))
    case "for": return .loop(loop(word, mark))
    case "match": return .match(match(word, mark))
    case "include": return include(mark)
    case "slot": return .slot(slot(word, mark))
    case "t": return .message(message(word, mark))
    case "jsonld":
      let path = words(of: mark) { try $0.path(&$1) }
      return .facts(path, at: path?.names.first?.offset ?? word.offset)
    case let text where Self.inner.contains(text): reportStray(word)
    default: return unknown(word, mark)
    }
    return nil
  }

  private mutating func reportStray(_ word: Word) {
    if !hasUnknownWord, !source.isShapeLost {
      source.report(
        word.offset, found: "\(word.shown) that belongs to nothing",
        expected: "a mark before it that it can belong to")
    }
    source.isShapeLost = true
    if word.text != "end" { source.hasLostBranches = true }
  }

  mutating func reportForeign(_ word: Word, _ meant: String) {
    source.report(word.offset, found: word.shown, expected: ForeignWords.expected(meant))
  }

  /// A word that is nearly one that opens something is taken for it, so that its end is not too many.
  private mutating func unknown(_ word: Word, _ mark: Mark) -> Node? {
    if let meant = ForeignWords.meaning(of: word) {
      reportForeign(word, meant)
      // Its end and what else belongs to it are there under other names.
      hasUnknownWord = true
      source.isShapeLost = true
      source.hasLostBranches = true
      return nil
    }
    let names = nearestFirst(Self.openers + Self.inner, to: word.text)
    source.report(
      word.offset, found: word.shown, expected: "a word that marks begin with", available: names)
    let meant = near(Self.openers, to: word.text).first
    guard word.sort == .name, let meant, word.text.utf8.count > 1 else {
      hasUnknownWord = true
      source.isShapeLost = true
      source.hasLostBranches = true
      return nil
    }
    return statement(Word(sort: .name, text: meant, range: word.range), mark)
  }
}

// The head of a file.
extension Parser {
  private mutating func readView(_ word: Word, _ mark: Mark) {
    if depth > 1 || (contentStart != nil && (tree.view != nil || !tree.parameters.isEmpty)) {
      source.report(
        word.offset, found: "a view after the beginning", expected: "it before everything else")
      return
    }
    if let content = contentStart {
      source.report(
        content, found: "something before the view",
        expected: "{% view … %} at the beginning of the file")
    }
    let before = tree.view
    let read = words(of: mark) { reader, source in
      try Self.view(&reader, &source)
    }
    guard let read else {
      isHeadBroken = true
      return
    }
    if let before, let second = read.view {
      source.report(
        second.offset, found: "a second view, \(second.shown)",
        expected: "one view; it is \(before.text)")
    }
    tree.view = before ?? read.view
    tree.parameters += read.parameters
    if tree.parameters.count > TemplateLimits.parametersMax {
      stop(
        at: word.offset, found: "\(tree.parameters.count) parameters",
        expected: "at most \(TemplateLimits.parametersMax)")
      tree.parameters = []
    }
  }

  private static func view(
    _ reader: inout MarkReader, _ source: inout TemplateSource
  ) throws(BrokenMark) -> (view: Word?, parameters: [TemplateTree.Parameter]) {
    var view: Word?
    var parameters: [TemplateTree.Parameter] = []
    if reader.peekSecond?.isSign(":") != true {
      view = try reader.name("the name of a view", &source)
    }
    while reader.peek != nil {
      if view != nil || !parameters.isEmpty { try reader.sign(",", &source) }
      let name = try reader.name("the name of a parameter", &source)
      try reader.sign(":", &source)
      let kind = try reader.name("the name of a kind", &source)
      parameters.append(.init(name: name, kind: kind, isOptional: reader.takeSign("?")))
    }
    return (view, parameters)
  }

  private mutating func readLayout(_ word: Word, _ mark: Mark) {
    let name = words(of: mark) { try $0.quoted("the name of a layout in quotes", &$1) }
    if let before = tree.layout {
      source.report(
        word.offset, found: "a second layout", expected: "one layout; it is \"\(before.text)\"")
    } else if role == .part {
      source.report(
        word.offset, found: "a layout in a part", expected: "layouts in pages and layouts only")
    } else if depth > 1 || contentStart != nil {
      source.report(
        word.offset, found: "a layout after the beginning", expected: "it right after the view")
    }
    if role != .part { tree.layout = tree.layout ?? name }
  }
}

// Marks with one end or none.
extension Parser {
  private mutating func include(_ mark: Mark) -> Node? {
    let include = words(of: mark) { reader, source in
      let part = try reader.quoted("the name of a part in quotes", &source)
      let isWith = reader.takeName("with")
      if isWith, reader.peekSecond?.isSign(":") == true {
        throw reader.fail("a view after with; what has a name stands without it", &source)
      }
      let view = isWith ? try reader.path(&source) : nil
      if view != nil, reader.peek != nil { try reader.sign(",", &source) }
      return Include(part: part, view: view, arguments: try reader.arguments(&source))
    }
    return include.map { .include($0) }
  }

  mutating func slot(_ word: Word, _ mark: Mark) -> Slot {
    let isNamed = mark.words.count > 1
    let name = words(of: mark) { reader, source in
      reader.peek == nil ? nil : try reader.quoted("the name of a slot in quotes", &source)
    }
    let body = isNamed ? readBody(until: ["end"], opener: word) : nil
    if let ender = body?.ender { finish(ender) }
    return Slot(name: name ?? nil, body: body?.body, offset: word.offset)
  }

  private mutating func message(_ word: Word, _ mark: Mark) -> MessageBlock {
    let call = words(of: mark) { try Self.call(&$0, &$1) }
    let read = readBody(until: ["end"], opener: word)
    if let ender = read.ender { finish(ender) }
    var slots: [Slot] = []
    for node in read.body.nodes {
      switch node {
      case .slot(let slot) where slot.name != nil: slots.append(slot)
      case .text(let text):
        if let content = text.all.first(where: { !WhiteSpace.isBlank(source.bytes[$0]) }) {
          source.report(
            content, found: "something between the slots of a message", expected: "slots only")
        }
      case .show(_, let range):
        source.report(
          range.lowerBound, found: "a value between the slots of a message",
          expected: "slots only")
      default:
        source.report(
          word.offset, found: "other marks between the slots of a message",
          expected: "slots with names only")
      }
    }
    return MessageBlock(call: call, slots: slots, offset: word.offset)
  }

  /// `end` and `else` say nothing else.
  mutating func finish(_ ender: Ender) {
    _ = words(of: ender.mark) { reader, source in
      if reader.peek?.isName("if") == true, ender.word.text == "else" {
        throw reader.fail("“elseif”, in one word", &source)
      }
    }
  }
}
