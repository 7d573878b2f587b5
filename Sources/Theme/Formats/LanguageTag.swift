import CUnicode

/// Names of languages as HTML writes them.
package enum LanguageTag {
  /// What the attribute `lang` must say around a text in one language on a page in another; nil when
  /// it need say nothing, because the languages are the same (en and en-US are), or because what
  /// the text claims is no language tag.
  package static func mark(of text: String, on page: String) -> String? {
    guard text != page, let text = canonical(text) else { return nil }
    guard let page = canonical(page) else { return text.tag }
    return text.full == page.full ? nil : text.tag
  }

  /// Whether its subtags have the form that BCP 47 gives them.
  static func isWellFormed(_ tag: String) -> Bool {
    let subtags = tag.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    return tag.utf8.count <= 100
      && subtags.allSatisfy { subtag in
        (1...8).contains(subtag.count) && subtag.allSatisfy(isLetterOrDigit)
      }
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private static func canonical(_ tag: String) -> (tag: String, full: String)? {
    guard isWellFormed(tag),
      let id = UnicodeText.answer({ jishi_locale_of_tag(tag, $0, $1) }),
      let tag = UnicodeText.answer({ jishi_tag_of_locale(id, $0, $1) }),
      let full = UnicodeText.answer({ jishi_locale_in_full(id, $0, $1) })
    else { return nil }
    return (tag, full)
  }
}
