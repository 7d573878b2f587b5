internal import CMarkdown

extension Markdown {
  /// The words without markup on one line, for descriptions and linked data. What is longer than
  /// `charactersMax` is cut before a character and ends with “…”.
  package static func plain(_ text: String, atMost charactersMax: Int) -> String {
    PlainText(MarkdownTree(text, bytesMax: bytesMax)).text.shortened(to: charactersMax)
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
      if scalar.isBlank {
        wantsSpace = true
        continue
      }
      if wantsSpace, !text.isEmpty { text.unicodeScalars.append(" ") }
      wantsSpace = false
      text.unicodeScalars.append(scalar)
    }
  }
}

extension Unicode.Scalar {
  /// White space of any width.
  fileprivate var isBlank: Bool {
    switch value {
    case 0...0x20, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }
}
