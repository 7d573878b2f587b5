import CUnicode

extension LocaleInfo {
  /// What CLDR says of a language: its direction, and the name that it gives itself unless there is
  /// another one.
  package init(tag: String, name: String? = nil) throws(FormatsError) {
    // The one that is written with has lost the region that CLDR does not know, and its name.
    let written = try UnicodeLocale(tag: tag).id
    let asked = UnicodeText.answer { jishi_locale_of_tag(tag, $0, $1) } ?? written
    self.init(
      tag: tag,
      name: name ?? UnicodeText.answer { jishi_locale_name(asked, asked, $0, $1) } ?? tag,
      hreflang: tag,
      direction: jishi_locale_is_right_to_left(asked) == 1 ? .rtl : .ltr)
  }
}
