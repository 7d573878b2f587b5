/// One file of `styles/`, ready to be joined to the others.
struct StyleSheet {
  static let depthMax = 32

  private(set) var minified: [UInt8] = []
  private(set) var faults: [Fault] = []

  /// `images` says under which name each image is published, by its path within the theme.
  init(_ file: SourceFile, path: String, images: [String: String]) {
    if let broken = file.brokenByte {
      faults = [broken.fault(in: file)]
      return
    }
    let cut = StyleTokenizer(file.unmarkedBytes)
    var tokens = cut.tokens
    // A text that does not end hides brackets after it.
    let unclosed = cut.flaws.isEmpty ? Self.unmatched(tokens) : cut.flaws
    var flaws = file.markFlaws + Self.causes(of: unclosed, in: tokens) + Self.misplaced(tokens)
    flaws += Self.lead(&tokens, to: images, from: path)
    if unclosed.isEmpty {
      let minifier = StyleMinifier(tokens)
      minified = minifier.output
      flaws += minifier.flaws
    }
    faults = flaws.map { $0.fault(in: file) }
  }

  /// What stands after // on its line was meant as a comment: its quotes and brackets are not to blame.
  private static func causes(of flaws: [Flaw], in tokens: [StyleToken]) -> [Flaw] {
    var causes: [Flaw] = []
    var rest = flaws.sorted { $0.offset < $1.offset }[...]
    var comment: Flaw?
    for index in tokens.indices {
      while let flaw = rest.first, flaw.offset <= tokens[index].offset {
        let cause = comment ?? flaw
        if causes.last?.offset != cause.offset { causes.append(cause) }
        rest.removeFirst()
      }
      if tokens[index].breaksLine { comment = nil }
      comment = comment ?? StyleFlaws.lineComment(tokens, at: index)
    }
    return causes
  }

  /// What one file opens it closes: it must not take in what is joined to it.
  private static func unmatched(_ tokens: [StyleToken]) -> [Flaw] {
    var open: [StyleToken] = []
    var flaws: [Flaw] = []
    for token in tokens {
      if token.opens {
        open.append(token)
        if open.count == depthMax + 1 {
          flaws.append(
            Flaw(offset: token.offset, found: "brackets too deep", expected: "at most \(depthMax)"))
        }
      } else if token.kind == .closing {
        guard let last = open.last, token.text == last.closing else {
          let expected = open.last.map { "“\(String(decoding: $0.closing, as: UTF8.self))”" }
          let found = "“\(String(decoding: token.text, as: UTF8.self))”"
          return flaws + [
            Flaw(offset: token.offset, found: found, expected: expected ?? "nothing to close")
          ]
        }
        open.removeLast()
      }
    }
    return flaws
      + open.map {
        let what = "“\(String(decoding: $0.text, as: UTF8.self))” that is never closed"
        let end = String(decoding: $0.closing, as: UTF8.self)
        return Flaw(offset: $0.offset, found: what, expected: "“\(end)”")
      }
  }

  /// Rules that mean something only at the beginning of a whole sheet.
  private static func misplaced(_ tokens: [StyleToken]) -> [Flaw] {
    tokens.filter { $0.kind == .atName && ["import", "charset", "namespace"].contains($0.word) }.map
    {
      Flaw(
        offset: $0.offset, found: "@\($0.word)",
        expected: "the rules themselves: the files of styles/ are joined, and are UTF-8")
    }
  }

  /// Makes addresses of images those under which they are published.
  private static func lead(
    _ tokens: inout [StyleToken], to images: [String: String], from path: String
  ) -> [Flaw] {
    var flaws: [Flaw] = []
    var functions: [String] = []
    for (index, token) in tokens.enumerated() {
      if token.opens { functions.append(token.kind == .function ? token.word : "") }
      if token.kind == .closing { _ = functions.popLast() }
      let isAddress =
        token.kind == .address
        || (token.kind == .string && functions.last.map(takesAddress) == true)
      guard isAddress else { continue }
      let address = token.address
      if address.hasPrefix("#") || address.lowercased().hasPrefix("data:image/") { continue }
      let parts = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
      guard let named = RelativePath.resolve(String(parts.first ?? ""), from: path),
        let name = images[named]
      else {
        let known = images.keys.sorted().map { "../" + $0 }
        flaws.append(
          Flaw(
            offset: token.offset, found: "the address “\(address)”",
            expected: "an image of the theme", available: known))
        continue
      }
      let fragment = parts.count > 1 ? "#\(parts[1])" : ""
      tokens[index].text = token.quoting(name + fragment)
    }
    return flaws
  }

  private static func takesAddress(_ function: String) -> Bool {
    ["url", "src", "image-set", "-webkit-image-set", "image"].contains(function)
  }
}

extension StyleToken {
  fileprivate var breaksLine: Bool { text.contains { [0x0A, 0x0C, 0x0D].contains($0) } }

  /// What closes what this opens.
  fileprivate var closing: ArraySlice<UInt8> {
    switch text.last {
    case UInt8(ascii: "{"): ArraySlice("}".utf8)
    case UInt8(ascii: "["): ArraySlice("]".utf8)
    default: ArraySlice(")".utf8)
    }
  }

  /// What stands in the quotes or the brackets.
  fileprivate var address: String {
    let inside = kind == .address ? text.dropFirst(4).dropLast() : text.dropFirst().dropLast()
    let words = String(decoding: inside, as: UTF8.self)
    return kind == .address
      ? String(words.split(whereSeparator: \.isWhitespace).first ?? "") : words
  }

  fileprivate func quoting(_ address: String) -> ArraySlice<UInt8> {
    kind == .address ? ArraySlice("url(\(address))".utf8) : ArraySlice("\"\(address)\"".utf8)
  }
}
