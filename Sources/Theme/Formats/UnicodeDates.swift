import CUnicode

/// What ICU knows about days, asked while a locale is loaded and never after.
package struct UnicodeDates: ~Copyable {
  private let handle: UnsafeMutableRawPointer
  private let locale: UnicodeLocale

  package init(_ locale: UnicodeLocale, pattern: String) throws(FormatsError) {
    guard let handle = jishi_dates_open(locale.id, pattern) else {
      throw .unusual(tag: locale.tag, what: "days")
    }
    self.handle = handle
    self.locale = locale
  }

  deinit { jishi_dates_close(handle) }

  var unusual: FormatsError { .unusual(tag: locale.tag, what: "days") }

  package static func pattern(
    _ skeleton: String, _ locale: UnicodeLocale
  ) throws(FormatsError) -> String {
    let answer = UnicodeText.answer { jishi_pattern(locale.id, skeleton, $0, $1) }
    guard let answer else { throw .unusual(tag: locale.tag, what: "days") }
    return answer
  }

  func name(_ kind: Int32, _ index: Int) throws(FormatsError) -> String {
    let answer = UnicodeText.answer { jishi_dates_name(handle, kind, Int32(index), $0, $1) }
    guard let answer else { throw unusual }
    return answer
  }

  /// A time in milliseconds since 1970, as the clocks of UTC show it.
  package func text(of milliseconds: Double) -> String? {
    UnicodeText.answer { jishi_dates_write(handle, milliseconds, $0, $1) }
  }
}
