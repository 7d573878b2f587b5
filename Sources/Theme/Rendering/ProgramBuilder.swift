/// Puts a program together, step by step. What a switch does in each case is a closure that goes
/// on building, so that a branch cannot be left open.
struct ProgramBuilder {
  private var ops: [Op] = []
  private var words: [UInt8] = []
  private var ways: [Way] = []
  private var types = ProgramTypes()
  private var open = 1
  private var depth = 1
  /// No words may be joined to those before this step: something goes on here.
  private var barrier = 0

  typealias Body = (inout ProgramBuilder) -> Void

  /// What has been built so far, in steps and words: who includes much looks at it.
  var weight: Int { ops.count * MemoryLayout<Op>.stride + words.count }

  func program(for view: any View.Type, in language: Language) -> Program {
    Program(
      ops: ops, words: words, ways: ways, types: types, depth: depth, language: language,
      view: ObjectIdentifier(view))
  }

  mutating func words(_ bytes: some Sequence<UInt8>) {
    let start = words.count
    words.append(contentsOf: bytes)
    let count = words.count - start
    guard count > 0 else { return }
    var range = WordRange(start: Int32(start), count: Int32(count))
    if let last = takeLastWords(endingAt: start) {
      range = WordRange(start: last.start, count: last.count + range.count)
    }
    ops.append(Op(words: range, code: .words))
  }

  /// Words that nothing stands between, for the step that comes now.
  private mutating func takeLastWords(endingAt end: Int? = nil) -> WordRange? {
    guard ops.count > barrier, let last = ops.last, case .words = last.code,
      end.map({ Int(last.words.start + last.words.count) == $0 }) ?? true
    else { return nil }
    ops.removeLast()
    return last.words
  }

  /// Returns where the step is.
  @discardableResult
  private mutating func append(_ op: Op) -> Int {
    var op = op
    if let words = takeLastWords() { op.words = words }
    ops.append(op)
    return ops.count - 1
  }

  mutating func words(_ text: String) { words(text.utf8) }

  mutating func show(_ value: Reference, as form: Form) {
    append(Op(code: .show(form), subject: value))
  }

  /// How many elements a list has.
  mutating func showCount(
    of list: Reference, _ type: any Listed.Type, as form: (Int32) -> Form = { .count($0) }
  ) {
    types.lists.append(type)
    show(list, as: form(Int32(types.lists.count - 1)))
  }
}

/// What a branch asks.
enum Test {
  case isSo
  case isPresent(any Absentable.Type)
  case hasAny(any Listed.Type)
}

// Branches and loops.
extension ProgramBuilder {
  mutating func branch(
    on value: Reference, _ test: Test, then: Body, otherwise: Body = { _ in }
  ) {
    let start = append(Op(code: code(of: test), subject: value))
    barrier = ops.count
    then(&self)
    let thenEnd = ops.count
    ops.append(Op(code: .jump))
    land(start)
    otherwise(&self)
    if ops.count == thenEnd + 1 {
      // Nothing otherwise: there is no need to jump over it.
      ops.removeLast()
      land(start)
    } else {
      land(thenEnd)
    }
  }

  /// The body is built with the scopes of an element and of its number.
  mutating func loop(
    over list: Reference, _ type: any Listed.Type,
    _ body: (inout ProgramBuilder, _ element: Int, _ number: Int) -> Void
  ) {
    types.lists.append(type)
    let scope = open
    let start = append(
      Op(code: .loop(Int32(types.lists.count - 1), scope: Int32(scope)), subject: list))
    barrier = ops.count
    inScopes(2) { body(&$0, scope, scope + 1) }
    land(start)
  }

  private mutating func code(of test: Test) -> Op.Code {
    switch test {
    case .isSo: return .jumpUnlessSo
    case .isPresent(let type):
      types.optionals.append(type)
      return .jumpUnlessPresent(Int32(types.optionals.count - 1))
    case .hasAny(let type):
      types.lists.append(type)
      return .jumpUnlessAny(Int32(types.lists.count - 1))
    }
  }

