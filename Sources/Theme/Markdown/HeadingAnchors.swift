/// Names for the headings of one text, made of their words: `h-怎么退款`, and `h-怎么退款-2` for the
/// next of the same words. The prefix and its hyphen keep them from being what scripts look for.
struct HeadingAnchors {
  private static let charactersMax = 40

  private let prefix: Token
  private var given: Set<String> = []
  private var counts: [String: Int] = [:]

  init(prefix: Token) { self.prefix = prefix }

  mutating func next(for words: String) -> String {
    let base = "\(prefix.text)-\(Self.name(of: words))"
    var name = base
    while !given.insert(name).inserted {
      let count = counts[base, default: 1] + 1
      counts[base] = count
      name = "\(base)-\(count)"
    }
    return name
  }

  /// Letters and digits as they are, small if they are ASCII, and a hyphen for all between them.
  private static func name(of words: String) -> String {
    var name = ""
    var count = 0
    for character in words where count < charactersMax {
      if let first = character.unicodeScalars.first, first.isWord {
        name += character.isASCII ? character.lowercased() : String(character)
        count += 1
      } else if !name.isEmpty, !name.hasSuffix("-") {
        name += "-"
        count += 1
      }
    }
    while name.hasSuffix("-") { name.removeLast() }
    return name.isEmpty ? "part" : name
  }
}

extension Unicode.Scalar {
  fileprivate var isWord: Bool {
    properties.isAlphabetic || properties.generalCategory == .decimalNumber
  }
}
