/// One file of `scripts/`, and what it imports.
struct ScriptModule {
  struct Import {
    /// As it stands in the file.
    let address: String
    /// The text between the quotes.
    let range: Range<Int>
    /// What it wants of the other module by name, and where that stands.
    let names: [(name: String, offset: Int)]
  }

  let file: SourceFile
  private(set) var imports: [Import] = []
  /// Nil when it also exports what another module does, or in a way that is not followed.
  private(set) var exports: Set<String>? = []
  private(set) var faults: [Fault] = []
  private let tokens: [ScriptToken]

  init(_ file: SourceFile) {
    self.file = file
    if let broken = file.brokenByte {
      tokens = []
      exports = nil
      faults = [broken.fault(in: file)]
      return
    }
    let cut = ScriptTokenizer(file.unmarkedBytes)
    tokens = cut.tokens
    faults = (file.markFlaws + cut.flaws).map { $0.fault(in: file) }
    guard cut.flaws.isEmpty else {
      exports = nil
      return
    }
    for index in tokens.indices { read(at: index) }
  }

  /// With other texts in the places of its imports, in their order.
  func importing(_ addresses: [String]) -> [UInt8] {
    var bytes = file.bytes
    for (each, address) in zip(imports, addresses).reversed() {
      bytes.replaceSubrange(each.range, with: Array(address.utf8))
    }
    return bytes
  }

  private mutating func read(at index: Int) {
    let token = tokens[index]
    guard token.kind == .word, index == 0 || !tokens[index - 1].is("."),
      let next = self.token(index + 1)
    else { return }
    if token.is("import") {
      if next.kind == .string { return add(next, names: []) }
      if next.is("(") {
        return fault(token, "an import while the page runs", "an import at the top of the module")
      }
      if next.is(".") {
        guard self.token(index + 2)?.is("meta") == true else {
          return fault(token, "a special kind of import", "import … from \"./name.js\"")
        }
        return
      }
      if next.kind == .word || next.is("{") || next.is("*") { addSource(after: index) }
    } else if token.is("export"), !next.is(":") {
      export(after: index)
      if next.is("*") || next.is("{") { addSource(after: index) }
    }
  }

  /// The first `from` outside of braces leads to the address; a list of names without one is an
  /// export of the module's own.
  private mutating func addSource(after index: Int) {
    var depth = 0
    let start = index
    var index = index + 1
    while let token = token(index), !token.is(";") {
      if token.is("{") { depth += 1 }
      if token.is("}") {
        depth -= 1
        let follows = self.token(index + 1)
        if depth == 0, follows?.is("from") != true { return }
      }
      if depth == 0, token.is("from"), let source = self.token(index + 1), source.kind == .string {
        return add(source, names: ScriptNames.wanted(tokens[start..<index]))
      }
      index += 1
    }
  }

  private mutating func export(after index: Int) {
    guard let names = ScriptNames.exported(tokens[(index + 1)...]) else {
      exports = nil
      return
    }
    exports?.formUnion(names)
  }

  private mutating func add(_ token: ScriptToken, names: [(name: String, offset: Int)]) {
    let range = token.text.startIndex + 1..<token.text.endIndex - 1
    let address = String(decoding: file.bytes[range], as: UTF8.self)
    imports.append(Import(address: address, range: range, names: names))
  }

  private mutating func fault(_ token: ScriptToken, _ found: String, _ expected: String) {
    faults.append(Fault(file.place(at: token.offset), found: found, expected: expected))
  }

  private func token(_ index: Int) -> ScriptToken? {
    index < tokens.count ? tokens[index] : nil
  }
}
