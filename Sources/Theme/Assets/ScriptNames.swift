/// The names by which modules give things to each other.
enum ScriptNames {
  /// What an import, or an export of what another module exports, wants by name: all that stands
  /// before `from`.
  static func wanted(
    _ statement: ArraySlice<ScriptToken>
  ) -> [(name: String, offset: Int)] {
    guard let first = statement.first else { return [] }
    let rest = statement.dropFirst()
    var names: [(name: String, offset: Int)] = []
    if first.is("import"), let word = rest.first, word.kind == .word {
      names.append(("default", word.offset))
    }
    return names
      + listed(rest).compactMap { entry in
        guard let word = entry.first, word.kind == .word else { return nil }
        return (word.name, word.offset)
      }
  }

  /// What stands after the word `export` gives to others; nil when that cannot be told.
  static func exported(_ tokens: ArraySlice<ScriptToken>) -> Set<String>? {
    var tokens = tokens
    if tokens.first?.is("default") == true { return ["default"] }
    if tokens.first?.is("{") == true {
      let last = listed(tokens).compactMap(\.last)
      return last.allSatisfy { $0.kind == .word } ? Set(last.map(\.name)) : nil
    }
    if tokens.first?.is("async") == true { tokens.removeFirst() }
    let isVariable = ["const", "let", "var"].contains(tokens.first?.name)
    guard let word = tokens.popFirst(), isVariable || word.is("function") || word.is("class")
    else { return nil }
    if word.is("function"), tokens.first?.is("*") == true { tokens.removeFirst() }
    guard let name = tokens.first, name.kind == .word else { return nil }
    return isVariable ? declared(tokens) : [name.name]
  }

  /// The variables of one declaration. Its end may go unseen where no semicolon stands; then names are
  /// taken for exported that are not, never the other way round.
  private static func declared(_ tokens: ArraySlice<ScriptToken>) -> Set<String>? {
    var names: Set<String> = []
    var isName = true
    var depth = 0
    for token in tokens {
      if token.is(";") || token.is("export") || token.is("import") { break }
      if isName, token.kind == .word { names.insert(token.name) }
      if isName, token.is("{") || token.is("[") { return nil }
      if ["(", "[", "{"].contains(token.name) { depth += 1 }
      if [")", "]", "}"].contains(token.name) { depth -= 1 }
      isName = depth == 0 && token.is(",")
    }
    return names
  }

  /// The entries of the first braces, cut at its commas.
  private static func listed(
    _ tokens: ArraySlice<ScriptToken>
  ) -> [ArraySlice<ScriptToken>] {
    guard let start = tokens.firstIndex(where: { $0.is("{") }),
      let end = tokens[start...].firstIndex(where: { $0.is("}") })
    else { return [] }
    return tokens[(start + 1)..<end].split { $0.is(",") }
  }
}

extension ScriptToken {
  fileprivate var name: String { String(decoding: text, as: UTF8.self) }
}
