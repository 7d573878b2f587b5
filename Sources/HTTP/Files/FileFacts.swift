/// What is said of a file of the site, wherever it is served from.
package struct FileFacts: Hashable, Sendable {
  /// Their names change with what is in them.
  private static let fingerprinted: Set<String> = ["a", "covers", "media"]

  package let type: String
  package let cacheControl: String

  /// By the steps of its path, without the ending of a packed form.
  package init(path: [String]) {
    type = ContentType.of(path.last ?? "")
    let isLasting = path.count > 1 && Self.fingerprinted.contains(path[0])
    cacheControl =
      isLasting ? "public, max-age=31536000, immutable, no-transform" : "no-cache, no-transform"
  }
}