  /// The body shows one view and nothing else. Its stamp lies there.
  mutating func part(_ part: Stamp, of stamp: Reference, _ body: Body) {
    let start = append(Op(code: .part(part), subject: stamp))
    barrier = ops.count
    body(&self)
    land(start)
  }

  private mutating func inScopes(_ count: Int, _ body: Body) {
    open += count
    depth = max(depth, open)
    body(&self)
    open -= count
  }

  /// That step goes on here.
  private mutating func land(_ index: Int) {
    ops[index].end = Int32(ops.count)
    barrier = ops.count
  }
}

/// One way of a switch: what it is for, and what is built for it.
struct Case<Name> {
  let name: Name
  let build: ProgramBuilder.Body

  init(_ name: Name, _ build: @escaping ProgramBuilder.Body) {
    self.name = name
    self.build = build
  }
}

// Switches. What is for all others comes last.
extension ProgramBuilder {
  /// The bodies are built with the scope of the payload of their case.
  mutating func match(
    _ value: Reference, _ type: any Choice.Type, positions: [(position: Int, body: ScopedBody)],
    other: Body?
  ) {
    types.choices.append(type)
    let scope = open
    let cases = type.cases
    var fits: [(Way.Fit, Body)] = []
    for (position, body) in positions {
      let payload = cases[position].payload.map { view -> Int32 in
        types.payloads.append(ObjectIdentifier(view))
        return Int32(types.payloads.count - 1)
      }
      fits.append((.position(Int32(position), payload: payload), { body(&$0, scope) }))
    }
    inScopes(1) { builder in
      builder.choose(value, fits, other) { [number = Int32(builder.types.choices.count - 1)] in
        .match(number, ways: $0, scope: Int32(scope))
      }
    }
  }

  typealias ScopedBody = (inout ProgramBuilder, _ scope: Int) -> Void

  mutating func plural(
    _ number: Reference, exact: [Case<Int>], categories: [Case<PluralCategory>], other: Body?
  ) {
    choose(number, fits(exact, categories), other) { .plural($0) }
  }

  mutating func plural(
    ofCount list: Reference, _ type: any Listed.Type, exact: [Case<Int>],
    categories: [Case<PluralCategory>], other: Body?
  ) {
    types.lists.append(type)
    let number = Int32(types.lists.count - 1)
    choose(list, fits(exact, categories), other) { .pluralOfCount(number, $0) }
  }

  private func fits(_ exact: [Case<Int>], _ categories: [Case<PluralCategory>]) -> [(Way.Fit, Body)]
  {
    exact.map { (.exactly($0.name), $0.build) } + categories.map { (.category($0.name), $0.build) }
  }

  mutating func select(_ token: Reference, names: [Case<String>], other: Body?) {
    let fits = names.map { each -> (Way.Fit, Body) in
      let start = words.count
      words.append(contentsOf: each.name.utf8)
      barrier = ops.count
      return (.name(start: Int32(start), count: Int32(words.count - start)), each.build)
    }
    choose(token, fits, other) { .select($0) }
  }

  private mutating func choose(
    _ value: Reference, _ cases: [(fit: Way.Fit, body: Body)], _ other: Body?,
    code: (Ways) -> Op.Code
  ) {
    let all = cases + (other.map { [(.other, $0)] } ?? [])
    let first = ways.count
    // Their places are taken before the bodies are built, since bodies have ways of their own.
    ways.append(contentsOf: all.map { Way(fit: $0.fit, start: 0, end: 0) })
    let start = append(
      Op(code: code(Ways(start: Int32(first), count: Int32(all.count))), subject: value))
    for (index, each) in all.enumerated() {
      let begin = ops.count
      barrier = begin
      each.body(&self)
      ways[first + index] = Way(fit: each.fit, start: Int32(begin), end: Int32(ops.count))
    }
    land(start)
  }
}
