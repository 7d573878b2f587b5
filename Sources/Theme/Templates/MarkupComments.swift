// Comments and the declaration at the beginning of a page.
extension Markup {
  mutating func beginDeclaration(at offset: Int, _ source: inout TemplateSource) {
    tag = Tag(offset: offset)
    let rest = source.bytes[offset...]
    if rest.starts(with: "<!--".utf8) {
      state = .comment
      tail = []
      return
    }
    state = .declaration
    let doctype = Array("<!doctype ".utf8)
    if !rest.prefix(doctype.count).map(Self.lowered).elementsEqual(doctype) {
      source.report(offset, found: "<! that begins nothing", expected: "<!doctype html> or <!--")
    } else if let parent, !source.isShapeLost {
      source.report(
        offset, found: "<!doctype> inside <\(parent)>",
        expected: "it at the beginning of a page without a layout, or of a layout")
    }
  }

  /// Ends where a browser ends it, whatever marks without a trace stand between its bytes.
  mutating func readComment(_ byte: UInt8, at offset: Int, _ source: inout TemplateSource) {
    if byte == UInt8(ascii: ">"), tail.suffix(2).elementsEqual("--".utf8) {
      state = .data
    } else if byte == UInt8(ascii: ">"), tail.elementsEqual("--!".utf8) {
      source.report(offset, found: "--!> in a comment", expected: "--> at its end")
    } else if byte == UInt8(ascii: "<"), Self.isEndOfNoscript(source.bytes[offset...]) {
      source.report(
        offset, found: "</noscript> in a comment", expected: "{# … #} for what is not said")
    }
    tail = tail.suffix(2) + [byte]
  }

  /// To a browser that runs scripts, comments in `noscript` are no comments.
  private static func isEndOfNoscript(_ bytes: ArraySlice<UInt8>) -> Bool {
    let end = Array("</noscript".utf8)
    return bytes.prefix(end.count).map(lowered).elementsEqual(end)
  }
}
