/// All files of `icons/` as one drawing of which pages show a part: `icons.svg#star`.
struct IconSprite {
  private(set) var bytes: [UInt8] = []
  private(set) var names: Set<String> = []
  private(set) var faults: [Fault] = []

  /// By their paths within `icons/`.
  init(_ files: [String: SourceFile]) {
    var text = "<svg xmlns=\"\(Drawing.namespace)\">"
    for (path, file) in files.sorted(by: { $0.key < $1.key }) {
      guard !path.contains("/") else {
        faults.append(
          Fault(
            Place(file: file.path), found: "an icon in a folder of its own", expected: "icons/*.svg"
          ))
        continue
      }
      let name = String(path.prefix { $0 != "." })
      names.insert(name)
      let drawing = Drawing(file)
      faults += drawing.faults
      guard let root = drawing.root, root.name == "svg" else { continue }
      faults += Self.viewFlaws(of: root).map { $0.fault(in: file) }
      Self.symbol(root, name: name).write(to: &text)
    }
    bytes = Array((text + "</svg>").utf8)
  }

  /// Without the measures of its own: whoever shows it says how large.
  private static func symbol(_ root: Drawing.Element, name: String) -> Drawing.Element {
    let id = Drawing.Attribute(name: "id", value: name, offset: root.offset)
    let kept = root.attributes.filter {
      ["viewBox", "preserveAspectRatio"].contains($0.name) || DrawingRules.paint.contains($0.name)
    }
    var symbol = Drawing.Element(name: "symbol", attributes: [id] + kept, offset: root.offset)
    symbol.children = root.children
    return symbol.withIds(of: name)
  }

  private static func viewFlaws(of root: Drawing.Element) -> [Flaw] {
    guard let box = root["viewBox"] else {
      return [
        Flaw(offset: root.offset, found: "<svg> without viewBox", expected: "viewBox=\"0 0 24 24\"")
      ]
    }
    let numbers = box.value.split { $0 == " " || $0 == "," }.map { Double($0) }
    guard numbers.count == 4, let width = numbers[2], let height = numbers[3], width > 0,
      height > 0,
      numbers.allSatisfy({ $0?.isFinite == true })
    else {
      return [
        Flaw(
          offset: box.offset, found: "viewBox=\"\(box.value)\"",
          expected: "four numbers: left, top, width, height")
      ]
    }
    return []
  }
}

extension Drawing.Element {
  /// With the name of its icon before each id but the icon's own: two icons may use the same one.
  /// The point is in no name, so that no two of them become the same.
  fileprivate func withIds(of icon: String, isOutermost: Bool = true) -> Drawing.Element {
    var copy = self
    copy.attributes = attributes.map { attribute in
      var value = attribute.value
      var name = attribute.name
      switch name {
      case "id": value = isOutermost ? value : "\(icon).\(value)"
      case "href", "xlink:href":
        name = "href"
        value = "#\(icon).\(value.dropFirst())"
      default:
        if DrawingRules.paint.contains(name), value.hasPrefix("url(#") {
          value = "url(#\(icon).\(value.dropFirst(5))"
        }
      }
      return Drawing.Attribute(name: name, value: value, offset: attribute.offset)
    }
    copy.children = children.map { child in
      guard case .element(let element) = child else { return child }
      return .element(element.withIds(of: icon, isOutermost: false))
    }
    return copy
  }
}
