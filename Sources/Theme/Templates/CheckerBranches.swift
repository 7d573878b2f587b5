// Marks with branches.
extension Checker {
  mutating func check(_ branch: Decision) -> [CheckedNode] {
    let start = begin("if", at: branch.offset)
    let presentBefore = scope.present
    var ways: [(test: CheckedTest, operand: Operand, isOpposite: Bool, nodes: [CheckedNode])] = []
    var ends: [Markup] = []
    for way in branch.ways {
      let condition = way.path.flatMap { self.condition($0) }
      let presentHere = scope.present
      if let known = condition?.known, !way.isOpposite { scope.present.insert(known) }
      let inside = checkInside(way.body, from: start, "if")
      ends.append(inside.end)
      scope.present = presentHere
      if let known = condition?.known, way.isOpposite { scope.present.insert(known) }
      ways.append(
        (
          condition?.test ?? .isSo, condition?.operand ?? .poisoned, way.isOpposite, inside.nodes
        ))
    }
    var otherwise: [CheckedNode] = []
    if let body = branch.otherwise {
      let inside = checkInside(body, from: start, "if")
      ends.append(inside.end)
      otherwise = inside.nodes
    } else {
      ends.append(start)
    }
    scope.present = presentBefore
    join(ends, from: start, at: branch.offset, "if")
    for way in ways.reversed() {
      let (then, rest) = way.isOpposite ? (otherwise, way.nodes) : (way.nodes, otherwise)
      otherwise = [.branch(way.test, way.operand, then: then, otherwise: rest)]
    }
    return otherwise
  }

  private mutating func condition(
    _ path: FieldPath
  ) -> (test: CheckedTest, operand: Operand, known: Scope.Known?)? {
    let operand = resolve(path)
    switch operand.kind {
    case nil: return nil
    case .flag: return (.isSo, operand, nil)
    case .list: return (.hasAny, operand, nil)
    case .optional:
      guard case .place(let variable, let offset, let depth) = operand.origin else { return nil }
      return (
        .isPresent, operand, Scope.Known(variable: variable, offset: offset, depth: depth)
      )
    case .some(let kind):
      reportKind(path, kind, expected: "a flag, a list, or a value that may be missing")
      return nil
    }
  }

  /// What is so after all of the branches.
  private mutating func join(
    _ ends: [Markup], from start: Markup, at offset: Int, _ what: String
  ) {
    markup = start
    for end in ends {
      if case .inTag(let isSpaced) = end.state, case .inTag(let wasSpaced) = markup.state {
        markup.state = .inTag(isSpaced: isSpaced && wasSpaced)
      }
      markup.tag.attributes += end.tag.attributes.filter { !markup.tag.attributes.contains($0) }
      markup.tag.formAction = markup.tag.formAction ?? end.tag.formAction
      markup.tag.isPost = markup.tag.isPost || end.tag.isPost
      markup.tag.isRefresh = markup.tag.isRefresh || end.tag.isRefresh
      markup.tag.relations.formUnion(end.tag.relations)
      markup.tag.assets.formUnion(end.tag.assets)
      markup.ids.formUnion(end.ids)
    }
    if source.isShapeLost, let fewest = ends.min(by: { $0.open.count < $1.open.count }) {
      markup.open = fewest.open
    }
    guard start.state == .value else { return }
    let begun = ends.count { $0.attribute.hasAddress }
    markup.attribute.isBegun = begun > 0
    if markup.attribute.place.isAddress, begun > 0, begun < ends.count {
      source.report(
        offset, found: "an address that begins in some branches only",
        expected: "its beginning in every branch, or before them")
    }
  }

