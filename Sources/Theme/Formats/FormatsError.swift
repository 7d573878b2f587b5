/// Why a language cannot be written.
package enum FormatsError: Error, Hashable, CustomStringConvertible {
  /// Not a tag such as `en`, `zh-CN` or `sr-Latn-RS`.
  case malformed(tag: String)
  /// A tag of a language that CLDR says nothing about.
  case unknown(tag: String)
  /// CLDR writes this language in a way that cannot be taken apart into words and digits.
  case unusual(tag: String, what: String)

  package var description: String {
    switch self {
    case .malformed(let tag): "“\(tag)” is not a language tag such as en, zh-CN or sr-Latn-RS"
    case .unknown(let tag): "nothing is known about the language “\(tag)”"
    case .unusual(let tag, let what): "“\(tag)” writes its \(what) in a way that is not understood"
    }
  }
}
