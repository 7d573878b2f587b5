import CUnicode

/// The order in which a language lists its words: Chinese by pinyin, with numbers by their value.
// ICU lets many threads ask one collator at once as long as nobody changes it, and nobody does:
// it is private and only ever asked for keys.
package final class Collation: @unchecked Sendable {
  private let handle: UnsafeMutableRawPointer

  package init(tag: String) throws(FormatsError) {
    guard let handle = jishi_order_open(try UnicodeLocale(tag: tag).id) else {
      throw .unusual(tag: tag, what: "order")
    }
    self.handle = handle
  }

  deinit { jishi_order_close(handle) }

  /// Bytes that stand in the same order as the texts. Different texts have different keys, even
  /// when the language does not tell them apart.
  package func sortKey(of text: String) -> [UInt8] {
    let units = Array(text.utf16)
    let count = Int(jishi_order_key(handle, units, Int32(units.count), nil, 0))
    let key = [UInt8](unsafeUninitializedCapacity: count) { buffer, written in
      written = min(
        Int(jishi_order_key(handle, units, Int32(units.count), buffer.baseAddress, Int32(count))),
        count)
    }
    // ICU's key ends with a zero, so what follows decides only between equals.
    return key + text.utf8
  }

  package func sorted<Element>(_ elements: [Element], by text: (Element) -> String) -> [Element] {
    elements.map { (key: sortKey(of: text($0)), element: $0) }
      .sorted { $0.key.lexicographicallyPrecedes($1.key) }
      .map(\.element)
  }
}
