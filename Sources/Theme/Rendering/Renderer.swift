/// Runs a program on a page.
///
/// Values are read where they lie: a reference is a scope and an offset, which come from the very
/// types that lie there (`Field` takes the offset from a key path, and `Template` lets a program
/// meet only the view that it was compiled for). The page is borrowed for as long as the program
/// runs, so nothing moves meanwhile.
struct Renderer: ~Copyable {
  let program: Program
  private let ops: UnsafeBufferPointer<Op>
  private let words: UnsafeBufferPointer<UInt8>
  private let ways: UnsafeBufferPointer<Way>
  /// The views that are open, by scope.
  private let scopes: UnsafeMutableBufferPointer<UnsafeRawPointer>

  static func run(_ program: Program, on page: UnsafeRawPointer, into output: inout Output) {
    withUnsafeTemporaryAllocation(of: UnsafeRawPointer.self, capacity: program.depth) { scopes in
      scopes.initialize(repeating: page)
      program.ops.withUnsafeBufferPointer { ops in
        program.words.withUnsafeBufferPointer { words in
          program.ways.withUnsafeBufferPointer { ways in
            let renderer = Renderer(
              program: program, ops: ops, words: words, ways: ways, scopes: scopes)
            renderer.run(from: 0, to: ops.count, into: &output)
          }
        }
      }
    }
  }

  private func run(from start: Int, to end: Int, into output: inout Output) {
    var next = start
    while next < end {
      let op = ops[next]
      next += 1
      if op.words.count > 0 {
        let (start, count) = (Int(op.words.start), Int(op.words.count))
        output.append(UnsafeBufferPointer(rebasing: words[start..<start + count]))
      }
      switch op.code {
      case .words: break
      case .show(let form):
        show(place(of: op.subject), as: form, into: &output)
      case .jump:
        next = Int(op.end)
      case .jumpUnlessSo:
        if !place(of: op.subject).load(as: Bool.self) { next = Int(op.end) }
      case .jumpUnlessPresent(let type):
        let isPresent = program.types.optionals[Int(type)].isPresent(at: place(of: op.subject))
        if !isPresent { next = Int(op.end) }
      case .jumpUnlessAny(let type):
        let list = program.types.lists[Int(type)].elements(at: place(of: op.subject))
        if list.count == 0 { next = Int(op.end) }
      case .loop(let type, let scope):
        loop(op, over: program.types.lists[Int(type)], scope: Int(scope), from: next, into: &output)
        next = Int(op.end)
      case .match(let type, let ways, let scope):
        match(op, program.types.choices[Int(type)], ways, scope: Int(scope), into: &output)
        next = Int(op.end)
      case .part(let part):
        if show(part, of: place(of: op.subject).load(as: Stamp.self), op, from: next, into: &output)
        {
          next = Int(op.end)
        }
      case .plural(let ways):
        let number = place(of: op.subject).load(as: Int.self)
        take(way(of: number, among: ways), into: &output)
        next = Int(op.end)
      case .pluralOfCount(let type, let ways):
        let list = program.types.lists[Int(type)].elements(at: place(of: op.subject))
        take(way(of: list.count, among: ways), into: &output)
        next = Int(op.end)
      case .select(let ways):
        take(way(ofTokenAt: place(of: op.subject), among: ways), into: &output)
        next = Int(op.end)
      }
    }
  }

  private func place(of reference: Reference) -> UnsafeRawPointer {
    scopes[Int(reference.scope)] + Int(reference.offset)
  }

  private func take(_ way: Way?, into output: inout Output) {
    guard let way else { return }
    run(from: Int(way.start), to: Int(way.end), into: &output)
  }
}

extension Program {
  /// One value of a page, as the program writes it.
  package func text(of place: UnsafeRawPointer, as form: Form) -> String {
    let subject = Reference(scope: 0, offset: 0)
    let one = Program(
      ops: [Op(code: .show(form), subject: subject)], words: [], ways: [], types: types, depth: 1,
      language: language, view: view)
    var output = Output(capacity: 256)
    Renderer.run(one, on: place, into: &output)
    return output.text
  }
}

// Loops, cases and parts.
extension Renderer {
  /// False for a view without a stamp: then the part is what comes next.
  private func show(
    _ part: Stamp, of view: Stamp, _ op: Op, from next: Int, into output: inout Output
  ) -> Bool {
    guard view != .none else { return false }
    if output.repeatPart(part, of: view) { return true }
    let start = output.count
    run(from: next, to: Int(op.end), into: &output)
    output.keepPart(part, of: view, from: start)
    return true
  }

  private func loop(
    _ op: Op, over type: any Listed.Type, scope: Int, from start: Int, into output: inout Output
  ) {
    let list = type.elements(at: place(of: op.subject))
    guard var element = list.first else { return }
    let stride = type.stride
    var number = 0
    withUnsafeMutablePointer(to: &number) { number in
      scopes[scope + 1] = UnsafeRawPointer(number)
      while number.pointee < list.count {
        number.pointee += 1
        scopes[scope] = element
        run(from: start, to: Int(op.end), into: &output)
        element += stride
      }
    }
  }

  private func match(
    _ op: Op, _ type: any Choice.Type, _ ways: Ways, scope: Int, into output: inout Output
  ) {
    let subject = place(of: op.subject)
    let position = type.position(at: subject)
    let way = way(among: ways) { fit in
      if case .position(let each, _) = fit { Int(each) == position } else { false }
    }
    guard case .position(_, .some(let payload)) = way?.fit else { return take(way, into: &output) }
    type.withPayload(at: subject) { lent in
      precondition(lent.view == program.types.payloads[Int(payload)], "\(type) lends another view")
      scopes[scope] = lent.place
      take(way, into: &output)
    }
  }
}

// Which way fits.
extension Renderer {
  private func way(of number: Int, among ways: Ways) -> Way? {
    let category = program.language.plurals.category(of: number)
    return way(among: ways) { fit in
      switch fit {
      case .exactly(let each): each == number
      case .category(let each): each == category
      default: false
      }
    }
  }

  private func way(ofTokenAt place: UnsafeRawPointer, among ways: Ways) -> Way? {
    let token = place.assumingMemoryBound(to: Token.self).pointee.text
    return way(among: ways) { fit in
      guard case .name(let start, let count) = fit else { return false }
      return words[Int(start)..<Int(start + count)].elementsEqual(token.utf8)
    }
  }

  /// The first that fits; exact numbers stand before categories, and what is for others last.
  private func way(among ways: Ways, where fits: (Way.Fit) -> Bool) -> Way? {
    for index in Int(ways.start)..<Int(ways.start + ways.count) {
      let way = self.ways[index]
      if case .other = way.fit { return way }
      if fits(way.fit) { return way }
    }
    return nil
  }
}
