internal import CMarkdown
internal import Synchronization

/// A text as cmark understands it. The nodes live as long as the tree, in memory of the thread.
struct MarkdownTree: ~Copyable {
  private let root: OpaquePointer?
  private let memory = MarkdownMemory.own

  init(_ text: String, bytesMax: Int) {
    let source = MarkdownSource(text, bytesMax: bytesMax)
    memory.pointee.begin()
    let parser = cmark_parser_new_with_mem(Self.options, MarkdownMemory.functions)
    for each in Extensions.all.pointers { cmark_parser_attach_syntax_extension(parser, each) }
    source.bytes.withUnsafeBytes { bytes in
      cmark_parser_feed(parser, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count)
    }
    var finished: OpaquePointer?
    Self.finishing.withLock { _ in finished = cmark_parser_finish(parser) }
    root = finished
    if !memory.pointee.isAllInRoom { cmark_parser_free(parser) }
  }

  deinit {
    if !memory.pointee.isAllInRoom, let root { cmark_node_free(root) }
    memory.pointee.end()
  }

  /// One tilde is a range in Chinese, as in 3~5天; only two strike out.
  private static let options = CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE

  /// While it finishes, cmark-gfm changes a table of the process: which signs its extensions look for.
  private static let finishing = Mutex<Void>(())

  /// Calls `body` at the beginning and at the end of every node, until it says to stop.
  borrowing func walk(_ body: (_ node: MarkdownNode, _ event: cmark_event_type) -> MarkdownStep) {
    guard let root else { return }
    MarkdownNode(root).walk(body)
  }
}

enum MarkdownStep {
  case on
  /// Not into the node that has just begun; its end is not told.
  case past
  case stop
}

/// What cmark-gfm calls its extensions. They are registered once and stay for good.
private struct Extensions: Sendable {
  // They are never written to after they were registered.
  nonisolated(unsafe) let pointers: [OpaquePointer]

  static let all = Extensions()
  private static let names = ["table", "strikethrough", "autolink", "tasklist"]

  private init() {
    cmark_gfm_core_extensions_ensure_registered()
    pointers = Self.names.compactMap { cmark_find_syntax_extension($0) }
  }
}
