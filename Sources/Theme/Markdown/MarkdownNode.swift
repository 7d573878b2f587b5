internal import CMarkdown
internal import Glibc

/// A part of a text: a paragraph, a link, some words. It must not outlive its tree.
struct MarkdownNode {
  private let node: OpaquePointer

  init(_ node: OpaquePointer) { self.node = node }

  /// The parts that there are. Those that are not known here are walked through and leave no markup.
  enum Kind {
    case paragraph, heading, quote, list, item, task, codeBlock, htmlBlock, rule
    case table, row, cell
    case words, code, html, softBreak, hardBreak, emphasis, strong, struck, link, image
    case other
  }

  var kind: Kind {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_TEXT: .words
    case CMARK_NODE_PARAGRAPH: .paragraph
    case CMARK_NODE_SOFTBREAK: .softBreak
    case CMARK_NODE_LINEBREAK: .hardBreak
    case CMARK_NODE_STRONG: .strong
    case CMARK_NODE_EMPH: .emphasis
    case CMARK_NODE_LINK: .link
    case CMARK_NODE_IMAGE: .image
    case CMARK_NODE_CODE: .code
    case CMARK_NODE_HTML_INLINE: .html
    case CMARK_NODE_LIST: .list
    case CMARK_NODE_ITEM: isCalled("tasklist") ? .task : .item
    case CMARK_NODE_HEADING: .heading
    case CMARK_NODE_BLOCK_QUOTE: .quote
    case CMARK_NODE_CODE_BLOCK: .codeBlock
    case CMARK_NODE_HTML_BLOCK: .htmlBlock
    case CMARK_NODE_THEMATIC_BREAK: .rule
    case CMARK_NODE_DOCUMENT: .other
    default: extensionKind
    }
  }

  private var extensionKind: Kind {
    if isCalled("table_cell") { return .cell }
    if isCalled("table_row") || isCalled("table_header") { return .row }
    if isCalled("table") { return .table }
    return isCalled("strikethrough") ? .struck : .other
  }

  private func isCalled(_ name: StaticString) -> Bool {
    name.withUTF8Buffer { name in
      name.withMemoryRebound(to: CChar.self) { name in
        guard let own = cmark_node_get_type_string(node), let name = name.baseAddress else {
          return false
        }
        return strcmp(own, name) == 0
      }
    }
  }

  /// The words of the node itself: of text, code and HTML.
  var literal: CText { CText(cmark_node_get_literal(node)) }
  var address: CText { CText(cmark_node_get_url(node)) }
  var title: CText { CText(cmark_node_get_title(node)) }
  /// What stands after the fence of a code block.
  var info: CText { CText(cmark_node_get_fence_info(node)) }

  var level: Int { Int(cmark_node_get_heading_level(node)) }
  var isOrdered: Bool { cmark_node_get_list_type(node) == CMARK_ORDERED_LIST }
  var start: Int { Int(cmark_node_get_list_start(node)) }
  var isDone: Bool { cmark_gfm_extensions_get_tasklist_item_checked(node) }
  var isHeader: Bool { cmark_gfm_extensions_get_table_row_is_header(node) != 0 }

  var parent: MarkdownNode? { cmark_node_parent(node).map(MarkdownNode.init) }
  var next: MarkdownNode? { cmark_node_next(node).map(MarkdownNode.init) }
  var previous: MarkdownNode? { cmark_node_previous(node).map(MarkdownNode.init) }
  var firstChild: MarkdownNode? { cmark_node_first_child(node).map(MarkdownNode.init) }

  /// It is a paragraph in a list whose items are not apart.
  var isTight: Bool {
    guard let list = parent?.parent, list.kind == .list else { return false }
    return cmark_node_get_list_tight(list.node) != 0
  }

  /// How the column of a table is set: `l`, `c`, `r`, or 0.
  func alignment(ofColumn column: Int) -> UInt8 {
    guard column < Int(cmark_gfm_extensions_get_table_columns(node)),
      let all = cmark_gfm_extensions_get_table_alignments(node)
    else { return 0 }
    return all[column]
  }

  func walk(_ body: (_ node: MarkdownNode, _ event: cmark_event_type) -> MarkdownStep) {
    let steps = cmark_iter_new(node)
    defer { cmark_iter_free(steps) }
    while true {
      let event = cmark_iter_next(steps)
      guard event != CMARK_EVENT_DONE, let node = cmark_iter_get_node(steps) else { return }
      switch body(MarkdownNode(node), event) {
      case .on: continue
      case .past: cmark_iter_reset(steps, node, CMARK_EVENT_EXIT)
      case .stop: return
      }
    }
  }

  /// All words in it, for where there can be no markup.
  var words: String {
    var words = ""
    walk { node, event in
      guard event == CMARK_EVENT_ENTER else { return .on }
      switch node.kind {
      case .words, .code, .html: words += node.literal.text
      case .softBreak, .hardBreak: words += " "
      default: break
      }
      return .on
    }
    return words
  }

  /// The line ends between two characters of a writing that puts no spaces between words.
  var joinsWithoutSpace: Bool {
    guard let before = previous, before.kind == .words, let last = before.literal.text.last,
      let after = next, after.kind == .words, let first = after.literal.text.first
    else { return false }
    return last.unicodeScalars.allSatisfy(\.isWrittenWithoutSpaces)
      && first.unicodeScalars.allSatisfy(\.isWrittenWithoutSpaces)
  }
}

/// A text in C: bytes up to a NUL.
struct CText {
  let start: UnsafePointer<CChar>?

  init(_ start: UnsafePointer<CChar>?) { self.start = start }

  /// Without the characters that never reach a page.
  var text: String { start.map { String(cString: $0).shown } ?? "" }

  var bytes: UnsafeBufferPointer<UInt8> {
    guard let start else { return UnsafeBufferPointer(start: nil, count: 0) }
    let count = strlen(start)
    return UnsafeBufferPointer(
      start: UnsafeRawPointer(start).assumingMemoryBound(to: UInt8.self), count: count)
  }
}
