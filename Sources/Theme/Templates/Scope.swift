/// What names mean at a place of a template.
struct Scope {
  /// The view of the template as a whole, to hand it on to a part.
  static let whole = "this"

  /// The view that the template shows is variable 0.
  private(set) var view: (any View.Type)?
  private(set) var variables: [Variable] = []
  /// What `if` has found to be there.
  var present: Set<Known> = []
  private var next = 1
  /// Which view it is could not be told, so that any name may be one of its fields.
  var isOpen = false

  struct Variable {
    let name: String
    let id: Int
    let kind: Kind?
  }

  struct Known: Hashable {
    let variable: Int
    let offset: Int
    /// A view and its first field lie at the same place.
    let depth: Int
  }

  init(view: (any View.Type)?) { self.view = view }

  /// Its number. A name that is taken is reported by who declares it.
  mutating func declare(_ name: String, _ kind: Kind?) -> Int {
    defer { next += 1 }
    variables.append(Variable(name: name, id: next, kind: kind))
    return next
  }

  mutating func forget(downTo count: Int) { variables.removeLast(variables.count - count) }

  var names: [String] { variables.map(\.name) + (view?.declared.map(\.name) ?? []) }

  func find(_ name: String) -> Operand? {
    if let variable = variables.last(where: { $0.name == name }) {
      return known(
        Operand(
          origin: .place(variable: variable.id, offset: 0, depth: 0), kind: variable.kind))
    }
    guard let view else { return nil }
    if name == Self.whole {
      return Operand(origin: .place(variable: 0, offset: 0, depth: 0), kind: .view(view))
    }
    return field(name, of: view, variable: 0, offset: 0, depth: 0)
  }

  func field(
    _ name: String, of view: any View.Type, variable: Int, offset: Int, depth: Int
  ) -> Operand? {
    guard let field = view.declared.first(where: { $0.name == name }) else { return nil }
    return known(
      Operand(
        origin: .place(variable: variable, offset: offset + field.offset, depth: depth + 1),
        kind: field.kind))
  }

  /// Without the question mark, if it was asked.
  func known(_ operand: Operand) -> Operand {
    guard case .place(let variable, let offset, let depth) = operand.origin,
      present.contains(Known(variable: variable, offset: offset, depth: depth))
    else { return operand }
    var operand = operand
    operand.kind = operand.kind?.present
    return operand
  }
}
