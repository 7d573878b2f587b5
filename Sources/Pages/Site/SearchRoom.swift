import Market

/// How many characters search engines show before they cut: Chinese ones take the room of two
/// letters.
struct SearchRoom: Hashable {
  let title: Int
  let summary: Int

  static let wide = SearchRoom(title: 30, summary: 80)
  static let narrow = SearchRoom(title: 65, summary: 155)

  init(in locale: Locale) {
    let language = locale.tag.prefix { $0 != "-" }
    self = ["zh", "ja", "ko"].contains(language) ? .wide : .narrow
  }

  private init(title: Int, summary: Int) {
    self.title = title
    self.summary = summary
  }
}

extension Edition {
  /// Two texts as one: where the first ends, whatever its own end looks like, a sentence ends.
  func joined(_ first: String, _ then: String) -> String {
    let ends: Set<Character> = [".", "。", "!", "！", "?", "？", ";", "；", ",", "，", "…", " "]
    var first = first[...]
    while let last = first.last, ends.contains(last) { first.removeLast() }
    return first.isEmpty ? then : words(JoinedSummary(first: String(first), then: then))
  }
}
