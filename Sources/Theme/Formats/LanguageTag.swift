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

extension LanguageTag {
  /// The language alone, as ICU names it, with its script when it is another than people would
  /// expect: zh-CN is zh, and zh-TW is zh_Hant.
  static func plain(_ tag: String) -> String? {
    guard let full = parts(tag), let usual = parts(full.language) else { return nil }
    guard let script = full.script, script != usual.script else { return full.language }
    return "\(full.language)_\(script)"
  }

  /// A language and a region joined as Open Graph has them, the most likely region when the tag
  /// has none: zh-CN is zh_CN, and en is en_US. For a language that nobody knows it is the tag.
  static func openGraph(_ tag: String) -> String {
    guard let full = parts(tag), let region = full.region else { return tag }
    return "\(full.language)_\(region)"
  }

  /// With the script and the region that people most likely mean.
  private static func parts(_ tag: String) -> (language: String, script: String?, region: String?)?
  {
    guard isWellFormed(tag), let id = UnicodeText.answer({ jishi_locale_of_tag(tag, $0, $1) }),
      let base = id.split(separator: "@", omittingEmptySubsequences: false).first, !base.isEmpty,
      let full = UnicodeText.answer({ jishi_locale_in_full(String(base), $0, $1) })
    else { return nil }
    let parts = full.split(separator: "_").map(String.init)
    guard let language = parts.first else { return nil }
    let rest = parts.dropFirst()
    return (
      language, rest.first { $0.utf8.count == 4 }, rest.first { (2...3).contains($0.utf8.count) }
    )
  }
}
