/// An SVG file that can do nothing but be seen.
struct Drawing {
  struct Element {
    let name: String
    var attributes: [Attribute]
    var children: [Node] = []
    let offset: Int
  }

  struct Attribute {
    let name: String
    var value: String
    let offset: Int
  }

  enum Node {
    case element(Element)
    case text(String)
  }

  static let namespace = "http://www.w3.org/2000/svg"

  /// Nil when it cannot be read; otherwise it may still have faults.
  let root: Element?
  let faults: [Fault]

  init(_ file: SourceFile) {
    if let broken = file.brokenByte {
      root = nil
      faults = [broken.fault(in: file)]
      return
    }
    let known = file.markFlaws.map { $0.fault(in: file) }
    do {
      var reader = DrawingReader(file.unmarkedBytes)
      let root = try reader.readAll()
      self.root = root
      faults = known + DrawingRules.flaws(in: root).map { $0.fault(in: file) }
    } catch {
      root = nil
      faults = known + [error.fault(in: file)]
    }
  }
}

extension Drawing.Element {
  subscript(name: String) -> Drawing.Attribute? { attributes.first { $0.name == name } }

  /// Without what lies between shapes for the eye only.
  func write(to text: inout String) {
    text += "<\(name)"
    for attribute in attributes {
      text += " \(attribute.name)=\"\(attribute.value.escapedForDrawing)\""
    }
    guard !children.isEmpty else {
      text += "/>"
      return
    }
    text += ">"
    for child in children {
      switch child {
      case .element(let element): element.write(to: &text)
      case .text(let words): text += words.escapedForDrawing
      }
    }
    text += "</\(name)>"
  }
}

extension String {
  fileprivate var escapedForDrawing: String {
    var text = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      case "\"": text += "&quot;"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
