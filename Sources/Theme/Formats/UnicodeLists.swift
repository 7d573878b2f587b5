import CUnicode

/// ICU's own way with lists, asked while a locale is loaded and never after.
package struct UnicodeLists: ~Copyable {
  private let handle: UnsafeMutableRawPointer
  private let locale: UnicodeLocale

  package init(_ locale: UnicodeLocale) throws(FormatsError) {
    guard let handle = jishi_lists_open(locale.id) else {
      throw .unusual(tag: locale.tag, what: "lists")
    }
    self.handle = handle
    self.locale = locale
  }

  deinit { jishi_lists_close(handle) }

  package func text(of items: [String]) -> String? {
    UnicodeText.answer {
      jishi_lists_write(
        handle, items.flatMap { Array($0.utf16) }, items.map { Int32($0.utf16.count) },
        Int32(items.count), $0, $1)
    }
  }

  /// What follows each item, when the last begins in this way.
  func glue(count: Int, last: String) throws(FormatsError) -> [String] {
    // Characters that no language writes with, so that the answer can be cut at them.
    let items = (0..<count).map { index in
      (index == count - 1 ? last : "") + String(UnicodeScalar(UInt8(1 + index)))
    }
    guard let text = text(of: items) else { throw unusual }
    var parts = text.unicodeScalars
      .split(omittingEmptySubsequences: false) { $0.value <= UInt32(count) }
      .map(String.init)
    guard parts.count == count + 1, parts[0].isEmpty, parts[count - 1].hasSuffix(last) else {
      throw unusual
    }
    let glueAndWord = parts[count - 1].unicodeScalars
    parts[count - 1] = String(glueAndWord.dropLast(last.unicodeScalars.count))
    return Array(parts.dropFirst())
  }

  private var unusual: FormatsError { .unusual(tag: locale.tag, what: "lists") }
}
