// What opens and closes.
extension Markup {
  mutating func endTag(isClosed: Bool, at offset: Int, _ source: inout TemplateSource) {
    state = .data
    checkElement(&source)
    let isDrawing = isInDrawing || tag.name == "svg" || Elements.drawing.contains(tag.name)
    if Elements.void.contains(tag.name) { return }
    if isClosed {
      if isDrawing, !Elements.raw.contains(tag.name), tag.name != "textarea" { return }
      source.report(
        tag.offset, found: "<\(tag.name)/>",
        expected: "<\(tag.name)></\(tag.name)>; only void elements and those of svg end so")
      return
    }
    guard open.count < TemplateLimits.elementsMax else {
      if source.isShapeLost { return }
      source.report(
        tag.offset, found: "elements inside each other \(open.count + 1) times",
        expected: "at most \(TemplateLimits.elementsMax)")
      source.isShapeLost = true
      return
    }
    let isWords = tag.name == "textarea" || tag.name == "title" && !isInDrawing
    open.append(Element(name: tag.name, offset: tag.offset))
    if isWords { state = .words }
    if Elements.raw.contains(tag.name) { state = .raw }
    if tag.name == "form" { formEnded = tag.formAction }
  }

  private func checkElement(_ source: inout TemplateSource) {
    let name = tag.name
    func report(_ found: String, _ expected: String) {
      source.report(tag.offset, found: found, expected: expected)
    }
    if Elements.refused.contains(name) { report("<\(name)>", Elements.instead(of: name)) }
    if name == "script", !tag.attributes.contains("src") {
      report("<script> without src", "a script of its own file: src=\"{{ asset … }}\"")
    }
    if name == "form" { checkForm(&source) }
    if Elements.endsDrawing.contains(name), isInDrawing {
      report("<\(name)> inside <svg>", "it in a <foreignObject>, or after </svg>")
    }
    if Elements.alone.contains(name), open.contains(where: { $0.name == name }) {
      report("<\(name)> inside <\(name)>", "the first one closed before it")
    }
    if Elements.endsParagraph.contains(name), isInParagraph {
      report("<\(name)> inside <p>", "<p> closed before it, as browsers would do")
    }
  }

  private var isInParagraph: Bool {
    for element in open.reversed() {
      if element.name == "p" { return true }
      if Elements.bounds.contains(element.name) { return false }
    }
    return false
  }

  private func checkForm(_ source: inout TemplateSource) {
    if tag.isPost, tag.formAction == nil {
      source.report(
        tag.offset, found: "a form that changes something, without a field of kind form",
        expected: "action=\"{{ ….action }}\" of a form")
    } else if !tag.isPost, tag.formAction?.kind != nil {
      source.report(
        tag.offset, found: "a form of kind form that is not sent by post",
        expected: "method=\"post\"")
    }
  }

  mutating func close(_ source: inout TemplateSource) {
    state = .data
    let name = tag.name
    if source.isShapeLost {
      if open.last?.name == name { open.removeLast() }
      return
    }
    guard let index = open.lastIndex(where: { $0.name == name }) else {
      if Elements.void.contains(name) {
        source.report(tag.offset, found: "</\(name)>", expected: "no end of a void element")
      } else {
        source.report(
          tag.offset, found: "</\(name)> that closes nothing",
          expected: open.last.map { "</\($0.name)> first" } ?? "<\(name)> before it")
      }
      return
    }
    guard index >= floor else {
      source.report(
        tag.offset, found: "</\(name)> for a <\(name)> that was opened outside",
        expected: "it closed where it was opened")
      return
    }
    reportOpen(from: index + 1, &source)
    open.removeSubrange(index...)
  }

  func reportOpen(from index: Int, _ source: inout TemplateSource) {
    for element in open[index...] {
      source.report(
        element.offset, found: "<\(element.name)> that is not closed",
        expected: "</\(element.name)> before what it stands in ends")
    }
  }
}

// Branches.
extension Markup {
  /// Before a mark. What is halfway is taken for finished: the name of a tag or of an attribute.
  mutating func pause(_ source: inout TemplateSource) {
    switch state {
    case .tagName:
      endTagName()
      state = .inTag(isSpaced: false)
    case .attributeName:
      endAttributeName(&source)
      state = .inTag(isSpaced: false)
    case .afterAttributeName: state = .inTag(isSpaced: true)
    case .value:
      attribute.isPlain = false
      if attribute.place.isAddress, !attribute.isBegun, !attribute.beginning.isEmpty {
        checkBeginning(isWhole: false, &source)
        attribute.isBegun = attribute.hasAddress
      }
    default: break
    }
  }

  /// Whether a branch can begin here.
  var mayBranch: Bool {
    switch state {
    case .data, .inTag, .words: true
    case .value: attribute.place != .fixed
    default: false
    }
  }

  /// At the end of a branch: the markup must be where it was when the branch began.
  mutating func settle(
    to start: Markup, at offset: Int, _ what: String, _ source: inout TemplateSource
  ) {
    pause(&source)
    if !source.isShapeLost {
      if open.count > start.open.count { reportOpen(from: start.open.count, &source) }
      if !isSamePlace(as: start), open.count <= start.open.count {
        source.report(
          offset, found: "the end of \(what) \(described)",
          expected: "it \(start.described), where it began")
        source.isShapeLost = true
      } else if attribute.place.isAddress, state == .value,
        attribute.isBegun != start.attribute.isBegun,
        !what.hasPrefix("if")
      {
        source.report(
          offset, found: "an address that begins in \(what)", expected: "its beginning before")
      }
    }
    var settled = start
    if case .inTag(let isSpaced) = state, case .inTag(let wasSpaced) = start.state {
      settled.state = .inTag(isSpaced: isSpaced && wasSpaced)
    }
    settled.tag = isSamePlace(as: start) ? tag : start.tag
    settled.attribute.isBegun = attribute.isBegun || start.attribute.isBegun
    self = settled
  }

  private func isSamePlace(as other: Markup) -> Bool {
    switch (state, other.state) {
    case (.inTag, .inTag): tag.offset == other.tag.offset
    case (.value, .value):
      attribute.offset == other.attribute.offset && tag.attributes == other.tag.attributes
    default: state == other.state && open == other.open
    }
  }

  /// As faults name it.
  var described: String {
    switch state {
    case .data: "between tags"
    case .tagName, .inTag, .slash: "inside the tag <\(tag.name)>"
    case .endTagName, .afterEndTagName: "inside a closing tag"
    case .attributeName, .afterAttributeName: "in the name of an attribute"
    case .beforeValue, .unquoted: "in the attribute \(attribute.name) without quotes"
    case .value: "in the attribute \(attribute.name)"
    case .declaration: "inside <!…>"
    case .comment: "in a comment"
    case .words, .raw: "in <\(parent ?? "")>"
    }
  }
}
