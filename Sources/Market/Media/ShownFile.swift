/// A file that is ready, as pages show it.
package struct ShownFile: Hashable, Sendable {
  /// What it is called under its key, as it was sent.
  package static let original = "original"

  package let key: MediaKey
  package let format: MediaFormat
  package let bytes: Int64
  /// SHA-256 of the whole, in hexadecimal.
  package let digest: String
  /// In pixels, upright; of a document those of its first page; nothing of a video.
  package let width: Int
  package let height: Int
  package let pages: Int?
  /// The narrowest first.
  package var renditions: [StoredRendition]

  package init(
    key: MediaKey, format: MediaFormat, bytes: Int64, digest: String, width: Int, height: Int,
    pages: Int? = nil, renditions: [StoredRendition] = []
  ) {
    self.key = key
    self.format = format
    self.bytes = bytes
    self.digest = digest
    self.width = width
    self.height = height
    self.pages = pages
    self.renditions = renditions
  }

  package var kind: MediaKind { format.kind }

  /// The narrowest first.
  package func renditions(as format: MediaFormat) -> [StoredRendition] {
    renditions.filter { $0.rendition.format == format }
  }

  /// Whether it can stand as a picture, which a video cannot.
  package var hasPicture: Bool { renditions.contains { $0.rendition.format == .jpeg } }
}

/// A rendition as it is kept.
package struct StoredRendition: Hashable, Sendable {
  package let rendition: Rendition
  package let bytes: Int64
  /// SHA-256 in hexadecimal: whoever publishes it names it by this.
  package let digest: String

  package init(_ rendition: Rendition, bytes: Int64, digest: String) {
    (self.rendition, self.bytes, self.digest) = (rendition, bytes, digest)
  }
}
