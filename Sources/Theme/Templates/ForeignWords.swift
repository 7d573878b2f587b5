/// Words of other template languages, for those who come from there.
enum ForeignWords {
  /// The word that means the same here; nil for a word that no language is known for.
  static func meaning(of word: Word) -> String? {
    word.sort == .name ? words[word.text.lowercased()] : nil
  }

  private static let words = [
    "endif": "end", "endfor": "end", "endblock": "end", "endmatch": "end", "endunless": "end",
    "endforeach": "end", "elif": "elseif", "elsif": "elseif", "extends": "layout",
    "block": "slot", "yield": "slot", "switch": "match", "when": "case", "foreach": "for",
    "unless": "if not", "partial": "include", "render": "include", "import": "include",
    "trans": "t", "translate": "t",
  ]
}
