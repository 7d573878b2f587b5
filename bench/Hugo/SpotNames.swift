import Theme

/// What the values of a page are called, by the views that lie where a program reads.
struct SpotNames {
  /// The fields of frames that no page has otherwise than another; a site of Hugo has them in its
  /// configuration.
  private static let shared: Set<String> = [
    "browse", "direction", "footer", "help", "home", "icp", "language", "licences",
    "openGraphLocale", "owner", "police", "search", "siteName",
  ]

  private var scopes: [Int: Scope]

  /// What lies in a scope of the program, and where it belongs.
  private struct Scope {
    let kind: Kind
    let thing: Int
    var prefix: [String] = []
  }

  init(_ page: any View.Type) { scopes = [0: Scope(kind: .view(page), thing: 0)] }

  /// The elements of a loop; their number is in the next scope.
  mutating func open(_ scope: Int, _ element: Kind) {
    scopes[scope] = Scope(kind: element, thing: scope)
    scopes[scope + 1] = Scope(kind: .number, thing: scope, prefix: ["n"])
  }

  /// What a case of a choice carries.
  mutating func open(_ scope: Int, _ payload: any View.Type, of choice: Spot, _ name: String) {
    scopes[scope] = Scope(kind: .view(payload), thing: choice.thing, prefix: [choice.name, name])
  }

  /// It is a thing of its own.
  func isElement(_ scope: Int) -> Bool { scope > 0 && scopes[scope]?.thing == scope }

  func spot(_ reference: Reference) -> Spot { find(reference) { _ in false }.spot }

  func optional(_ reference: Reference, _ type: any Absentable.Type) -> Spot {
    find(reference) { if case .optional(_, let each) = $0 { each == type } else { false } }.spot
  }

  func choice(_ reference: Reference, _ type: any Choice.Type) -> Spot {
    find(reference) { if case .choice(let each) = $0 { each == type } else { false } }.spot
  }

  func list(_ reference: Reference, _ type: any Listed.Type) -> (spot: Spot, element: Kind) {
    let (spot, kind) = find(reference) {
      if case .list(_, let each) = $0 { each == type } else { false }
    }
    guard case .list(let element, _) = kind else { preconditionFailure("no list \(spot.name)") }
    return (spot, element)
  }

  /// A view and its first field lie at the same place: it is the outermost that is meant, or else
  /// the innermost.
  private func find(
    _ reference: Reference, _ isMeant: (Kind) -> Bool
  ) -> (spot: Spot, kind: Kind) {
    guard let scope = scopes[Int(reference.scope)] else { preconditionFailure("a closed scope") }
    var kind = scope.kind
    var names = scope.prefix
    var rest = Int(reference.offset)
    while rest > 0 || !isMeant(kind) {
      guard case .view(let view) = kind.present,
        let field = view.declared.filter({ $0.offset <= rest }).max(by: { $0.offset < $1.offset })
      else { break }
      names.append(field.name)
      kind = field.kind
      rest -= field.offset
    }
    // The language in which something is said is the one part of a value that is shown by itself.
    if case .said = kind.present, rest > 0 { names.append("lang") }
    let isShared =
      scope.thing == 0 && names.count > 1 && names[0] == "frame" && Self.shared.contains(names[1])
    let name = names.isEmpty ? "value" : names.joined(separator: "_").lowercased()
    let spot = Spot(
      reference: reference, thing: scope.thing, name: name, isShared: isShared)
    return (spot, kind)
  }
}
