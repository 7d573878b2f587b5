import CXML

/// An element of a well-formed XML file.
struct XMLElement {
  let name: String
  let space: String
  let attributes: [String: String]
  let children: [XMLElement]
  /// The text right in it.
  let text: String

  /// The top of a file; nil if it is not well-formed.
  static func root(of bytes: [UInt8]) -> XMLElement? {
    let options =
      XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
    let document = bytes.withUnsafeBytes { bytes in
      xmlReadMemory(
        bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count), nil, nil,
        Int32(bitPattern: options))
    }
    guard let document else { return nil }
    defer { xmlFreeDoc(document) }
    return xmlDocGetRootElement(document).map(XMLElement.init)
  }

  private init(_ node: xmlNodePtr) {
    var attributes: [String: String] = [:]
    var nextAttribute = node.pointee.properties
    while let attribute = nextAttribute {
      attributes[string(attribute.pointee.name)] = string(
        attribute.pointee.children?.pointee.content)
      nextAttribute = attribute.pointee.next
    }
    var children: [XMLElement] = []
    var text = ""
    var next = node.pointee.children
    while let child = next {
      switch child.pointee.type {
      case XML_ELEMENT_NODE: children.append(XMLElement(child))
      case XML_TEXT_NODE, XML_CDATA_SECTION_NODE: text += string(child.pointee.content)
      default: break
      }
      next = child.pointee.next
    }
    (name, space) = (string(node.pointee.name), string(node.pointee.ns?.pointee.href))
    (self.attributes, self.children, self.text) = (attributes, children, text)
  }

  func all(_ name: String) -> [XMLElement] { children.filter { $0.name == name } }
  func first(_ name: String) -> XMLElement? { children.first { $0.name == name } }
}

private func string(_ text: UnsafePointer<xmlChar>?) -> String {
  text.map { String(cString: $0) } ?? ""
}
