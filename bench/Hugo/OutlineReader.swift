import Theme

/// Is told what a page has at the places that its program comes to.
protocol OutlineListener {
  /// The value as it is written, markup and all.
  mutating func shown(_ spot: Spot, _ form: Form, as text: String)
  /// The answer is yes, and so the page is read on there.
  mutating func agreed(_ spot: Spot, _ question: Outline.Question, then: [Outline.Step])
  mutating func chosen(_ branch: Outline.Branch, of spot: Spot)
  /// An element of a list, from 0; the thing of its scope until it is closed.
  mutating func opened(_ list: Spot, _ index: Int, scope: Int)
  mutating func closed(scope: Int)
  /// What comes next is about that thing and recurs.
  mutating func began(part thing: Int)
  mutating func ended(part thing: Int)
}

extension Outline {
  /// Goes over the page as the program does, and writes nothing.
  func read<Page: View>(_ page: borrowing Page, for listener: inout some OutlineListener) {
    withUnsafePointer(to: page) { place in
      withUnsafeTemporaryAllocation(of: UnsafeRawPointer.self, capacity: program.depth) { scopes in
        scopes.initialize(repeating: UnsafeRawPointer(place))
        OutlineReader(program: program, scopes: scopes).read(steps, &listener)
      }
    }
  }
}

/// Reads values where they lie; `Renderer` of the theme says why that may be.
private struct OutlineReader: ~Copyable {
  let program: Program
  /// The views that are open, by scope.
  let scopes: UnsafeMutableBufferPointer<UnsafeRawPointer>

  func read(_ steps: [Outline.Step], _ listener: inout some OutlineListener) {
    for step in steps {
      switch step {
      case .words: break
      case .show(let spot, let form):
        listener.shown(spot, form, as: program.text(of: place(of: spot), as: form))
      case .branch(let spot, let question, let then, let otherwise):
        guard answer(question, at: place(of: spot)) else {
          read(otherwise, &listener)
          continue
        }
        listener.agreed(spot, question, then: then)
        read(then, &listener)
      case .loop(let spot, let type, let scope, let body):
        loop(spot, type, scope: scope, body, &listener)
      case .choose(let spot, let chooser, let branches):
        choose(spot, chooser, branches, &listener)
      case .part(let thing, let steps):
        listener.began(part: thing)
        read(steps, &listener)
        listener.ended(part: thing)
      }
    }
  }

  private func place(of spot: Spot) -> UnsafeRawPointer {
    scopes[Int(spot.reference.scope)] + Int(spot.reference.offset)
  }

  private func answer(_ question: Outline.Question, at place: UnsafeRawPointer) -> Bool {
    switch question {
    case .isSo: place.load(as: Bool.self)
    case .isPresent(let type): type.isPresent(at: place)
    case .hasAny(let type): type.elements(at: place).count > 0
    }
  }

  private func loop(
    _ spot: Spot, _ type: any Listed.Type, scope: Int, _ body: [Outline.Step],
    _ listener: inout some OutlineListener
  ) {
    let list = type.elements(at: place(of: spot))
    guard let first = list.first else { return }
    for index in 0..<list.count {
      var number = index + 1
      listener.opened(spot, index, scope: scope)
      withUnsafeMutablePointer(to: &number) { number in
        scopes[scope] = first + index * type.stride
        scopes[scope + 1] = UnsafeRawPointer(number)
        read(body, &listener)
      }
      listener.closed(scope: scope)
    }
  }

  private func choose(
    _ spot: Spot, _ chooser: Outline.Chooser, _ branches: [Outline.Branch],
    _ listener: inout some OutlineListener
  ) {
    let place = place(of: spot)
    guard let branch = branches.first(where: { fits($0, chooser, at: place) }) else { return }
    listener.chosen(branch, of: spot)
    if case .choice(let type, let scope) = chooser, case .position(_, .some) = branch.fit {
      type.withPayload(at: place) { lent in
        scopes[scope] = lent.place
        read(branch.steps, &listener)
      }
    } else {
      read(branch.steps, &listener)
    }
  }

  private func fits(
    _ branch: Outline.Branch, _ chooser: Outline.Chooser, at place: UnsafeRawPointer
  ) -> Bool {
    if case .other = branch.fit { return true }
    switch chooser {
    case .choice(let type, _):
      guard case .position(let position, _) = branch.fit else { return false }
      return Int(position) == type.position(at: place)
    case .number: return fits(branch, place.load(as: Int.self))
    case .count(let type): return fits(branch, type.elements(at: place).count)
    case .token: return branch.name == place.assumingMemoryBound(to: Token.self).pointee.text
    }
  }

  private func fits(_ branch: Outline.Branch, _ number: Int) -> Bool {
    switch branch.fit {
    case .exactly(let each): each == number
    case .category(let each): each == program.language.plurals.category(of: number)
    default: false
    }
  }
}
