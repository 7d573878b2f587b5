import CXML
import Glibc

/// Reads a page by the HTML reader of libxml2, each element once.
struct PageReader {
  private(set) var page: Page

  /// Where a part of the page stands.
  private struct Place {
    var isHead = false
    var isMain = false
    /// What people show as it is, such as a program.
    var isQuoted = false
  }

  static func page(at address: String, in tongue: Tongue?, _ bytes: [UInt8]) -> Page {
    var reader = PageReader(page: Page(address: address, in: tongue))
    if reader.page.kind == .gig { reader.page.packed = packedSize(bytes) }
    let options =
      HTML_PARSE_NONET.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
    let document = bytes.withUnsafeBytes { bytes in
      htmlReadMemory(
        bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count), nil, "UTF-8",
        Int32(bitPattern: options))
    }
    guard let document else { return reader.page }
    defer { xmlFreeDoc(document) }
    reader.read(xmlDocGetRootElement(document), Place())
    return reader.page
  }

  private mutating func read(_ first: xmlNodePtr?, _ place: Place) {
    var next = first
    while let node = next {
      switch node.pointee.type {
      case XML_ELEMENT_NODE: readElement(node, place)
      case XML_TEXT_NODE: readText(node, place)
      default: break
      }
      next = node.pointee.next
    }
  }

  private mutating func readElement(_ node: xmlNodePtr, _ place: Place) {
    let tag = Tag(node)
    var inner = place
    switch tag.name {
    case "head": inner.isHead = true
    case "main": inner.isMain = true
    case "pre", "code": inner.isQuoted = true
    case "title" where place.isHead:
      page.titles.append(tag.content)
      page.text.append(tag.content)
    case "style": page.fault(.inline, "<style>")
    case "script":
      readScript(tag)
      return
    case "h1": page.headings += 1
    default: break
    }
    page.take(tag, isInMain: place.isMain)
    for (name, value) in tag.attributes { page.take(attribute: name, value, of: tag) }
    read(node.pointee.children, inner)
  }

  private mutating func readScript(_ tag: Tag) {
    if let source = tag["src"] {
      page.references.insert(Reference(use: .script, text: source, rel: ""))
    } else if tag["type"] == "application/ld+json" {
      page.facts.append(tag.content)
    } else {
      page.fault(.inline, "<script> without src")
    }
  }

  private mutating func readText(_ node: xmlNodePtr, _ place: Place) {
    guard let content = node.pointee.content, !place.isHead else { return }
    content.withMemoryRebound(to: CChar.self, capacity: 1) { text in
      page.text.append(text)
      if !place.isQuoted, let word = Leftover.first(in: text) {
        page.fault(.words, "the text has “\(word)”")
      }
    }
  }
}

extension PlainText {
  mutating func append(_ text: String) { text.withCString { append($0) } }
}

/// An element as it is written.
struct Tag {
  let name: String
  private(set) var attributes: [(name: String, value: String)] = []
  /// The text in it, if there is nothing else.
  var content: String { text(node.pointee.children?.pointee.content) }
  private let node: xmlNodePtr

  init(_ node: xmlNodePtr) {
    self.node = node
    name = text(node.pointee.name)
    var next = node.pointee.properties
    while let attribute = next {
      attributes.append(
        (text(attribute.pointee.name), text(attribute.pointee.children?.pointee.content)))
      next = attribute.pointee.next
    }
  }

  subscript(_ name: String) -> String? { attributes.first { $0.name == name }?.value }
}

private func text(_ text: UnsafePointer<xmlChar>?) -> String {
  text.map { String(cString: $0) } ?? ""
}
