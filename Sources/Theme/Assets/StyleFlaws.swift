/// What is no CSS, and what a browser would pass over in silence, with what stands around it.
enum StyleFlaws {
  /// What other languages begin a comment with.
  static func lineComment(_ tokens: [StyleToken], at index: Int) -> Flaw? {
    guard tokens[index].is("/"), index + 1 < tokens.count, tokens[index + 1].is("/"),
      index == 0 || !tokens[index - 1].is("/")
    else { return nil }
    return Flaw(
      offset: tokens[index].offset, found: "“//”", expected: "a comment of CSS, /* … */")
  }

  /// What other languages begin the name of a variable with. `brackets` are open around it.
  static func variable(
    _ tokens: [StyleToken], at index: Int, in brackets: [StyleToken]
  ) -> Flaw? {
    guard tokens[index].is("$"), index + 1 < tokens.count, tokens[index + 1].kind == .name,
      !brackets.contains(where: { takesAnything($0) })
    else { return nil }
    let name = String(decoding: tokens[index + 1].text, as: UTF8.self)
    return Flaw(
      offset: tokens[index].offset, found: "“$\(name)”",
      expected: "a custom property: --\(name) where it is set, var(--\(name)) where it is used")
  }

  /// In a block, neither a declaration nor a rule: what begins with a name has no colon after it, and
  /// no block follows.
  static func declaration(_ item: ArraySlice<StyleToken>) -> Flaw? {
    guard let first = item.first,
      first.kind == .name || !item.contains(where: { $0.kind == .colon })
    else { return nil }
    let line = item.flatMap(\.text).prefix { ![0x0A, 0x0C, 0x0D].contains($0) }
    let words = String(decoding: line, as: UTF8.self).split(separator: " ").joined(separator: " ")
    return Flaw(
      offset: first.offset, found: "\(quoted(words)) without a colon", expected: "name: value;")
  }

  static func unfinished(_ token: StyleToken) -> Flaw {
    Flaw(offset: token.offset, found: "a rule without an end", expected: "“{” or “;”")
  }

  /// What is given instead of a missing value is for whoever uses it.
  private static func takesAnything(_ bracket: StyleToken) -> Bool {
    bracket.kind == .function && ["var", "env"].contains(bracket.word)
  }
}
