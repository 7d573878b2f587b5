import Pages
import Theme

/// Takes the files of the site as they are printed.
protocol Hand: ~Copyable {
  /// What comes next belongs to this.
  mutating func begin(_ key: PageKey)
  /// A file by its path in the site, such as `/zh-CN/c.html`. The bytes can be read until it returns.
  mutating func put(_ address: String, _ bytes: UnsafeRawBufferPointer) throws(SiteError)
  /// Leaves a file as it is; false when it must be put all the same.
  mutating func keep(_ address: String) throws(SiteError) -> Bool
  /// Makes it unless that was done before, in whatever build.
  mutating func show(_ file: some NamedFile) throws(SiteError) -> Shown
  consuming func finish() throws(SiteError)
}

extension Hand where Self: ~Copyable {
  mutating func keep(_ address: String) throws(SiteError) -> Bool { false }

  mutating func put(_ address: String, _ text: borrowing Output) throws(SiteError) {
    try text.withBytes { bytes throws(SiteError) in
      try put(address, UnsafeRawBufferPointer(bytes))
    }
  }

  mutating func put(_ address: String, _ text: String) throws(SiteError) {
    try text.utf8Span.span.withUnsafeBytes { bytes throws(SiteError) in try put(address, bytes) }
  }

  mutating func put(_ address: String, _ content: [UInt8]) throws(SiteError) {
    try content.span.withUnsafeBytes { bytes throws(SiteError) in try put(address, bytes) }
  }
}

/// Looks at all of it and keeps nothing.
struct DryHand: Hand, ~Copyable {
  mutating func begin(_ key: PageKey) {}
  mutating func put(_ address: String, _ bytes: UnsafeRawBufferPointer) {
    _ = Digest(bytes, seed: 0)
  }
  mutating func show(_ file: some NamedFile) -> Shown { .known }
  consuming func finish() {}
}
