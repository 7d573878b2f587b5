/// Words of other template languages, for those who come from there.
enum ForeignWords {
  /// The word that means the same here; nothing when there is no such thing here, and nil for a
  /// word that no language is known for.
  static func meaning(of word: Word) -> String? {
    word.sort == .name ? words[word.text.lowercased()] : nil
  }

  static func expected(_ meant: String) -> String {
    meant.isEmpty
      ? "a field: there are no variables of one's own" : "“\(meant)”, as it is called here"
  }

  private static let words = [
    "set": "", "assign": "", "let": "",
    "endif": "end", "endfor": "end", "endblock": "end", "endmatch": "end", "endunless": "end",
    "endforeach": "end", "elif": "elseif", "elsif": "elseif", "extends": "layout",
    "block": "slot", "yield": "slot", "switch": "match", "when": "case", "foreach": "for",
    "unless": "if not", "partial": "include", "render": "include", "import": "include",
    "trans": "t", "translate": "t",
  ]
}
