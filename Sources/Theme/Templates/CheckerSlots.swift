// Slots: what layouts leave open.
extension Checker {
  mutating func check(_ slot: Slot) -> [CheckedNode] {
    if let name = slot.name, let body = slot.body { return placeholder(name, body, slot) }
    if slot.body != nil { return [] }
    if isInMessageSlot {
      requireFlow("slot", at: slot.offset)
      return [.wrapped]
    }
    guard role == .layout else {
      source.report(
        slot.offset, found: "{% slot %} in a \(role.noun)",
        expected: "it in a layout, or in a slot of a message")
      return []
    }
    requireFlow("slot", at: slot.offset)
    if shape.content != nil {
      source.report(slot.offset, found: "a second {% slot %}", expected: "one place for the page")
    }
    shape.content = markup.asBeginning
    return [.content]
  }

  private mutating func placeholder(_ name: Word, _ body: Body, _ slot: Slot) -> [CheckedNode] {
    let start = begin("slot", at: slot.offset)
    if case .inTag = start.state, Elements.whole.contains(start.tag.name) {
      source.report(
        name.offset, found: "the slot \(name.shown) inside the tag <\(start.tag.name)>",
        expected: "it around the whole tag: what such a tag does is read from all of it")
    }
    if role != .layout {
      source.report(
        name.offset, found: "the slot \(name.shown) in a \(role.noun)",
        expected: role == .page && depth > 0
          ? "it at the top of the page, in no other mark" : "slots with names in layouts")
    } else if shape.slots[name.text] != nil {
      source.report(
        name.offset, found: "a second slot \(name.shown)", expected: "each slot once")
    }
    let inside = checkInside(body, from: start, "slot")
    shape.slots[name.text] = start.asBeginning
    return [.placeholder(name.text, inside.nodes)]
  }

  /// What a page, or a layout in a layout, brings: its fills, and what is left for its content.
  mutating func checkIn(_ layout: LayoutShape, named name: String, _ body: Body) -> (
    content: [CheckedNode], fills: [String: [CheckedNode]]
  ) {
    var content = Body(nodes: [], end: body.end)
    var fills: [String: [CheckedNode]] = [:]
    var isAtTop = true
    for node in body.nodes {
      guard case .slot(let slot) = node, let word = slot.name, let inside = slot.body,
        role == .page || layout.slots[word.text] != nil
      else {
        content.nodes.append(isAtTop ? withoutBlanksAbove(node, &isAtTop) : node)
        continue
      }
      guard let start = layout.slots[word.text] else {
        source.report(
          word.offset, found: "the slot \(word.shown)",
          expected: "a slot of the layout \"\(name)\" (\(layout.path))",
          available: nearestFirst(layout.slots.keys, to: word.text))
        continue
      }
      if fills[word.text] != nil {
        source.report(
          word.offset, found: "the slot \(word.shown) again", expected: "it once")
      }
      fills[word.text] = checkInside(inside, from: start, "slot").nodes
    }
    markup = layout.content ?? Markup()
    return (checkAll(content), fills)
  }

  /// What slots bring stands elsewhere, so above the content their lines leave no trace.
  private func withoutBlanksAbove(_ node: Node, _ isAtTop: inout Bool) -> Node {
    guard case .text(var text) = node else {
      isAtTop = false
      return node
    }
    let words = source.bytes[text.kept].firstIndex { !WhiteSpace.isBlank($0) }
    isAtTop = words == nil
    text.kept = (words ?? text.kept.upperBound)..<text.kept.upperBound
    return .text(text)
  }

  /// A whole file, or what of it is not in slots.
  mutating func checkAll(_ body: Body) -> [CheckedNode] {
    let start = markup
    let nodes = check(body)
    markup.settle(to: start, at: max(0, body.end - 1), "the file", &source)
    return nodes
  }
}

extension Markup {
  /// For a template that stands here and has opened nothing yet.
  var asBeginning: Markup {
    var beginning = self
    if let parent { beginning.outer = parent }
    if isInDrawing { beginning.outer = "svg" }
    beginning.open = []
    beginning.ids = []
    beginning.floor = 0
    return beginning
  }
}
