import CUnicode

/// A locale as ICU names it.
package struct UnicodeLocale: Sendable {
  let tag: String
  /// Days are always those of the Gregorian calendar, since a `Day` is.
  let id: String

  /// A region that CLDR does not know is left out: en-XA is written as en.
  package init(tag: String) throws(FormatsError) {
    guard LanguageTag.isWellFormed(tag),
      let asked = UnicodeText.answer({ jishi_locale_of_tag(tag, $0, $1) })
    else { throw .malformed(tag: tag) }
    let halves = asked.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
    guard let base = halves.first.map(String.init), let known = Self.nearest(to: base) else {
      throw .unknown(tag: tag)
    }
    let wishes = halves.dropFirst().flatMap { $0.split(separator: ";") }
      .filter { !$0.hasPrefix("calendar=") }
    self.tag = tag
    id = known + "@" + (["calendar=gregorian"] + wishes).joined(separator: ";")
  }

  /// What ICU calls another locale in this one, in full: Chinese (Traditional, Taiwan).
  package func fullName(of tag: String) -> String? {
    guard let other = UnicodeText.answer({ jishi_locale_of_tag(tag, $0, $1) }) else { return nil }
    return UnicodeText.answer { jishi_locale_name(other, id, $0, $1) }
  }

  /// Every locale that CLDR has something about, by its tag.
  package static var all: [String] {
    (0..<jishi_locale_count()).compactMap { index in
      jishi_locale_at(index).flatMap { id in
        UnicodeText.answer { jishi_tag_of_locale(id, $0, $1) }
      }
    }
  }

  /// Itself when CLDR has it, otherwise its script, otherwise its language alone.
  private static func nearest(to base: String) -> String? {
    guard !base.isEmpty, let full = UnicodeText.answer({ jishi_locale_in_full(base, $0, $1) })
    else { return nil }
    let parts = full.split(separator: "_")
    guard let language = parts.first.map(String.init) else { return nil }
    let script = parts.dropFirst().first { $0.utf8.count == 4 }
    let region = parts.dropFirst().first { (2...3).contains($0.utf8.count) }
    let inScript = script.map { "\(language)_\($0)" }
    let inRegion = region.map { "\(language)_\($0)" }
    let inBoth = region.flatMap { region in inScript.map { "\($0)_\(region)" } }
    if [base, inBoth, inRegion].contains(where: { $0.map(isAvailable) ?? false }) { return base }
    return [inScript, language].compactMap(\.self).first(where: isAvailable)
  }

  private static func isAvailable(_ id: String) -> Bool {
    (0..<jishi_locale_count()).contains { index in
      jishi_locale_at(index).map { String(cString: $0) == id } ?? false
    }
  }
}

/// An answer of ICU.
enum UnicodeText {
  static let bytesMax = 2048

  static func answer(_ fill: (UnsafeMutablePointer<CChar>, Int32) -> Int32) -> String? {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: bytesMax) { buffer in
      guard let start = buffer.baseAddress else { return nil }
      let count = Int(fill(start, Int32(bytesMax)))
      guard count >= 0 else { return nil }
      return String(decoding: UnsafeRawBufferPointer(start: start, count: count), as: UTF8.self)
    }
  }
}
