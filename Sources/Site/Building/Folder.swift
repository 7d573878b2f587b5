import Glibc

/// Folders of the disk.
enum Folder {
  /// With those above it; nothing when it is there.
  static func make(_ path: String) throws(SiteError) {
    for (index, byte) in zip(path.utf8.indices, path.utf8) where byte == UInt8(ascii: "/") {
      try makeOne(String(path[..<index]))
    }
    try makeOne(path)
  }

  private static func makeOne(_ path: String) throws(SiteError) {
    guard path.isEmpty || mkdir(path, 0o755) == 0 || errno == EEXIST else { throw failure(path) }
  }

  /// With all that is in it. Links are removed, not followed.
  static func remove(_ path: String) throws(SiteError) {
    guard let entries = opendir(path) else { throw failure(path) }
    defer { closedir(entries) }
    while let entry = readdir(entries) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      guard name != ".", name != ".." else { continue }
      let inside = "\(path)/\(name)"
      if unlink(inside) == 0 { continue }
      guard errno == EISDIR else { throw failure(inside) }
      try remove(inside)
    }
    guard rmdir(path) == 0 else { throw failure(path) }
  }

  /// Where a link leads, as it says; nil when it is none.
  static func end(ofLink path: String) -> String? {
    let limit = Int(PATH_MAX)
    return withUnsafeTemporaryAllocation(of: CChar.self, capacity: limit) { buffer in
      guard let start = buffer.baseAddress else { return nil }
      let count = readlink(path, start, limit)
      guard count > 0 else { return nil }
      return String(decoding: buffer.prefix(count).map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
  }

  static func failure(_ path: String) -> SiteError {
    .system(path: path, reason: String(cString: strerror(errno)))
  }
}
