/// Whether markup is made of nothing but what `Markdown` may write: read byte by byte and as strictly
/// as can be, where libxml2 would forgive.
package struct AllowedMarkup {
  package static let attributes: [String: Set<String>] = [
    "p": [], "h2": ["id"], "h3": ["id"], "h4": ["id"], "h5": ["id"], "h6": ["id"], "ul": [],
    "ol": ["start"], "li": ["class"], "blockquote": [], "pre": [], "code": ["class"], "hr": [],
    "br": [], "em": [], "strong": [], "del": [], "a": ["href", "title", "rel"],
    "img": ["src", "alt", "loading"], "div": ["class"], "table": [], "thead": [], "tbody": [],
    "tr": [],
    "th": ["scope", "class"], "td": ["class"],
  ]
  package static let void: Set<String> = ["br", "hr", "img"]

  /// What is wrong, or nil.
  package static func fault(in markup: String) -> String? {
    var reader = AllowedMarkup(rest: markup.unicodeScalars[...])
    while reader.fault == nil, !reader.rest.isEmpty { reader.step() }
    return reader.fault ?? reader.open.last.map { "\($0) stays open" }
  }

  private var rest: Substring.UnicodeScalarView
  private var open: [String] = []
  private var fault: String?

  private init(rest: Substring.UnicodeScalarView) { self.rest = rest }

  private mutating func step() {
    switch rest.first {
    case "<": readTag()
    case ">": fault = "a > that is no end of a tag"
    default: readCharacter()
    }
  }

  private mutating func readCharacter() {
    guard let scalar = rest.popFirst() else { return }
    switch scalar.value {
    case 0x26:
      let name = String(rest.prefix { $0 != ";" }.prefix(8))
      if !["amp", "lt", "gt", "quot"].contains(name) { fault = "an & that is no entity" }
    case 0x09, 0x0A: break
    case 0..<0x20, 0x7F...0x9F: fault = "a control"
    case 0x61C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069:
      fault = "a sign that turns the direction"
    case 0xFDD0...0xFDEF, 0xFFFE, 0xFFFF, 0xFEFF: fault = "a noncharacter"
    default: break
    }
  }

  private mutating func readTag() {
    let end = rest.firstIndex(of: ">") ?? rest.endIndex
    var tag = rest[..<end].dropFirst()
    rest = rest[end...].dropFirst()
    if tag.first == "/" {
      let name = String(tag.dropFirst())
      if open.popLast() != name { fault = "</\(name)> ends what did not begin" }
      return
    }
    let name = String(tag.prefix { $0 != " " })
    tag = tag.dropFirst(name.unicodeScalars.count)
    guard let allowed = Self.attributes[name] else {
      fault = "<\(name)>"
      return
    }
    var seen: Set<String> = []
    while !tag.isEmpty, fault == nil {
      let attribute = String(tag.dropFirst().prefix { $0 != "=" })
      tag = tag.dropFirst(attribute.unicodeScalars.count + 1)
      guard tag.starts(with: "=\"".unicodeScalars) else {
        fault = "an attribute of <\(name)>"
        return
      }
      let value = tag.dropFirst(2).prefix { $0 != "\"" }
      tag = tag.dropFirst(value.count + 3)
      if !allowed.contains(attribute) || !seen.insert(attribute).inserted {
        fault = "\(attribute) of <\(name)>"
      }
      check(String(value), of: attribute)
    }
    if !Self.void.contains(name) { open.append(name) }
  }

  private mutating func check(_ value: String, of attribute: String) {
    var reader = Self(rest: value.unicodeScalars[...])
    while reader.fault == nil, !reader.rest.isEmpty { reader.readCharacter() }
    fault = fault ?? reader.fault
    if attribute == "href", !Address.isSafe(value) { fault = "the address \(value)" }
    if attribute == "src", !Address.isPath(value) { fault = "src \(value)" }
  }
}

/// By bytes, as browsers read addresses: to Swift a `/` with an accent after it is no `/`.
package enum Address {
  package static func isSafe(_ address: String) -> Bool {
    if address.utf8.first == UInt8(ascii: "/") { return isPath(address) }
    return ["#", "?", "https:", "http:", "mailto:", "tel:"].contains {
      address.lowercased().utf8.starts(with: $0.utf8)
    }
  }

  package static func isPath(_ address: String) -> Bool {
    let bytes = address.utf8
    return bytes.first == UInt8(ascii: "/") && !bytes.starts(with: "//".utf8)
      && !bytes.starts(with: "/\\".utf8)
  }
}
