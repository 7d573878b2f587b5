/// Markup that is safe wherever flow content may stand. Only `Markdown` makes it.
package struct HTML: FieldValue {
  package static var kind: Kind { .html }
  package let markup: String
  init(markup: String) { self.markup = markup }
}
