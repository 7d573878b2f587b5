/// Writes a style sheet again without its comments and without the spaces that say nothing. Every
/// other token stays as it is and where it is, but for the last semicolon of a block.
///
/// The tokens are of a sheet without flaws: its brackets match.
struct StyleMinifier {
  /// What a space may mean.
  private enum Context {
    /// In a selector it can be “inside of”.
    case selector
    /// Between the name of an at-rule and its block: “and”, “not”.
    case condition
    case value
    /// The value of a custom property is for whoever uses it: only runs of spaces become one.
    case custom
  }

  private let tokens: [StyleToken]
  private var at = 0
  private(set) var output: [UInt8] = []
  /// What is seen only when the sheet is read by its rules. One without an end would take in what is
  /// joined to it.
  private(set) var flaws: [Flaw] = []
  private var owesSemicolon = false

  init(_ tokens: [StyleToken]) {
    self.tokens = tokens
    output.reserveCapacity(tokens.count * 4)
    writeItems(isTop: true)
  }

  private var token: StyleToken? { at < tokens.count ? tokens[at] : nil }

  /// Rules and declarations up to the end of their block.
  private mutating func writeItems(isTop: Bool) {
    while true {
      skipSilent()
      guard let token, !token.is("}") else { return }
      if token.kind == .semicolon {
        // A last one before the end of the block says nothing.
        if isTop { write(token) } else { owesSemicolon = true }
        at += 1
      } else if token.kind == .atName {
        writeRule(.condition, endsWithSemicolon: true)
      } else if !isTop, startsDeclaration {
        writeDeclaration()
      } else {
        writeRule(.selector, endsWithSemicolon: !isTop)
      }
    }
  }

  private mutating func writeRule(_ context: Context, endsWithSemicolon: Bool) {
    let start = at
    let flawCount = flaws.count
    writeRun(context) { $0.is("{") || $0.is("}") || ($0.kind == .semicolon && endsWithSemicolon) }
    guard let token else {
      flaws.append(StyleFlaws.unfinished(tokens[start]))
      return
    }
    guard token.is("{") else {
      if context == .selector, flaws.count == flawCount,
        let flaw = StyleFlaws.declaration(tokens[start..<at])
      {
        flaws.append(flaw)
      }
      return
    }
    write(token)
    at += 1
    writeItems(isTop: false)
    owesSemicolon = false
    if let end = self.token {
      write(end)
      at += 1
    }
  }

  /// What would be one outside of a block may be a rule inside of it: `a:hover { … }`.
  private var startsDeclaration: Bool {
    guard tokens[at].kind == .name else { return false }
    guard let colon = tokens[(at + 1)...].first(where: { !$0.isSilent }), colon.kind == .colon
    else {
      return false
    }
    if tokens[at].isCustom { return true }
    var depth = 0
    for token in tokens[at...] {
      if depth == 0, token.is("{") { return false }
      if depth == 0, token.kind == .semicolon || token.is("}") { return true }
      if token.opens { depth += 1 } else if token.kind == .closing { depth -= 1 }
    }
    return true
  }

  private mutating func writeDeclaration() {
    let isCustom = tokens[at].isCustom
    write(tokens[at])
    at += 1
    skipSilent()
    write(tokens[at])
    at += 1
    let start = output.count
    writeRun(isCustom ? .custom : .value) { $0.kind == .semicolon || $0.is("}") }
    if isCustom, output.count == start {
      // Nothing is a value too, but old browsers want to see a space, and its end.
      output += Array(" ;".utf8)
      if token?.kind == .semicolon { at += 1 }
    }
  }

  /// Tokens up to one outside of all brackets at which `ends` says so.
  private mutating func writeRun(_ context: Context, until ends: (StyleToken) -> Bool) {
    var brackets: [StyleToken] = []
    var last: StyleToken?
    var hasSpace = false
    skipSilent()
    while let token {
      if brackets.isEmpty, ends(token) { return }
      if token.isSilent {
        hasSpace = hasSpace || token.kind == .space
      } else {
        if let last { writeGap(last, token, hasSpace, context, brackets) }
        if context != .custom { note(brackets) }
        write(token)
        if token.opens { brackets.append(token) }
        if token.kind == .closing { brackets.removeLast() }
        last = token
        hasSpace = false
      }
      at += 1
    }
  }

  private mutating func note(_ brackets: [StyleToken]) {
    let comment = brackets.isEmpty ? StyleFlaws.lineComment(tokens, at: at) : nil
    if let flaw = comment ?? StyleFlaws.variable(tokens, at: at, in: brackets) {
      flaws.append(flaw)
    }
  }

  private mutating func writeGap(
    _ left: StyleToken, _ right: StyleToken, _ hasSpace: Bool, _ context: Context,
    _ brackets: [StyleToken]
  ) {
    if hasSpace, !isIdle(left, right, context, brackets) {
      output.append(UInt8(ascii: " "))
    } else if !staysApart(left, right) {
      // What stood here held the two apart. A space could say something, a comment cannot.
      output += Array("/**/".utf8)
    }
  }

  /// Whether a space between the two says nothing.
  private func isIdle(
    _ left: StyleToken, _ right: StyleToken, _ context: Context, _ brackets: [StyleToken]
  ) -> Bool {
    if context == .custom { return false }
    if left.kind == .comma || right.kind == .comma || left.opens || right.kind == .closing {
      return true
    }
    switch context {
    case .custom: return false
    case .selector:
      // In brackets a plus may be a number's: `2n + 1`.
      if brackets.isEmpty, left.is("+") || right.is("+") { return true }
      guard brackets.allSatisfy({ !$0.is("[") }) else { return false }
      return [">", "~"].contains { left.is($0) || right.is($0) }
    case .condition:
      // Before a colon it can be “inside of”, as in `@scope (.card :hover)`.
      return brackets.last?.is("(") == true && left.kind == .colon
    case .value:
      if left.is("!") || right.is("!") { return true }
      return brackets.isEmpty && (left.is("/") || right.is("/"))
    }
  }

  /// Whether the two are read as the same two when nothing is between them.
  private func staysApart(_ left: StyleToken, _ right: StyleToken) -> Bool {
    if left.kind == .comma || left.kind == .semicolon || left.kind == .string { return true }
    if right.kind == .comma || right.kind == .closing { return true }
    return StyleTokenizer(Array(left.text + right.text)).tokens == [left, right]
  }

  private mutating func write(_ token: StyleToken) {
    if owesSemicolon { output.append(UInt8(ascii: ";")) }
    owesSemicolon = false
    output += token.text
  }

  private mutating func skipSilent() {
    while token?.isSilent == true { at += 1 }
  }
}

extension StyleToken {
  fileprivate var isCustom: Bool { text.starts(with: Array("--".utf8)) }
}
