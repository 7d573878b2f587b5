/// The drawn card of a gig in one language, as it is kept.
package struct SharedCard: Hashable, Sendable {
  /// That of all cards of a version.
  package let key: MediaKey
  package let language: Locale
  /// SHA-256 in hexadecimal.
  package let digest: String

  package init(key: MediaKey, language: Locale, digest: String) {
    self.key = key
    self.language = language
    self.digest = digest
  }

  /// Under its key.
  package var fileName: String { Self.fileName(in: language) }

  package static func fileName(in language: Locale) -> String {
    "\(language.tag.lowercased()).png"
  }
}
