/// The outline of a drawing, as the `d` of a path in SVG has it: it draws, and can do nothing else.
package struct PathData: FieldValue, Hashable {
  package static var kind: Kind { .path }
  package static let bytesMax = 65_536

  package let text: String

  /// Nil unless it is made of the commands of paths, numbers, and what stands between them.
  package init?(_ text: String) {
    guard (1...Self.bytesMax).contains(text.utf8.count),
      text.utf8.allSatisfy(Self.signs.contains)
    else { return nil }
    self.text = text
  }

  private static let signs = Set("MmZzLlHhVvCcSsQqTtAa0123456789+-., ".utf8)
}