  mutating func check(_ loop: Loop) -> [CheckedNode] {
    let start = begin("for", at: loop.offset)
    let list = loop.list.map { resolvePresent($0) } ?? .poisoned
    var element: Kind?
    switch list.kind {
    case nil: break
    case .list(let kind, _): element = kind
    case .some(let kind):
      if let path = loop.list { reportKind(path, kind, expected: "a list") }
    }
    let count = scope.variables.count
    let elementID = loop.element.map { declare($0, element) } ?? scope.declare("", nil)
    let numberID = loop.number.map { declare($0, .number) }
    let body = checkInside(loop.body, from: start, "for")
    scope.forget(downTo: count)
    if case .inTag = start.state, body.end.tag.attributes.count > start.tag.attributes.count {
      source.report(
        loop.offset, found: "an attribute in {% for %}", expected: "each attribute once")
    }
    let otherwise = loop.otherwise.map { checkInside($0, from: start, "for") }
    join([body.end, otherwise?.end ?? start], from: start, at: loop.offset, "for")
    guard element != nil else { return [] }
    return [
      .loop(
        list, element: elementID, number: numberID, body: body.nodes,
        otherwise: otherwise?.nodes ?? [])
    ]
  }

  mutating func check(_ match: Match) -> [CheckedNode] {
    let start = begin("match", at: match.offset)
    let subject = match.subject.map { resolvePresent($0) } ?? .poisoned
    var choice: (any Choice.Type)?
    switch subject.kind {
    case nil: break
    case .choice(let type): choice = type
    case .some(let kind):
      if let path = match.subject { reportKind(path, kind, expected: "a field of a choice") }
    }
    var seen: Set<String> = []
    var cases: [CheckedCase] = []
    var ends: [Markup] = []
    for each in match.cases {
      let found = check(each.names, of: choice, &seen)
      let count = scope.variables.count
      let payload = each.payload.map { declare($0, self.payload(of: found, choice, $0)) }
      let inside = checkInside(each.body, from: start, "case")
      scope.forget(downTo: count)
      ends.append(inside.end)
      cases.append(CheckedCase(positions: found, payload: payload, body: inside.nodes))
    }
    let otherwise = match.otherwise.map { checkInside($0, from: start, "else") }
    if let otherwise { ends.append(otherwise.end) }
    join(ends.isEmpty ? [start] : ends, from: start, at: match.offset, "match")
    // A case that is written wrong is most likely one of those that are missing.
    let isEachKnown = zip(match.cases, cases).allSatisfy { $0.names.count == $1.positions.count }
    if let choice, isEachKnown, !source.isShapeLost, match.otherwise == nil {
      let missing = choice.cases.map(\.name).filter { !seen.contains($0) }
      if !missing.isEmpty {
        source.report(
          match.offset, found: "match without every case", expected: "these cases too, or else",
          available: missing)
      }
    } else if let choice, isEachKnown, match.otherwise != nil, seen.count == choice.cases.count {
      source.report(
        match.offset, found: "match with every case and else",
        expected: "no else: nothing is left for it")
    }
    return choice == nil ? [] : [.match(subject, cases: cases, otherwise: otherwise?.nodes)]
  }

  private mutating func check(
    _ names: [Word], of choice: (any Choice.Type)?, _ seen: inout Set<String>
  ) -> [Int] {
    guard let choice else { return [] }
    let cases = choice.cases
    var positions: [Int] = []
    for name in names {
      guard let position = cases.firstIndex(where: { $0.name == name.text }) else {
        source.report(
          name.offset, found: "the case \(name.shown)", expected: "a case of \(choice)",
          available: nearestFirst(cases.map(\.name), to: name.text))
        continue
      }
      if !seen.insert(name.text).inserted {
        source.report(
          name.offset, found: "the case \(name.shown) again", expected: "each case once")
        continue
      }
      positions.append(position)
    }
    return positions
  }

  private mutating func payload(
    of positions: [Int], _ choice: (any Choice.Type)?, _ name: Word
  ) -> Kind? {
    guard let choice, !positions.isEmpty else { return nil }
    let views = positions.map { choice.cases[$0].payload }
    guard let first = views[0], views.allSatisfy({ $0 == first }) else {
      source.report(
        name.offset, found: "with \(name.shown)",
        expected: views.contains { $0 == nil }
          ? "no with: a case here carries nothing" : "cases that carry the same view")
      return nil
    }
    return .view(first)
  }
}
