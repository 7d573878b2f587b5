// Values, and the places where they stand.
extension Checker {
  mutating func show(_ expression: Expression, at range: Range<Int>) -> [CheckedNode] {
    switch expression {
    case .broken:
      place(nil, "", at: range.lowerBound)
      return []
    case .asset(let name):
      let address = checkAsset(name)
      place(.asset, name.text, at: name.offset)
      return [.asset(name: name.text, address: address)]
    case .message(let call):
      let arguments = check(call, slots: nil)
      place(.words("a message"), call.key.text, at: call.key.offset)
      return [.message(CheckedMessage(key: call.key.text, arguments: arguments, slots: [:]))]
    case .path(let path):
      let operand = resolvePresent(path)
      let offset = path.names.last?.offset ?? range.lowerBound
      place(operand.shape, path.text, at: offset, operand)
      return operand.kind == nil ? [] : [.show(operand)]
    }
  }

  private mutating func checkAsset(_ name: Word) -> String {
    uses.assets.insert(name.text)
    if let address = surroundings.assets[name.text] { return address }
    source.report(
      name.offset, found: "the asset \(name.shown)", expected: "a file of the theme",
      available: Suggestions.names(surroundings.assets.keys, near: name.text))
    return ""
  }

  /// Nil fits everywhere, but is a value still.
  private mutating func place(
    _ shape: Shape?, _ name: String, at offset: Int, _ operand: Operand? = nil
  ) {
    func report(_ expected: String) {
      let what = shape.map { $0.described(name) } ?? "a value"
      source.report(offset, found: "\(what) \(markup.described)", expected: expected)
    }
    switch markup.state {
    case .data: checkBetweenTags(shape, report)
    case .words:
      if shape.map({ $0.isShown && $0 != .html }) == false { report("text") }
    case .value: placeInAttribute(shape, operand, report)
    case .raw: markup.reportRaw(at: offset, &source)
    case .beforeValue, .unquoted:
      report("quotes around the value")
      markup.state = .unquoted
    case .tagName, .inTag, .slash, .attributeName, .afterAttributeName, .endTagName,
      .afterEndTagName, .declaration, .comment:
      report("values between tags and in quoted attributes only")
    }
  }

  private func checkBetweenTags(_ shape: Shape?, _ report: (String) -> Void) {
    guard let shape else { return }
    if !shape.isShown { return report(shape.instead) }
    guard shape == .html, let parent = markup.parent else { return }
    if Elements.withoutFlow.contains(parent) || markup.isInDrawing {
      report("html where paragraphs may stand; <\(parent)> takes none")
    }
  }

  private mutating func placeInAttribute(
    _ shape: Shape?, _ operand: Operand?, _ report: (String) -> Void
  ) {
    let isFirst = !markup.attribute.isBegun
    markup.attribute.isBegun = true
    let hasWords = !markup.attribute.beginning.isEmpty
    guard let shape else { return }
    switch markup.attribute.place {
    case .words:
      if !shape.isShown || shape == .html { report("text; \(shape.instead)") }
    case .name:
      if !shape.isName { report("a token or a plain number (.plain)") }
    case .measure:
      if !shape.isName, shape != .plain { report("a plain number (.plain), .iso or a token") }
    case .link where isFirst && !hasWords: placeLink(shape, operand, report)
    case .refresh where isFirst:
      if shape != .link, shape != .asset { report("a field of kind link") }
    case .link, .refresh:
      if !shape.isName { report("only tokens and plain numbers (.plain) after its beginning") }
    case .sources:
      if shape != .sources, shape != .asset { report("a field of kind sources") }
    case .fixed: report("only what the template itself says there")
    }
  }

  private mutating func placeLink(
    _ shape: Shape, _ operand: Operand?, _ report: (String) -> Void
  ) {
    if shape == .formAction {
      guard markup.tag.name == "form", markup.attribute.name == "action" else {
        return report("it in action of <form method=\"post\">")
      }
      markup.tag.formAction = operand
    } else if shape != .link, shape != .asset {
      report("a field of kind link at the beginning of an address")
    }
  }
}
