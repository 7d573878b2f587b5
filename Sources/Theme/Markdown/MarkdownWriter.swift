internal import CMarkdown

/// Writes the parts of a text that it knows, and of those that it does not know only the words.
struct MarkdownWriter: ~Copyable {
  private let use: Markdown.Use
  private var anchors: HeadingAnchors
  private var out: Output
  /// How each open part ends; an empty text for those that left no markup.
  private var endings: [StaticString] = []
  private var nodes = 0
  private var column = 0
  private var isInLink = false
  /// Those of the text itself, not of a quote or a list in it.
  private(set) var headings: [MarkdownHeading] = []

  init(use: Markdown.Use, anchors: Token, expecting count: Int) {
    self.use = use
    self.anchors = HeadingAnchors(prefix: anchors)
    out = Output(capacity: count * 2)
  }

  var markup: String { out.text }

  mutating func write(_ tree: borrowing MarkdownTree) {
    tree.walk { node, event in
      guard event == CMARK_EVENT_ENTER else {
        end(node)
        return .on
      }
      nodes += 1
      guard nodes <= Markdown.nodesMax, out.count <= Markdown.markupBytesMax else { return .stop }
      return begin(node)
    }
    while let ending = endings.popLast() { append(ending) }
  }

  private mutating func begin(_ node: MarkdownNode) -> MarkdownStep {
    switch node.kind {
    case .words, .html: out.appendEscaped(node.literal.bytes)
    case .code: wrap("<code>", node.literal, "</code>")
    case .htmlBlock: wrap("<p>", node.literal, "</p>\n")
    case .softBreak: writeSoftBreak(node)
    case .hardBreak: append("<br>\n")
    case .rule: append("<hr>\n")
    case .codeBlock: writeCode(node)
    case .image where use == .own: return writeImage(node) ? .past : open(node, "", "")
    case .link: return openLink(node)
    case .paragraph:
      let isBare = node.isTight && endings.last?.utf8CodeUnitCount != 0
      return isBare ? open(node, "", "") : open(node, "<p>", "</p>\n")
    case .heading: return openHeading(node)
    case .list: return openList(node)
    case .item, .task, .row, .cell: return openPart(node)
    case .table:
      return openTable(node)
    case .quote: return openContainer(node, "<blockquote>\n", "</blockquote>\n")
    case .emphasis: return openContainer(node, "<em>", "</em>")
    case .strong: return openContainer(node, "<strong>", "</strong>")
    case .struck: return openContainer(node, "<del>", "</del>")
    case .image, .other: return open(node, "", "")
    }
    return .on
  }

  private mutating func end(_ node: MarkdownNode) {
    guard let ending = endings.popLast() else { return }
    append(ending)
    if node.kind == .link, ending.utf8CodeUnitCount > 0 { isInLink = false }
  }

  private mutating func open(
    _ node: MarkdownNode, _ beginning: StaticString, _ ending: StaticString
  ) -> MarkdownStep {
    append(beginning)
    endings.append(ending)
    return .on
  }

  private mutating func openContainer(
    _ node: MarkdownNode, _ beginning: StaticString, _ ending: StaticString
  ) -> MarkdownStep {
    let isTooDeep = endings.count >= Markdown.depthMax
    return isTooDeep ? open(node, "", "") : open(node, beginning, ending)
  }

  private mutating func append(_ text: StaticString) { text.withUTF8Buffer { out.append($0) } }

  private mutating func wrap(_ beginning: StaticString, _ words: CText, _ ending: StaticString) {
    append(beginning)
    out.appendEscaped(words.bytes)
    append(ending)
  }

  /// People mean a new line when they type one.
  private mutating func writeSoftBreak(_ node: MarkdownNode) {
    switch use {
    case .people: append("<br>\n")
    case .own: append(node.joinsWithoutSpace ? "" : "\n")
    }
  }

  private mutating func writeCode(_ node: MarkdownNode) {
    let language = node.info.text.split(separator: " ").first.flatMap { Token(String($0)) }
    append("<pre><code")
    if let language { out.append(asIs: " class=\"language-\(language.text)\"") }
    wrap(">", node.literal, "</code></pre>\n")
  }

