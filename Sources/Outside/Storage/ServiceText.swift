/// What a storage service says in XML, of which we need a few words.
struct ServiceText {
  /// How far they are looked for, and how many letters are taken.
  static let bytesMax = 16_384
  static let lettersMax = 300

  private let text: String

  init(_ body: [UInt8]) { text = String(decoding: body.prefix(Self.bytesMax), as: UTF8.self) }

  /// Of an error; empty when there is none, as in an answer to HEAD.
  var code: String { content(of: "Code") }
  var message: String { content(of: "Message") }

  /// Whether it is what only such a service says of what is in a bucket.
  var isListing: Bool { text.contains("<ListBucketResult") }

  private func content(of element: String) -> String {
    guard let start = text.firstRange(of: "<\(element)>")?.upperBound,
      let end = text[start...].firstRange(of: "</\(element)>")?.lowerBound
    else { return "" }
    let words = text[start..<end].prefix(Self.lettersMax).split(whereSeparator: \.isWhitespace)
    return Self.plain(words.joined(separator: " ")).filter { !$0.isControl }
  }

  /// The ampersand comes last, since what follows it may be meant as it is.
  static func plain(_ text: String) -> String {
    let entities = [
      ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#34;", "\""), ("&apos;", "'"),
      ("&#39;", "'"), ("&amp;", "&"),
    ]
    return entities.reduce(text) { $0.replacing($1.0, with: $1.1) }
  }
}

extension Character {
  /// It could move the cursor of the terminal that shows it.
  fileprivate var isControl: Bool {
    unicodeScalars.contains { $0.properties.generalCategory == .control }
  }
}
