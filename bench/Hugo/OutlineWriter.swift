import Theme

/// Finds the branches again that a program came from.
struct OutlineWriter {
  private let program: Program
  private var names: SpotNames

  init(_ program: Program, _ view: any View.Type) {
    self.program = program
    names = SpotNames(view)
  }

  mutating func steps(from start: Int, to end: Int) -> [Outline.Step] {
    var steps: [Outline.Step] = []
    var next = start
    while next < end {
      let op = program.ops[next]
      if op.words.count > 0 { steps.append(.words(words(op.words))) }
      switch op.code {
      case .words: next += 1
      case .part: steps += part(&next)
      default: steps.append(step(&next))
      }
    }
    return steps
  }

  private func words(_ range: WordRange) -> [UInt8] {
    Array(program.words[Int(range.start)..<Int(range.start + range.count)])
  }

  /// What begins there, up to where the program goes on after it.
  private mutating func step(_ next: inout Int) -> Outline.Step {
    let op = program.ops[next]
    next += 1
    let start = next
    switch op.code {
    case .show(let form): return .show(names.spot(op.subject), form)
    case .words, .jump, .part: preconditionFailure("what does not begin a step")
    case .jumpUnlessSo: return branch(op, .isSo, names.spot(op.subject), &next)
    case .jumpUnlessPresent(let number):
      let type = program.types.optionals[Int(number)]
      return branch(op, .isPresent(type), names.optional(op.subject, type), &next)
    case .jumpUnlessAny(let number):
      let type = program.types.lists[Int(number)]
      return branch(op, .hasAny(type), names.list(op.subject, type).spot, &next)
    case .loop(let number, let scope):
      next = Int(op.end)
      let type = program.types.lists[Int(number)]
      let (spot, element) = names.list(op.subject, type)
      names.open(Int(scope), element)
      return .loop(spot, type, scope: Int(scope), steps(from: start, to: next))
    case .match(let number, let ways, let scope):
      next = Int(op.end)
      let type = program.types.choices[Int(number)]
      let spot = names.choice(op.subject, type)
      let chooser = Outline.Chooser.choice(type, scope: Int(scope))
      return .choose(spot, chooser, branches(ways, spot, type.cases, scope: Int(scope)))
    case .pluralOfCount(let number, let ways):
      next = Int(op.end)
      let type = program.types.lists[Int(number)]
      let spot = names.list(op.subject, type).spot
      return .choose(spot, .count(type), branches(ways, spot))
    case .plural(let ways):
      next = Int(op.end)
      let spot = names.spot(op.subject)
      return .choose(spot, .number, branches(ways, spot))
    case .select(let ways):
      next = Int(op.end)
      let spot = names.spot(op.subject)
      return .choose(spot, .token, branches(ways, spot))
    }
  }

  /// What recurs is known as such when it is all of an element; else it is like any other steps.
  private mutating func part(_ next: inout Int) -> [Outline.Step] {
    let op = program.ops[next]
    let steps = steps(from: next + 1, to: Int(op.end))
    next = Int(op.end)
    let thing = Int(op.subject.scope)
    return names.isElement(thing) ? [.part(thing: thing, steps)] : steps
  }

  /// Only a branch with an opposite ends in a jump over it: whatever else there is ends otherwise.
  private mutating func branch(
    _ op: Op, _ question: Outline.Question, _ spot: Spot, _ next: inout Int
  ) -> Outline.Step {
    let start = next
    next = Int(op.end)
    guard next > start, case .jump = program.ops[next - 1].code else {
      return .branch(spot, question, then: steps(from: start, to: next), otherwise: [])
    }
    let then = steps(from: start, to: next - 1)
    let middle = next
    next = Int(program.ops[middle - 1].end)
    return .branch(spot, question, then: then, otherwise: steps(from: middle, to: next))
  }

  /// The cases are those of a choice, each of which may bring a view into the scope.
  private mutating func branches(
    _ ways: Ways, _ spot: Spot, _ cases: [ChoiceCase] = [], scope: Int = 0
  ) -> [Outline.Branch] {
    (Int(ways.start)..<Int(ways.start + ways.count)).map { index in
      let way = program.ways[index]
      var name: String?
      switch way.fit {
      case .position(let position, _):
        let each = cases[Int(position)]
        name = each.name
        if let view = each.payload { names.open(scope, view, of: spot, each.name) }
      case .exactly(let number): name = String(number)
      case .category(let category): name = category.rawValue
      case .name(let start, let count):
        name = String(decoding: program.words[Int(start)..<Int(start + count)], as: UTF8.self)
      case .other: break
      }
      return Outline.Branch(
        fit: way.fit, name: name, steps: steps(from: Int(way.start), to: Int(way.end)))
    }
  }
}
