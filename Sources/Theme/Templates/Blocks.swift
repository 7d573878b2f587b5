// Marks with branches.
extension Parser {
  mutating func branch(_ word: Word, _ mark: Mark) -> Decision {
    var branch = Decision(offset: word.offset)
    var asks = mark
    while true {
      let condition = words(of: asks) { reader, source in
        let isOpposite = reader.takeName("not")
        let path = try reader.path(&source)
        if reader.peek != nil {
          throw reader.fail(
            "a name alone: if compares nothing, and asks one question at a time", &source)
        }
        return (isOpposite, path)
      }
      let read = readBody(until: ["elseif", "else", "end"], opener: word)
      branch.ways.append(
        .init(isOpposite: condition?.0 ?? false, path: condition?.1, body: read.body))
      guard let ender = read.ender, ender.word.text == "elseif" else {
        branch.otherwise = readElse(read.ender, opener: word)
        return branch
      }
      if branch.ways.count >= TemplateLimits.questionsMax {
        stop(
          at: ender.word.offset, found: "an if with more than \(branch.ways.count) questions",
          expected: "at most \(TemplateLimits.questionsMax)")
        return branch
      }
      asks = ender.mark
    }
  }

  /// What stands after `else`, up to the end; nil when there is only an end.
  private mutating func readElse(_ ender: Ender?, opener: Word) -> Body? {
    guard let ender else { return nil }
    finish(ender)
    guard ender.word.text == "else" else { return nil }
    let read = readBody(until: ["end"], opener: opener)
    if let end = read.ender { finish(end) }
    return read.body
  }

  mutating func loop(_ word: Word, _ mark: Mark) -> Loop {
    var loop = Loop(offset: word.offset)
    let head = words(of: mark) { reader, source in
      let element = try reader.name("a name for each element", &source)
      let number =
        reader.takeSign(",") ? try reader.name("a name for its number", &source) : nil
      if !reader.takeName("in") { throw reader.fail("“in”", &source) }
      return (element, number, try reader.path(&source))
    }
    (loop.element, loop.number, loop.list) = (head?.0, head?.1, head?.2)
    let read = readBody(until: ["else", "end"], opener: word)
    loop.body = read.body
    loop.otherwise = readElse(read.ender, opener: word)
    return loop
  }

  mutating func match(_ word: Word, _ mark: Mark) -> Match {
    var match = Match(offset: word.offset)
    match.subject = words(of: mark) { try $0.path(&$1) }
    let enders: Set<String> = ["case", "else", "end"]
    let before = readBody(until: enders, opener: word)
    checkBlank(before.body, word)
    var ender = before.ender
    while let found = ender, found.word.text == "case" {
      let head = words(of: found.mark) { try Self.caseHead(&$0, &$1) }
      let read = readBody(until: enders, opener: word)
      match.cases.append(
        .init(names: head?.names ?? [], payload: head?.payload, body: read.body))
      ender = read.ender
    }
    match.otherwise = readElse(ender, opener: word)
    return match
  }

  private static func caseHead(
    _ reader: inout MarkReader, _ source: inout TemplateSource
  ) throws(BrokenMark) -> (names: [Word], payload: Word?) {
    var names = [try reader.name("the name of a case", &source)]
    while reader.takeSign(",") { names.append(try reader.name("the name of a case", &source)) }
    let payload =
      reader.takeName("with") ? try reader.name("a name for what it carries", &source) : nil
    return (names, payload)
  }

  /// Between `match` and its first case there is nothing to stand.
  private mutating func checkBlank(_ body: Body, _ word: Word) {
    for node in body.nodes {
      guard case .text(let text) = node else {
        source.report(
          word.offset, found: "something before the first case", expected: "{% case … %}")
        return
      }
      if let content = text.all.first(where: { !WhiteSpace.isBlank(source.bytes[$0]) }) {
        source.report(
          content, found: "something before the first case", expected: "{% case … %}")
        return
      }
    }
  }
}
