/// Checks one template in the scope of what it declares.
struct Checker {
  var source: TemplateSource
  let role: TemplateRole
  let surroundings: Surroundings
  var scope: Scope
  var markup = Markup()
  var uses = TemplateUses()
  /// The slots that were found, when this is a layout.
  var shape: LayoutShape
  /// Slots with names belong to the top of a page; what is inside marks is not the top.
  var depth = 0
  var isInMessageSlot = false
  var includes: [IncludedPart] = []
  /// What is shown after `icons.svg#`.
  var icons = IconParameters()

  init(
    _ source: TemplateSource, role: TemplateRole, view: (any View.Type)?,
    in surroundings: Surroundings
  ) {
    self.source = source
    self.role = role
    self.surroundings = surroundings
    scope = Scope(view: view)
    shape = LayoutShape(path: source.file.path, view: view)
  }

  mutating func check(_ body: Body) -> [CheckedNode] {
    var nodes: [CheckedNode] = []
    for node in body.nodes { check(node, into: &nodes) }
    return nodes
  }

  mutating func check(_ node: Node, into nodes: inout [CheckedNode]) {
    switch node {
    case .text(let text): check(text, into: &nodes)
    case .show(let expression, let range):
      markup.pause(&source)
      nodes += show(expression, at: range)
    case .branch(let branch): nodes += check(branch)
    case .loop(let loop): nodes += check(loop)
    case .match(let match): nodes += check(match)
    case .include(let include): nodes += check(include)
    case .slot(let slot): nodes += check(slot)
    case .message(let block): nodes += check(block)
    case .facts(let path, let offset): nodes += checkFacts(path, at: offset)
    }
  }

  /// A body of a mark: it must end where it begins.
  mutating func checkInside(
    _ body: Body, from start: Markup, _ what: String
  ) -> (nodes: [CheckedNode], end: Markup) {
    markup = start
    markup.floor = start.open.count
    depth += 1
    let nodes = check(body)
    depth -= 1
    markup.settle(to: start, at: body.end, what, &source)
    return (nodes, markup)
  }

  /// The markup where a mark with a body begins.
  mutating func begin(_ what: String, at offset: Int) -> Markup {
    markup.pause(&source)
    if !markup.mayBranch {
      if markup.state == .raw {
        markup.reportRaw(at: offset, &source)
      } else {
        source.report(
          offset, found: "{% \(what) %} \(markup.described)",
          expected: "it between tags, in a tag or in a quoted attribute")
      }
      source.isShapeLost = true
    }
    return markup
  }

  /// Marks that bring elements stand between tags.
  mutating func requireFlow(_ what: String, at offset: Int) {
    markup.pause(&source)
    if markup.state == .data { return }
    source.report(
      offset, found: "{% \(what) %} \(markup.described)", expected: "it between tags")
  }

  private mutating func checkFacts(_ path: FieldPath?, at offset: Int) -> [CheckedNode] {
    requireFlow("jsonld", at: offset)
    let isRefused =
      markup.parent.map { Elements.withoutScript.contains($0) } == true || markup.isInDrawing
    if markup.state == .data, isRefused {
      source.report(
        offset, found: "jsonld in <\(markup.parent ?? "svg")>",
        expected: "it in the head or between elements")
    }
    guard let path else { return [] }
    let operand = resolve(path)
    switch operand.kind {
    case nil: return []
    case .facts: return [.facts(operand)]
    case .some(let kind):
      reportKind(path, kind, expected: "a field of kind facts")
      return []
    }
  }
}

/// What templates use, so that what nobody uses can be found.
package struct TemplateUses: Sendable {
  package struct MessageUse: Sendable {
    package let key: String
    package let place: Place
  }

  package internal(set) var messages: [MessageUse] = []
  package internal(set) var assets: Set<String> = []
  package internal(set) var parts: Set<String> = []

  mutating func add(_ others: TemplateUses) {
    messages += others.messages
    assets.formUnion(others.assets)
    parts.formUnion(others.parts)
  }
}
