// What names mean.
extension Checker {
  /// Reports what it does not find, and what may be missing on the way.
  mutating func resolve(_ path: FieldPath) -> Operand {
    guard let first = path.names.first else { return .poisoned }
    guard var operand = scope.find(first.text) else {
      if scope.isOpen { return .poisoned }
      let owner = scope.view.map { "a field of \($0.name) or a name from here" }
      source.report(
        first.offset, found: "the field \(first.shown)",
        expected: owner ?? "a name that this file declares",
        available: nearestFirst(scope.names, to: first.text))
      return .poisoned
    }
    for (index, name) in path.names.enumerated().dropFirst() {
      guard let kind = operand.kind else { return .poisoned }
      if case .optional = kind {
        reportMissing(FieldPath(names: Array(path.names[..<index])))
        return .poisoned
      }
      guard let field = field(name.text, of: operand, kind) else {
        reportNoField(name, of: kind, operand)
        return .poisoned
      }
      operand = field
    }
    return operand
  }

  /// The same, but it must be there.
  mutating func resolvePresent(_ path: FieldPath) -> Operand {
    let operand = resolve(path)
    guard case .optional = operand.kind else { return operand }
    reportMissing(path)
    return .poisoned
  }

  private func field(_ name: String, of operand: Operand, _ kind: Kind) -> Operand? {
    if case .view(let view) = kind,
      case .place(let variable, let offset, let depth) = operand.origin
    {
      return scope.field(name, of: view, variable: variable, offset: offset, depth: depth)
    }
    return operand.ownField(name).map { scope.known($0) }
  }

  private mutating func reportNoField(_ name: Word, of kind: Kind, _ operand: Operand) {
    var names = kind.ownFields
    if case .view(let view) = kind { names = view.declared.map(\.name) }
    if case .own = operand.writing {} else { names = [] }
    source.report(
      name.offset, found: "the field \(name.shown)",
      expected: names.isEmpty ? "no field: \(kind.name) has none" : "a field of \(kind.name)",
      available: nearestFirst(names, to: name.text))
  }

  private mutating func reportMissing(_ path: FieldPath) {
    guard let last = path.names.last else { return }
    source.report(
      last.offset, found: "“\(path.text)”, which may be missing",
      expected: "it inside {% if \(path.text) %}")
  }

  mutating func reportKind(_ path: FieldPath, _ kind: Kind, expected: String) {
    guard let last = path.names.last else { return }
    source.report(
      last.offset, found: "“\(path.text)” of kind \(kind.name)", expected: expected)
  }

  /// A name that the template gives. One that is taken would hide what it means elsewhere.
  mutating func declare(_ word: Word, _ kind: Kind?) -> Int {
    if word.text == Scope.whole || scope.names.contains(word.text) {
      source.report(
        word.offset, found: "\(word.shown), which is a name here already",
        expected: "a name that is not taken")
    }
    return scope.declare(word.text, kind)
  }
}
