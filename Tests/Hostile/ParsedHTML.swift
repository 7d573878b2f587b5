import CXML

/// HTML as a browser's parser would read it, by libxml2: what is really an element, an attribute or
/// words, whatever it looks like.
package struct ParsedHTML {
  package struct Element: Equatable {
    package let name: String
    package var attributes: [(name: String, value: String)]

    package func attribute(_ name: String) -> String? {
      attributes.first { $0.name == name }?.value
    }

    package static func == (left: Self, right: Self) -> Bool {
      left.name == right.name && left.attributes.elementsEqual(right.attributes, by: ==)
    }
  }

  /// In the order of the document.
  package private(set) var elements: [Element] = []
  /// Element names with the names of their attributes, in order, one element a line.
  package private(set) var skeleton = ""
  /// All words, as they are; those of scripts stand apart.
  package private(set) var text = ""
  package private(set) var scripts: [String] = []
  package private(set) var comments: [String] = []

  /// A whole document.
  package init(_ bytes: [UInt8]) {
    let options =
      HTML_PARSE_NONET.rawValue | HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue
      | HTML_PARSE_NOWARNING.rawValue
    let document = bytes.withUnsafeBytes { bytes in
      htmlReadMemory(
        bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count), nil, "UTF-8",
        Int32(bitPattern: options))
    }
    guard let document else { return }
    defer { xmlFreeDoc(document) }
    walk(xmlDocGetRootElement(document))
  }

  /// What stands in the body of a document. The elements around it are left out.
  package init(fragment: String) {
    self.init(Array("<!DOCTYPE html><html><body><div>\(fragment)</div></body></html>".utf8))
    elements.removeFirst(min(3, elements.count))
    skeleton = elements.map(Self.line).joined()
  }

  private static func line(_ element: Element) -> String {
    ([element.name] + element.attributes.map(\.name)).joined(separator: " ") + "\n"
  }

  private mutating func walk(_ root: xmlNodePtr?) {
    var next = root
    while let node = next {
      read(node)
      next = node.pointee.children ?? node.pointee.next
      var above: xmlNodePtr? = node
      while next == nil, let up = above?.pointee.parent, up != root?.pointee.parent {
        next = up.pointee.next
        above = up
      }
    }
  }

  private mutating func read(_ node: xmlNodePtr) {
    switch node.pointee.type {
    case XML_ELEMENT_NODE:
      let element = Element(name: Self.string(node.pointee.name), attributes: attributes(node))
      elements.append(element)
      skeleton += Self.line(element)
    case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
      if node.pointee.parent.map({ Self.string($0.pointee.name) }) == "script" {
        scripts.append(Self.string(node.pointee.content))
      } else {
        text += Self.string(node.pointee.content)
      }
    case XML_COMMENT_NODE: comments.append(Self.string(node.pointee.content))
    default: break
    }
  }

  private func attributes(_ node: xmlNodePtr) -> [(name: String, value: String)] {
    var all: [(name: String, value: String)] = []
    var next = node.pointee.properties
    while let attribute = next {
      var value = ""
      var part = attribute.pointee.children
      while let text = part {
        value += Self.string(text.pointee.content)
        part = text.pointee.next
      }
      all.append((Self.string(attribute.pointee.name), value))
      next = attribute.pointee.next
    }
    return all
  }

  private static func string(_ text: UnsafePointer<xmlChar>?) -> String {
    text.map { String(cString: $0) } ?? ""
  }
}
