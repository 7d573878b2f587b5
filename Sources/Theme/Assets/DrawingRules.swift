/// What a drawing may have. All else is refused: scripts, styles, events, addresses of elsewhere.
enum DrawingRules {
  static let elements: Set<String> = [
    "svg", "g", "defs", "symbol", "use", "path", "rect", "circle", "ellipse", "line", "polyline",
    "polygon", "text", "tspan", "title", "desc", "clipPath", "mask", "pattern", "linearGradient",
    "radialGradient", "stop",
  ]

  /// How things are painted: these mean something on every element.
  static let paint: Set<String> = [
    "fill", "fill-opacity", "fill-rule", "stroke", "stroke-width", "stroke-opacity",
    "stroke-linecap", "stroke-linejoin", "stroke-miterlimit", "stroke-dasharray",
    "stroke-dashoffset", "opacity", "color", "clip-path", "clip-rule", "mask", "display",
    "visibility", "overflow", "vector-effect", "paint-order", "shape-rendering", "stop-color",
    "stop-opacity", "font-family", "font-size", "font-weight", "font-style", "letter-spacing",
    "text-anchor", "dominant-baseline", "writing-mode",
  ]

  static let shape: Set<String> = [
    "id", "x", "y", "x1", "y1", "x2", "y2", "dx", "dy", "cx", "cy", "r", "rx", "ry", "fx", "fy",
    "fr", "d", "points", "width", "height", "viewBox", "preserveAspectRatio", "transform",
    "pathLength", "offset", "rotate", "textLength", "lengthAdjust", "gradientUnits",
    "gradientTransform", "spreadMethod", "patternUnits", "patternContentUnits", "patternTransform",
    "clipPathUnits", "maskUnits", "maskContentUnits", "href", "xlink:href",
  ]

  /// On the outermost element only, and only with what they always say.
  static let fixed = [
    "xmlns": Drawing.namespace, "xmlns:xlink": "http://www.w3.org/1999/xlink", "version": "1.1",
    "role": "img", "aria-hidden": "true", "focusable": "false",
  ]

  static func hasWords(_ element: String) -> Bool {
    ["title", "desc", "text", "tspan"].contains(element)
  }

  static func flaws(in root: Drawing.Element) -> [Flaw] {
    guard root.name == "svg" else {
      return [Flaw(offset: root.offset, found: "<\(root.name)>", expected: "<svg>")]
    }
    var check = DrawingCheck()
    check.element(root, isRoot: true)
    return check.flaws + check.lost()
  }
}

private struct DrawingCheck {
  var flaws: [Flaw] = []
  private var ids: Set<String> = []
  private var references: [(id: String, offset: Int)] = []

  mutating func element(_ element: Drawing.Element, isRoot: Bool) {
    if !DrawingRules.elements.contains(element.name) || (element.name == "svg" && !isRoot) {
      flaws.append(
        Flaw(
          offset: element.offset, found: "<\(element.name)>", expected: "an element that draws",
          available: DrawingRules.elements.subtracting(["svg"]).sorted()))
    }
    for attribute in element.attributes { self.attribute(attribute, isRoot: isRoot) }
    for case .element(let child) in element.children { self.element(child, isRoot: false) }
  }

  private mutating func attribute(_ attribute: Drawing.Attribute, isRoot: Bool) {
    let name = attribute.name
    if isRoot, let fixed = DrawingRules.fixed[name] {
      if attribute.value != fixed { flaw(attribute, "\(name)=\"\(fixed)\"") }
    } else if name == "id" {
      let isPlain = Token(attribute.value) != nil && attribute.value.utf8.first?.isLetter == true
      if !isPlain { flaw(attribute, "a letter, then letters, digits, hyphens") }
      if !ids.insert(attribute.value).inserted { flaw(attribute, "each id once") }
    } else if name == "href" || name == "xlink:href" {
      guard attribute.value.hasPrefix("#") else { return flaw(attribute, "“#” and an id inside") }
      references.append((String(attribute.value.dropFirst()), attribute.offset))
    } else if DrawingRules.paint.contains(name) {
      paint(attribute)
    } else if !DrawingRules.shape.contains(name) {
      flaws.append(
        Flaw(offset: attribute.offset, found: "“\(name)”", expected: "an attribute that draws"))
    }
  }

  /// A colour, a number, a word or one reference to something inside.
  private mutating func paint(_ attribute: Drawing.Attribute) {
    let value = attribute.value.lowercased()
    if attribute.value.hasPrefix("url(#"), attribute.value.hasSuffix(")") {
      let id = String(attribute.value.dropFirst(5).dropLast())
      guard Token(id) != nil else { return flaw(attribute, "url(#id) and nothing more") }
      references.append((id, attribute.offset))
    } else if value.contains("url") || value.contains("\\") || value.contains("image") {
      flaw(attribute, "url(#id) with an id inside")
    }
  }

  func lost() -> [Flaw] {
    references.filter { !ids.contains($0.id) }.map {
      Flaw(
        offset: $0.offset, found: "a reference to “\($0.id)”", expected: "an id of this drawing",
        available: ids.sorted())
    }
  }

  private mutating func flaw(_ attribute: Drawing.Attribute, _ expected: String) {
    flaws.append(
      Flaw(
        offset: attribute.offset, found: "\(attribute.name)=\"\(attribute.value)\"",
        expected: expected))
  }
}
