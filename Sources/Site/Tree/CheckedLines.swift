/// A small file of lines, each a word and what it says, with a checksum behind them: a part of it is
/// told from all of it.
struct CheckedLines {
  private let lead: String
  private var lines: [(word: String, value: String)] = []

  /// `lead` says what kind of file it is.
  init(_ lead: String) { self.lead = lead }

  mutating func add(_ word: String, _ value: String) { lines.append((word, value)) }

  subscript(_ word: String) -> String? { lines.last { $0.word == word }?.value }

  func all(_ word: String) -> [String] { lines.filter { $0.word == word }.map(\.value) }

  var bytes: [UInt8] {
    let text = ([lead] + lines.map { "\($0.word) \($0.value)" }).joined(separator: "\n") + "\n"
    return Array("\(text)\(Self.checksum(text))\n".utf8)
  }

  /// Nil for what is of another kind, or not whole.
  init?(_ lead: String, _ bytes: [UInt8]) {
    self.init(lead)
    let text = String(decoding: bytes, as: UTF8.self)
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.popLast() == "", let checksum = lines.popLast(),
      lines.first.map(String.init) == lead,
      checksum == Self.checksum(lines.joined(separator: "\n") + "\n")
    else { return nil }
    for line in lines.dropFirst() {
      let words = line.split(separator: " ", maxSplits: 1)
      guard words.count == 2 else { return nil }
      add(String(words[0]), String(words[1]))
    }
  }

  private static func checksum(_ text: String) -> String {
    text.utf8Span.span.withUnsafeBytes { String(Digest($0, seed: 0).short, radix: 16) }
  }
}
