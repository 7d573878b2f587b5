/// A packed form in which a build may have put a text besides itself, such as `en.html.br`.
enum Encoding: String, CaseIterable {
  case brotli = "br"
  case gzip

  private var ending: String {
    switch self {
    case .brotli: ".br"
    case .gzip: ".gz"
    }
  }

  func name(of file: String) -> String { file + ending }

  /// Nil when the name is not that of a packed form.
  init?(ofFile name: String) {
    guard let encoding = Self.allCases.first(where: { name.hasSuffix($0.ending) }) else {
      return nil
    }
    self = encoding
  }

  func textName(ofFile name: String) -> String { String(name.dropLast(ending.count)) }

  /// Those that a client takes by its `Accept-Encoding`, what it likes most first.
  static func accepted(_ line: String?) -> [Encoding] {
    guard let line else { return [] }
    var wishes: [String: Double] = [:]
    for part in line.listed {
      let pieces = part.split(separator: ";", maxSplits: 1).map(\.trimmed)
      guard let name = pieces.first?.lowercased() else { continue }
      wishes[name] = pieces.count == 2 ? weight(pieces[1]) : 1
    }
    let liked = allCases.map { (encoding: $0, wish: wishes[$0.rawValue] ?? wishes["*"] ?? 0) }
    // The sorting is stable: what is liked as much stays behind the smaller one.
    return liked.filter { $0.wish > 0 }.sorted { $0.wish > $1.wish }.map(\.encoding)
  }

  /// What cannot be read is no wish.
  private static func weight(_ text: Substring) -> Double {
    guard text.lowercased().hasPrefix("q=") else { return 0 }
    let weight = Double(text.dropFirst(2)) ?? 0
    return (0...1).contains(weight) ? weight : 0
  }
}
