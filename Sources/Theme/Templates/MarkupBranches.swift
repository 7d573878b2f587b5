// Marks in the markup, and what is so before and after them.
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
      attribute.started?.marks += 1
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
      if isUnended, start.state == .data {
        reportUnended(&source)
        source.isShapeLost = true
      } else if open.count > start.open.count {
        reportOpen(from: start.open.count, &source)
      } else if !isSamePlace(as: start) {
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
    settled.ids = ids
    // What was closed in a mark without an end stays closed.
    if source.isShapeLost { settled.open = zip(open, start.open).prefix { $0 == $1 }.map(\.0) }
    settled.tag = isSamePlace(as: start) ? tag : start.tag
    settled.attribute.isBegun = attribute.isBegun || start.attribute.isBegun
    self = settled
  }

  /// Between the beginning and the end of a tag or a comment.
  private var isUnended: Bool {
    switch state {
    case .data, .words, .raw: false
    default: true
    }
  }

  /// Where it began.
  func reportUnended(_ source: inout TemplateSource) {
    switch state {
    case .value:
      source.report(
        attribute.offset, found: "the attribute \(attribute.name), whose quote nothing ends",
        expected: "\(Character(Unicode.Scalar(attribute.quote))) after its value")
    case .comment:
      source.report(tag.offset, found: "a comment that nothing ends", expected: "--> after it")
    default:
      source.report(tag.offset, found: "a tag that nothing ends", expected: "> after it")
    }
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
