/// Names what a file says. Every tag of ours is strong: same tag, same bytes.
struct EntityTag: Equatable, Sendable {
  /// With its quotes, as it is sent.
  let text: String

  /// By what is in it. So a page that a build made again as it was keeps its tag, although its file
  /// is a new one, and so it is on every machine that serves the same site.
  init(of bytes: [UInt8]) { text = "\"\(Digest(bytes).text)\"" }

  /// By when it was written, and where. For what is too large to be read for every question about
  /// it; builds never write into a file that is there.
  init(of file: OpenFile) {
    let facts = [
      UInt64(bitPattern: file.size), UInt64(bitPattern: file.modified.seconds),
      UInt64(bitPattern: file.modified.nanoseconds), file.inode,
    ]
    text = "\"\(facts.map { String($0, radix: 36) }.joined(separator: "-"))\""
  }

  /// Whether a list of tags names it, or all there are. A weak tag (`W/`) is the same when only the
  /// meaning must be.
  func isNamed(in list: String, weakly: Bool) -> Bool {
    list.listed.contains { each in
      each == "*" || each == text || (weakly && each == "W/" + text)
    }
  }
}
