// Parts, and what they are given.
extension Checker {
  mutating func check(_ include: Include) -> [CheckedNode] {
    requireFlow("include", at: include.part.offset)
    uses.parts.insert(include.part.text)
    let view = include.view.map { resolvePresent($0) }
    guard let part = surroundings.parts[include.part.text] else {
      source.report(
        include.part.offset, found: "the part \(include.part.shown)",
        expected: "a file of parts/",
        available: nearestFirst(surroundings.parts.keys, to: include.part.text))
      return []
    }
    let place = source.place(include.part.offset)
    guard part.isKnown else {
      includes.append(IncludedPart(part: include.part.text, place: place))
      return []
    }
    var bindings: [Int: Operand] = [:]
    if let view { bindings[0] = view }
    check(view, include, against: part)
    for argument in include.arguments { check(argument, of: include, part, &bindings) }
    includes.append(included(include, part, place, bindings))
    let missing = part.parameters.filter { bindings[$0.id] == nil && !$0.isOptional }
    if !missing.isEmpty {
      source.report(
        include.part.offset, found: "no \(missing.map(\.name).joined(separator: ", no "))",
        expected: "everything that the part \(include.part.shown) needs (\(part.path))",
        available: part.parameters.map(\.name))
    }
    return [.include(include.part.text, bindings: bindings, place: place)]
  }

  private mutating func check(_ view: Operand?, _ include: Include, against part: Signature) {
    let name = include.part.shown
    switch (part.view, view, include.view) {
    case (nil, .some, let path?):
      source.report(
        path.names.first?.offset ?? include.part.offset, found: "with “\(path.text)”",
        expected: "no with: the part \(name) shows no view (\(part.path))")
    case (let wanted?, nil, _):
      source.report(
        include.part.offset, found: "the part \(name) with no view",
        expected: "with a \(wanted.name) (\(part.path))")
    case (let wanted?, let given?, let path?):
      if let kind = given.kind, !Kind.view(wanted).takes(kind) {
        reportKind(path, kind, expected: "a \(wanted.name)")
      }
    default: break
    }
  }

  private mutating func check(
    _ argument: Argument, of include: Include, _ part: Signature,
    _ bindings: inout [Int: Operand]
  ) {
    guard let parameter = part.parameters.first(where: { $0.name == argument.name.text }) else {
      if case .path(let path) = argument.value { _ = resolve(path) }
      source.report(
        argument.name.offset, found: "the parameter \(argument.name.shown)",
        expected: "a parameter of the part \(include.part.shown) (\(part.path))",
        available: nearestFirst(part.parameters.map(\.name), to: argument.name.text))
      return
    }
    if bindings[parameter.id] != nil {
      source.report(
        argument.name.offset, found: "\(argument.name.shown) again", expected: "it once")
    }
    bindings[parameter.id] = value(of: argument, for: parameter)
  }

  private mutating func value(
    of argument: Argument, for parameter: Signature.Parameter
  ) -> Operand {
    switch argument.value {
    case .literal(let word): return literal(word, as: parameter.kind)
    case .path(let path):
      let operand = parameter.isOptional ? resolve(path) : resolvePresent(path)
      guard let kind = operand.kind, let wanted = parameter.kind else { return .poisoned }
      guard case .own = operand.writing else {
        source.report(
          argument.valueOffset, found: "“\(path.text)”",
          expected: "the value itself; how it is written is for the part to say")
        return .poisoned
      }
      if wanted.takes(kind) || parameter.isOptional && wanted.takes(kind.present) {
        return operand
      }
      reportKind(path, kind, expected: "\(parameter.name): \(wanted.name)")
      return .poisoned
    }
  }

  private mutating func literal(_ word: Word, as kind: Kind?) -> Operand {
    guard let kind else { return .poisoned }
    switch (kind, word.sort) {
    case (.text, .quoted): return Operand(origin: .words(word.text), kind: .text)
    case (.token, .quoted) where Token(word.text) != nil:
      return Operand(origin: .words(word.text), kind: .token)
    case (.link, .quoted) where Link(word.text) != nil:
      return Operand(origin: .words(word.text), kind: .link)
    case (.number, .number):
      if let number = Int(word.text) { return Operand(origin: .number(number), kind: .number) }
    case (.flag, .name): return Operand(origin: .flag(word.text == "true"), kind: .flag)
    default: break
    }
    source.report(word.offset, found: word.shown, expected: "a \(kind.name)")
    return .poisoned
  }
}
