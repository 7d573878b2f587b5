// Marks with branches. What is known already is decided here, not when the page is made.
extension Inliner {
  func branch(
    _ test: CheckedTest, _ operand: Operand, _ then: [CheckedNode], _ otherwise: [CheckedNode],
    _ frame: Frame, _ builder: inout ProgramBuilder
  ) {
    guard let binding = actual(operand, frame) else {
      return inline(otherwise, frame, &builder)
    }
    let asked: (Reference, Test)?
    switch (test, binding.source, binding.kind) {
    case (.isSo, .flag(let flag), _):
      return inline(flag ? then : otherwise, frame, &builder)
    case (.isSo, .place(let reference), _): asked = (reference, .isSo)
    case (.isPresent, .place(let reference), .optional(_, let type)?):
      asked = (reference, .isPresent(type))
    case (.hasAny, .place(let reference), .list(_, let type)?): asked = (reference, .hasAny(type))
    default: asked = nil
    }
    // A parameter that may be missing was given something that cannot be.
    guard let (reference, question) = asked else { return inline(then, frame, &builder) }
    builder.branch(on: reference, question) {
      self.inline(then, frame, &$0)
    } otherwise: {
      self.inline(otherwise, frame, &$0)
    }
  }

  func loop(
    _ list: Operand, _ element: Int, _ number: Int?, _ body: [CheckedNode],
    _ otherwise: [CheckedNode], _ frame: Frame, _ builder: inout ProgramBuilder
  ) {
    guard let binding = actual(list, frame), case .place(let reference) = binding.source,
      case .list(let kind, let type)? = binding.kind
    else { return }
    let all: ProgramBuilder.Body = { builder in
      builder.loop(over: reference, type) { builder, elementScope, numberScope in
        var inside = frame
        inside.bindings[element] = Binding(
          source: .place(Reference(scope: elementScope, offset: 0)), kind: kind)
        if let number {
          inside.bindings[number] = Binding(
            source: .place(Reference(scope: numberScope, offset: 0)), kind: .number)
        }
        self.inline(body, inside, &builder)
      }
    }
    if otherwise.isEmpty { return all(&builder) }
    builder.branch(on: reference, .hasAny(type), then: all) {
      self.inline(otherwise, frame, &$0)
    }
  }

  func match(
    _ subject: Operand, _ cases: [CheckedCase], _ otherwise: [CheckedNode]?, _ frame: Frame,
    _ builder: inout ProgramBuilder
  ) {
    guard let binding = actual(subject, frame), case .place(let reference) = binding.source,
      case .choice(let choice)? = binding.kind
    else { return }
    var positions: [(position: Int, body: ProgramBuilder.ScopedBody)] = []
    let views = choice.cases.map(\.payload)
    for each in cases {
      for position in each.positions {
        positions.append(
          (
            position,
            { builder, scope in
              var inside = frame
              if let payload = each.payload, let view = views[position] {
                inside.bindings[payload] = Binding(
                  source: .place(Reference(scope: scope, offset: 0)), kind: .view(view))
              }
              self.inline(each.body, inside, &builder)
            }
          ))
      }
    }
    let other: ProgramBuilder.Body? = otherwise.map { nodes in
      { self.inline(nodes, frame, &$0) }
    }
    builder.match(reference, choice, positions: positions, other: other)
  }
}
