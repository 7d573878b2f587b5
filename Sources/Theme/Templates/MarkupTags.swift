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

  private mutating func checkElement(_ source: inout TemplateSource) {
    let name = tag.name
    func report(_ found: String, _ expected: String) {
      source.report(tag.offset, found: found, expected: expected)
    }
    if Elements.refused.contains(name) || SitePolicy.refused.contains(name) {
      report("<\(name)>", Elements.instead(of: name))
    }
    if name == "script", !tag.attributes.contains("src") {
      report("<script> without src", "a script of its own file: src=\"{{ asset … }}\"")
    }
    if name == "form" { checkForm(&source) }
    if name == "img", !tag.attributes.contains("alt") {
      report("<img> without alt", "what it shows in words; alt=\"\" when it says nothing")
    }
    checkAssets(&source)
    if source.isShapeLost { return }
    checkParent(&source)
    if Elements.endsDrawing.contains(name), isInDrawing {
      report("<\(name)> inside <svg>", "it in a <foreignObject>, or after </svg>")
    }
    if Elements.alone.contains(name), open.contains(where: { $0.name == name }) {
      report("<\(name)> inside <\(name)>", "the first one closed before it")
    }
    if Elements.endsParagraph.contains(name), let paragraph {
      let intruder = Intruder(name: name, offset: tag.offset)
      if paragraph < floor {
        reportIntruder(intruder, &source)
      } else {
        open[paragraph].intruder = open[paragraph].intruder ?? intruder
      }
    }
  }

  /// The one that it stands in.
  private var paragraph: Int? {
    for (index, element) in open.enumerated().reversed() {
      if element.name == "p" { return index }
      if Elements.bounds.contains(element.name) { return nil }
    }
    return nil
  }

  private func reportIntruder(_ intruder: Intruder, _ source: inout TemplateSource) {
    source.report(
      intruder.offset, found: "<\(intruder.name)> inside <p>",
      expected: "<p> closed before it, as browsers would do")
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
    guard let index = open.lastIndex(where: { $0.name == name }) else {
      if source.isShapeLost { return }
      if Elements.void.contains(name) {
        source.report(tag.offset, found: "</\(name)>", expected: "no end of a void element")
      } else {
        source.report(
          tag.offset, found: "</\(name)> that closes nothing",
          expected: open.last.map { "</\($0.name)> first" } ?? "<\(name)> before it")
      }
      return
    }
    guard index >= floor || source.isShapeLost else {
      source.report(
        tag.offset, found: "</\(name)> for a <\(name)> that was opened outside",
        expected: "it closed where it was opened")
      return
    }
    if !source.hasLostBranches { reportOpen(from: max(index + 1, floor), &source) }
    if let intruder = open[index].intruder { reportIntruder(intruder, &source) }
    open.removeSubrange(index...)
  }

  func reportOpen(from index: Int, _ source: inout TemplateSource) {
    for element in open.dropFirst(index) {
      source.report(
        element.offset, found: "<\(element.name)> that is not closed",
        expected: "</\(element.name)> before what it stands in ends")
    }
  }
}
