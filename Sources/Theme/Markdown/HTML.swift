/// Markup that is safe wherever flow content may stand. Only `Markdown` makes it.
package struct HTML: FieldValue, Hashable {
  package static var kind: Kind { .html }
  package let markup: String
  fileprivate init(markup: String) { self.markup = markup }
}

/// What people and the market itself write in: CommonMark with tables, struck words, task lists and
/// bare addresses. Markup in the text is not markup on the page; it is shown as it was typed.
package enum Markdown {
  /// Whose words they are.
  package enum Use: Sendable {
    /// Of people: links that lead away are marked as theirs, there are no pictures, every line
    /// that was begun anew begins anew, and the first heading is an `h3`.
    case people
    /// Of the market: its pictures are shown, a line goes on in the next one, and the first heading
    /// is an `h2`.
    case own
  }

  /// What goes beyond is left out, from the beginning of a character.
  package static let bytesMax = 262_144
  package static let peopleBytesMax = 65_536
  /// Lists, quotes and emphasis that stand deeper are there without their markup.
  package static let depthMax = 32
  /// What comes after so many parts of a text is left out.
  package static let nodesMax = 50_000
  /// A table with more cells, counted as if it went on to the end of the text, is no table.
  package static let cellsMax = 100_000
  /// Marks of quotes and lists that begin a line are words beyond so many columns: cmark climbs from
  /// each part of a text to the outermost quote.
  package static let markColumnsMax = 256
  /// Below each line that could be the border under the head of a table, cmark reads the paragraph
  /// above it again: after so many bytes such lines are words.
  package static let headBytesMax = 1_048_576
  /// Addresses and marks can make much of little.
  package static let markupBytesMax = 2_097_152

  /// The text as markup. Headings get ids that begin with `anchors` and a hyphen: a page that
  /// shows several texts gives each its own.
  package static func html(_ text: String, for use: Use, anchors: Token = "h") -> HTML {
    let tree = MarkdownTree(text, bytesMax: use.bytesMax)
    var writer = MarkdownWriter(use: use, anchors: anchors, expecting: text.utf8.count)
    writer.write(tree)
    return HTML(markup: writer.markup)
  }

  /// The headings that `html` gives the same text, to go to.
  package static func headings(
    _ text: String, for use: Use = .own, anchors: Token = "h"
  ) -> [MarkdownHeading] {
    let tree = MarkdownTree(text, bytesMax: use.bytesMax)
    var writer = MarkdownWriter(use: use, anchors: anchors, expecting: text.utf8.count)
    writer.write(tree)
    return writer.headings
  }
}

/// A heading of a text, as its page has it.
package struct MarkdownHeading: Hashable, Sendable {
  /// From 2, as in `h2`.
  package let level: Int
  package let words: String
  /// Where it is on its page.
  package let link: Link
}

extension Markdown.Use {
  var bytesMax: Int {
    switch self {
    case .people: Markdown.peopleBytesMax
    case .own: Markdown.bytesMax
    }
  }

  /// How far below the heading of the page, or of the part of the page, its headings begin.
  var headingShift: Int {
    switch self {
    case .people: 2
    case .own: 1
    }
  }

  /// What a link that leads away from the site says about itself.
  var outsideRelation: StaticString {
    switch self {
    case .people: "nofollow ugc noopener"
    case .own: "noopener"
    }
  }
}