  /// Shows a picture of this site. Of any other only the words are shown.
  private mutating func writeImage(_ node: MarkdownNode) -> Bool {
    guard let link = Link(node.address.text), link.text.utf8.first == UInt8(ascii: "/") else {
      return false
    }
    append("<img src=\"")
    out.appendEscaped(link.text)
    append("\" alt=\"")
    out.appendEscaped(node.words)
    append("\" loading=\"lazy\">")
    return true
  }

  /// Of a link that is not safe to follow the words stay.
  private mutating func openLink(_ node: MarkdownNode) -> MarkdownStep {
    guard !isInLink, endings.count < Markdown.depthMax, let link = Link(node.address.text) else {
      return open(node, "", "")
    }
    isInLink = true
    append("<a href=\"")
    out.appendEscaped(link.text)
    if use == .own, node.title.start?.pointee != 0 {
      append("\" title=\"")
      out.appendEscaped(node.title.bytes)
    }
    if link.isOutside {
      append("\" rel=\"")
      append(use.outsideRelation)
    }
    return open(node, "\">", "</a>")
  }

  private mutating func openHeading(_ node: MarkdownNode) -> MarkdownStep {
    let endings: [StaticString] = ["</h2>\n", "</h3>\n", "</h4>\n", "</h5>\n", "</h6>\n"]
    let level = min(max(node.level, 1) + use.headingShift, 6)
    let words = node.words
    let anchor = anchors.next(for: words)
    if node.parent?.kind == .other, !words.isEmpty, let link = Link("#\(anchor)") {
      headings.append(MarkdownHeading(level: level, words: words, link: link))
    }
    out.append(asIs: "<h\(level) id=\"")
    out.appendEscaped(anchor)
    return open(node, "\">", endings[level - 2])
  }
}

/// Parts that exist only within others: if those left no markup, neither do these.
extension MarkdownWriter {
  /// There must be room for its items, too.
  private mutating func openList(_ node: MarkdownNode) -> MarkdownStep {
    guard endings.count + 1 < Markdown.depthMax else { return open(node, "", "") }
    guard node.isOrdered else { return open(node, "<ul>\n", "</ul>\n") }
    if node.start == 1 { return open(node, "<ol>\n", "</ol>\n") }
    out.append(asIs: "<ol start=\"\(node.start)\">\n")
    return open(node, "", "</ol>\n")
  }

  private mutating func openPart(_ node: MarkdownNode) -> MarkdownStep {
    let isWithin = endings.last?.utf8CodeUnitCount != 0
    switch node.kind {
    case .task:
      let beginning: StaticString = isWithin ? "<li class=\"task\">" : ""
      append(beginning)
      append(node.isDone ? "☑ " : "☐ ")
      return open(node, "", isWithin ? "</li>\n" : "")
    case .item where isWithin: return open(node, "<li>", "</li>\n")
    case .row where isWithin: return openRow(node)
    case .cell where isWithin: return openCell(node)
    default: return open(node, "", "")
    }
  }

  /// In a box of its own, which a small window can scroll.
  private mutating func openTable(_ node: MarkdownNode) -> MarkdownStep {
    let hasBody = node.firstChild?.next != nil
    return openContainer(
      node, "<div class=\"table\">\n<table>\n",
      hasBody ? "</tbody>\n</table>\n</div>\n" : "</table>\n</div>\n")
  }

  private mutating func openRow(_ node: MarkdownNode) -> MarkdownStep {
    column = 0
    guard node.isHeader else { return open(node, "<tr>", "</tr>\n") }
    let hasBody = node.next != nil
    return open(
      node, "<thead>\n<tr>", hasBody ? "</tr>\n</thead>\n<tbody>\n" : "</tr>\n</thead>\n")
  }

  private mutating func openCell(_ node: MarkdownNode) -> MarkdownStep {
    let row = node.parent
    let isHeader = row?.isHeader ?? false
    append(isHeader ? "<th scope=\"col\"" : "<td")
    switch row?.parent?.alignment(ofColumn: column) {
    case UInt8(ascii: "c"): append(" class=\"center\"")
    case UInt8(ascii: "r"): append(" class=\"right\"")
    default: break
    }
    column += 1
    return open(node, ">", isHeader ? "</th>" : "</td>")
  }
}
