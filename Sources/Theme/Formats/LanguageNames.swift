import CUnicode
import Synchronization

/// What one language calls the others. Only those that are asked for are looked up, each once.
final class LanguageNames: Sendable {
  private let reader: String
  /// By what ICU is asked. Only what has a name is kept, so that whatever people call a language
  /// cannot fill it.
  private let known = Mutex<[String: String]>([:])

  init(_ locale: UnicodeLocale) { reader = locale.id }

  /// Nil when it has no name for it.
  func name(of tag: String) -> String? {
    guard let asked = LanguageTag.plain(tag) else { return nil }
    return known.withLock { known in
      if let name = known[asked] { return name }
      let name = UnicodeText.answer { jishi_language_name(asked, reader, $0, $1) }
      known[asked] = name
      return name
    }
  }
}
