// Values, and the places where they stand.
extension Checker {
  mutating func show(_ expression: Expression, at range: Range<Int>) -> [CheckedNode] {
    switch expression {
    case .broken:
      place(nil, "", at: range.lowerBound)
      return []
    case .asset(let name):
      let address = checkAsset(name)
      markup.start(with: name)
      place(.asset, name.text, at: name.offset)
      return [.asset(name: name.text, address: address)]
    case .message(let call):
      let arguments = check(call, slots: nil)
      place(.words("a message"), call.key.text, at: call.key.offset)
      return [.message(CheckedMessage(key: call.key.text, arguments: arguments, slots: [:]))]
    case .path(let path):
      let operand = resolvePresent(path)
      markup.note(operand)
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
      available: nearestFirst(surroundings.assets.keys, to: name.text))
    return ""
  }

  /// Nil fits everywhere, but is a value still.
  private mutating func place(
    _ shape: Shape?, _ name: String, at offset: Int, _ operand: Operand? = nil
  ) {
    let described = markup.described
    guard let expected = expected(shape, operand, at: offset) else { return }
    let what = shape.map { $0.described(name) } ?? "a value"
    source.report(offset, found: "\(what) \(described)", expected: expected)
  }

  /// What could stand here instead; nil when the value may.
  private mutating func expected(_ shape: Shape?, _ operand: Operand?, at offset: Int) -> String? {
    switch markup.state {
    case .data: return expectedBetweenTags(shape)
    case .words: return shape.map { $0.isShown && $0 != .html } == false ? "text" : nil
    case .value: return expectedInAttribute(shape, operand)
    case .raw:
      markup.reportRaw(at: offset, &source)
      return nil
    case .beforeValue, .unquoted:
      markup.state = .unquoted
      return "quotes around the value"
    case .tagName, .inTag, .slash, .attributeName, .afterAttributeName, .endTagName,
      .afterEndTagName, .declaration, .comment:
      markup.takeForName(at: offset)
      return "values between tags and in quoted attributes only"
    }
  }

  private func expectedBetweenTags(_ shape: Shape?) -> String? {
    guard let shape else { return nil }
    if !shape.isShown { return shape.instead }
    guard shape == .html, let parent = markup.parent else { return nil }
    let isRefused =
      Elements.withoutFlow.contains(parent) || markup.isInDrawing
      || markup.open.contains { Elements.alone.contains($0.name) && $0.name != "form" }
    return isRefused ? "html where paragraphs may stand; <\(parent)> takes none" : nil
  }

  private mutating func expectedInAttribute(_ shape: Shape?, _ operand: Operand?) -> String? {
    let isFirst = !markup.attribute.isBegun
    markup.attribute.isBegun = true
    let hasWords = !markup.attribute.beginning.isEmpty
    let isAction = markup.tag.name == "form" && markup.attribute.name == "action"
    if isAction, shape != .link, shape != .asset, markup.tag.formAction == nil {
      markup.tag.formAction = .poisoned
    }
    guard let shape else { return nil }
    switch markup.attribute.place {
    case .words:
      if !shape.isShown || shape == .html { return "text; \(shape.instead)" }
    case .name:
      if !shape.isName { return "a token or a plain number (.plain)" }
    case .measure:
      if !shape.isName, shape != .plain { return "a plain number (.plain), .iso or a token" }
    case .link where isFirst && !hasWords: return expectedLink(shape, operand)
    case .ours where isFirst && !hasWords:
      if shape != .asset {
        return "a file of the theme, or words of the template: what stands here is run or sent to"
      }
    case .refresh where isFirst:
      if shape != .link, shape != .asset { return "a field of kind link" }
    case .link, .ours, .refresh:
      if !shape.isName { return "only tokens and plain numbers (.plain) after its beginning" }
    case .outline:
      if shape != .path, shape != .plainNumber { return "a field of kind path" }
    case .sources:
      if shape != .sources, shape != .asset { return "a field of kind sources" }
    case .fixed: return "only what the template itself says there"
    }
    return nil
  }

  private mutating func expectedLink(_ shape: Shape, _ operand: Operand?) -> String? {
    if shape == .formAction {
      guard markup.tag.name == "form", markup.attribute.name == "action" else {
        return "it in action of <form method=\"post\">"
      }
      markup.tag.formAction = operand
    } else if shape != .link, shape != .asset {
      return "a field of kind link at the beginning of an address"
    }
    return nil
  }
}
