internal import CMarkdown

extension Markdown {
  /// The words without markup on one line, for descriptions and linked data. What is longer than
  /// `charactersMax` is cut before a character and ends with “…”.
  package static func plain(_ text: String, atMost charactersMax: Int) -> String {
    PlainText(MarkdownTree(text, bytesMax: bytesMax), atMost: charactersMax).text
      .shortened(to: charactersMax)
  }
}

/// One line of words with single spaces; of a long text more than is wanted, but not all.
private struct PlainText: ~Copyable {
  private var output = Output(capacity: 1024)
  private var wantsSpace = false
  /// From so many bytes on there may be enough characters. It doubles, so that counting them again
  /// and again costs little.
  private var bytesToCount: Int

  var text: String { output.text }

  init(_ tree: borrowing MarkdownTree, atMost charactersMax: Int) {
    bytesToCount = charactersMax
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
      guard output.count > bytesToCount else { return .on }
      bytesToCount = 2 * output.count
      return text.hasAtMost(charactersMax) ? .on : .stop
    }
  }

  private mutating func add(_ words: String) {
    words.withBytes { bytes in
      var next = 0
      while next < bytes.count {
        let blank = bytes.lengthOfBlank(next)
        guard blank == 0 else {
          wantsSpace = true
          next += blank
          continue
        }
        if wantsSpace, output.count > 0 { output.append(UInt8(ascii: " ")) }
        wantsSpace = false
        let start = next
        repeat { next += 1 } while next < bytes.count && bytes.lengthOfBlank(next) == 0
        output.append(UnsafeBufferPointer(rebasing: bytes[start..<next]))
      }
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// How many bytes the white space has that begins there, of whatever width; 0 for anything else.
  fileprivate func lengthOfBlank(_ index: Int) -> Int {
    switch self[index] {
    case 0...0x20: 1
    // U+00A0
    case 0xC2: byte(after: index) == 0xA0 ? 2 : 0
    // U+1680
    case 0xE1: byte(after: index) == 0x9A && byte(after: index + 1) == 0x80 ? 3 : 0
    case 0xE2:
      switch (byte(after: index), byte(after: index + 1)) {
      // U+2000 to U+200A, U+2028, U+2029, U+202F, and U+205F.
      case (0x80, 0x80...0x8A), (0x80, 0xA8...0xA9), (0x80, 0xAF), (0x81, 0x9F): 3
      default: 0
      }
    // U+3000
    case 0xE3: byte(after: index) == 0x80 && byte(after: index + 1) == 0x80 ? 3 : 0
    default: 0
    }
  }
}
