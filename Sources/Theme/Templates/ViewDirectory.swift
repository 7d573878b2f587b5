/// The views and choices that there are, by name: those of pages, and all that they have inside.
package struct ViewDirectory: Sendable {
  package private(set) var views: [String: any View.Type] = [:]
  package private(set) var choices: [String: any Choice.Type] = [:]
  let pages: [any View.Type]

  package init(pages: [any View.Type]) {
    self.pages = pages
    var waiting = pages
    while let view = waiting.popLast() {
      guard views.updateValue(view, forKey: view.name) == nil else { continue }
      for field in view.declared { note(field.kind, &waiting) }
    }
  }

  private mutating func note(_ kind: Kind, _ waiting: inout [any View.Type]) {
    switch kind {
    case .view(let view): waiting.append(view)
    case .optional(let kind, _), .list(let kind, _): note(kind, &waiting)
    case .choice(let choice):
      choices[String(describing: choice)] = choice
      waiting += choice.cases.compactMap(\.payload)
    default: break
    }
  }

  func page(_ name: String) -> (any View.Type)? { pages.first { $0.name == name } }

  /// What a parameter can be declared as.
  func kind(named name: String) -> Kind? {
    Kind.simple.first { $0.name == name } ?? views[name].map { .view($0) }
      ?? choices[name].map { .choice($0) }
  }

  var kindNames: [String] { Kind.simple.map(\.name) + views.keys + choices.keys }
}
