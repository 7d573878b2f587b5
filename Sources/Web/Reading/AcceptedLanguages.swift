/// Which of our languages a reader likes most, by `Accept-Language`.
package enum AcceptedLanguages {
  package static let rangesMax = 32

  /// One of `tags`, of which the first are liked more where the reader likes several as much. Nil
  /// when none is wanted, or nobody said.
  package static func best(of tags: [String], _ field: String?) -> String? {
    guard let field else { return nil }
    let ranges = field.utf8.split(separator: UInt8(ascii: ",")).prefix(rangesMax)
      .compactMap { LanguageRange($0) }
    let offers = tags.map { Offer($0, ranges) }
    let allowed = offers.filter { $0.range?.weight != 0 }
    // The sorting is stable: of what is liked as much the first counts.
    for range in ranges.filter({ $0.weight > 0 }).sorted(by: { $0.weight > $1.weight }) {
      let found =
        range.isAny
        ? allowed.first { $0.range?.isAny ?? false } : lookup(range.language, in: allowed)
      if let found { return found.tag }
    }
    return nil
  }

  /// As RFC 4647 has it, 3.4: with less and less of what is wished. Then another one of the same
  /// language, best in the same script: who reads zh-SG can read zh-CN.
  private static func lookup(_ wish: Language, in offers: [Offer]) -> Offer? {
    for count in stride(from: wish.parts.count, through: 1, by: -1) {
      let parts = wish.parts.prefix(count)
      // A single letter begins what belongs to the next part.
      if count < wish.parts.count, parts.last?.utf8.count == 1 { continue }
      if let found = offers.first(where: { $0.language.parts[...] == parts }) { return found }
    }
    let related = offers.filter { $0.language.parts[0] == wish.parts[0] }
    return related.first { $0.language.isTraditional == wish.isTraditional } ?? related.first
  }
}

/// A language that we have.
private struct Offer {
  let tag: String
  let language: Language
  /// What the reader says of it: of all ranges that cover it the closest.
  let range: LanguageRange?

  init(_ tag: String, _ ranges: [LanguageRange]) {
    let language = Language(tag.utf8.lowercasedText ?? "")
    self.tag = tag
    self.language = language
    range = ranges.filter { $0.covers(language) }
      .max { $0.language.parts.count < $1.language.parts.count }
  }
}

private struct Language {
  /// In small letters; at least one.
  let parts: [String]

  init(_ text: String) { parts = text.split(separator: "-").map(String.init) }

  /// Written in the traditional signs of Chinese, as it says or as is usual in that place.
  var isTraditional: Bool {
    if parts.contains("hans") { return false }
    return parts.contains { ["hant", "tw", "hk", "mo"].contains($0) }
  }
}

private struct LanguageRange {
  /// Without parts for any.
  let language: Language
  /// In thousandths.
  let weight: Int

  var isAny: Bool { language.parts.isEmpty }

  func covers(_ other: Language) -> Bool { other.parts.starts(with: language.parts) }

  /// Nil when it cannot be read.
  init?(_ text: Substring.UTF8View) {
    let pieces = text.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
      .map(\.trimmed)
    guard pieces.count <= 2, let range = pieces.first, let name = range.lowercasedText,
      name == "*" || Self.isRange(range), let weight = Self.weight(pieces.dropFirst().first)
    else { return nil }
    language = Language(name == "*" ? "" : name)
    self.weight = weight
  }

  private static func isRange(_ text: Substring.UTF8View) -> Bool {
    let parts = text.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    return parts.allSatisfy {
      (1...8).contains($0.count) && $0.allSatisfy { $0.isLetter || $0.isDigit }
    } && parts.first?.allSatisfy(\.isLetter) ?? false
  }

  /// `q=0.5`, with at most three digits behind the point.
  private static func weight(_ text: Substring.UTF8View?) -> Int? {
    guard let text else { return 1_000 }
    let digits = text.dropFirst(3)
    let fraction = digits.dropFirst()
    guard text.prefix(2).lowercasedText == "q=", let whole = text.dropFirst(2).first,
      digits.isEmpty || digits.first == UInt8(ascii: "."),
      fraction.count <= 3, fraction.allSatisfy(\.isDigit)
    else { return nil }
    let shown = String(Substring(fraction))
    let thousandths = Int(shown + String(repeating: "0", count: 3 - shown.utf8.count)) ?? 0
    switch whole {
    case UInt8(ascii: "0"): return thousandths
    case UInt8(ascii: "1") where thousandths == 0: return 1_000
    default: return nil
    }
  }
}
