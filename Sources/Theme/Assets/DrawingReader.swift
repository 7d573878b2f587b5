/// Reads the part of XML that drawings need: elements, attributes, text and comments. What could
/// bring in something from elsewhere (a document type, entities, instructions) is refused.
struct DrawingReader {
  static let depthMax = 32

  private let bytes: [UInt8]
  private var at = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func readAll() throws(Flaw) -> Drawing.Element {
    try skipProlog()
    guard byte == UInt8(ascii: "<") else { throw flaw("no element", "<svg …>") }
    let root = try readElement(depth: 1)
    try skipProlog()
    guard byte == nil else { throw flaw("more after </\(root.name)>", "the end of the file") }
    return root
  }

  private var byte: UInt8? { at < bytes.count ? bytes[at] : nil }

  /// Spaces, comments and the declaration that says it is XML.
  private mutating func skipProlog() throws(Flaw) {
    while true {
      skipSpace()
      if starts("<!--") {
        try skipComment()
      } else if starts("<?xml "), bytes[..<at].allSatisfy(\.isDrawingSpace) {
        at = try find("?>", "an instruction without an end") + 2
      } else if starts("<!") || starts("<?") {
        throw flaw("a document type or an instruction", "elements and comments")
      } else {
        return
      }
    }
  }

  private mutating func readElement(depth: Int) throws(Flaw) -> Drawing.Element {
    guard depth <= Self.depthMax else {
      throw flaw("elements too deep", "at most \(Self.depthMax)")
    }
    let start = at
    at += 1
    let name = try readName("the name of an element")
    var element = Drawing.Element(name: name, attributes: try readAttributes(), offset: start)
    if starts("/>") {
      at += 2
      return element
    }
    guard byte == UInt8(ascii: ">") else { throw flaw("no end of <\(name)", "“>” or “/>”") }
    at += 1
    while !starts("</") {
      if let child = try readNode(depth: depth, in: element) { element.children.append(child) }
    }
    let end = at
    at += 2
    let closed = try readName("the name of an element")
    skipSpace()
    guard closed == name, byte == UInt8(ascii: ">") else {
      at = end
      throw flaw("</\(closed)>", "</\(name)>")
    }
    at += 1
    return element
  }

  private mutating func readNode(
    depth: Int, in element: Drawing.Element
  ) throws(Flaw) -> Drawing.Node? {
    if starts("<!--") {
      try skipComment()
      return nil
    }
    if starts("<!") || starts("<?") {
      throw flaw("a section or an instruction", "elements, text and comments")
    }
    switch byte {
    case nil:
      at = element.offset
      throw flaw("<\(element.name)> that is never closed", "</\(element.name)>")
    case UInt8(ascii: "<"): return .element(try readElement(depth: depth + 1))
    default:
      let start = at
      let text = try readText { $0 == UInt8(ascii: "<") }
      if DrawingRules.hasWords(element.name) { return .text(text) }
      guard text.utf8.allSatisfy(\.isDrawingSpace) else {
        at = start
        throw flaw("words in <\(element.name)>", "elements")
      }
      return nil
    }
  }

  private mutating func readAttributes() throws(Flaw) -> [Drawing.Attribute] {
    var all: [Drawing.Attribute] = []
    while true {
      let hasSpace = byte?.isDrawingSpace == true
      skipSpace()
      guard let byte, byte != UInt8(ascii: ">"), byte != UInt8(ascii: "/") else { return all }
      let start = at
      guard hasSpace else { throw flaw("no space before an attribute", "a space") }
      let name = try readName("the name of an attribute")
      skipSpace()
      guard self.byte == UInt8(ascii: "=") else { throw flaw("“\(name)” without a value", "“=”") }
      at += 1
      skipSpace()
      guard let quote = self.byte, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
        throw flaw("a value without quotes", "a quote")
      }
      at += 1
      let value = try readText { $0 == quote }
      guard self.byte == quote, !value.contains("<") else {
        at = start
        throw flaw("the value of “\(name)”", "no “<” in it, and the quote that ends it")
      }
      guard !all.contains(where: { $0.name == name }) else {
        at = start
        throw flaw("“\(name)” for the second time", "each attribute once")
      }
      at += 1
      all.append(Drawing.Attribute(name: name, value: value, offset: start))
    }
  }

  private mutating func readName(_ expected: String) throws(Flaw) -> String {
    let start = at
    while let byte, byte.isDrawingName { at += 1 }
    guard start < at, bytes[start].isLetter else { throw flaw("no name", expected) }
    return String(decoding: bytes[start..<at], as: UTF8.self)
  }

  /// Up to a byte at which `ends` says so or the end, with its characters named by number or name.
  private mutating func readText(until ends: (UInt8) -> Bool) throws(Flaw) -> String {
    var text: [UInt8] = []
    while let byte, !ends(byte) {
      if byte == UInt8(ascii: "&") {
        text += Array(try readReference().utf8)
      } else {
        guard byte >= 0x20 || byte.isDrawingSpace else {
          throw flaw("a control character", "text")
        }
        text.append(byte)
        at += 1
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  private mutating func readReference() throws(Flaw) -> String {
    let end = bytes[at...].prefix(12).firstIndex(of: UInt8(ascii: ";")) ?? at
    let name = String(decoding: bytes[at..<end].dropFirst(), as: UTF8.self)
    let named = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'"][name]
    let number =
      name.hasPrefix("#x") ? UInt32(name.dropFirst(2), radix: 16) : UInt32(name.dropFirst())
    let scalar = name.hasPrefix("#") ? number.flatMap(Unicode.Scalar.init) : nil
    guard let text = named ?? scalar.flatMap({ $0.value < 0x20 ? nil : String($0) }) else {
      throw flaw("“&” that begins no character", "&amp; &lt; &gt; &quot; &apos; or a number")
    }
    at = end + 1
    return text
  }

  private mutating func skipComment() throws(Flaw) {
    at = try find("-->", "a comment without an end") + 3
  }

  private func find(_ text: StaticString, _ complaint: String) throws(Flaw) -> Int {
    let wanted = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    for start in at..<bytes.count where bytes[start...].starts(with: wanted) { return start }
    throw flaw(complaint, "“\(text)”")
  }

  private func starts(_ text: StaticString) -> Bool {
    bytes[at...].starts(
      with: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  private mutating func skipSpace() {
    while byte?.isDrawingSpace == true { at += 1 }
  }

  private func flaw(_ found: String, _ expected: String) -> Flaw {
    Flaw(offset: at, found: found, expected: expected)
  }
}

extension UInt8 {
  fileprivate var isDrawingSpace: Bool { [0x20, 0x09, 0x0A, 0x0D].contains(self) }
  fileprivate var isDrawingName: Bool {
    isLetter || isDigit || [UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: ":")].contains(self)
  }
}
