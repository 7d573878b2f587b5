internal import CMarkdown

extension Markdown {
  /// The words without markup on one line, for descriptions and linked data. What is longer than
  /// `charactersMax` is cut before a character and ends with “…”.
  package static func plain(_ text: String, atMost charactersMax: Int) -> String {
    let words = PlainText(MarkdownTree(text, bytesMax: bytesMax)).text
    guard words.count > charactersMax else { return words }
    guard charactersMax > 1 else { return charactersMax == 1 ? "…" : "" }
    var kept = words.prefix(charactersMax - 1)
    while kept.last == " " { kept.removeLast() }
    return kept + "…"
  }
}

/// One line of words with single spaces.
private struct PlainText {
  private(set) var text = ""
  private var wantsSpace = false

  init(_ tree: borrowing MarkdownTree) {
    tree.walk { node, event in
      switch node.kind {
      case .words, .code, .html: add(node.literal.text)
      case .codeBlock, .htmlBlock:
        add(node.literal.text)
        wantsSpace = true
      case .softBreak: if !node.joinsWithoutSpace { wantsSpace = true }
      case .emphasis, .strong, .struck, .link, .image, .other: break
      default: wantsSpace = true
      }
      return .on
    }
  }

  private mutating func add(_ words: String) {
    for scalar in words.unicodeScalars {
      if scalar.properties.isWhitespace {
        wantsSpace = true
        continue
      }
      if wantsSpace, !text.isEmpty { text.unicodeScalars.append(" ") }
      wantsSpace = false
      text.unicodeScalars.append(scalar)
    }
  }
}
