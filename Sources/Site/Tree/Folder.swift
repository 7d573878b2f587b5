import Glibc

/// Folders of the disk.
enum Folder {
  /// Without links, as far as it is there.
  static func real(_ path: String) -> String {
    if let real = realpath(path, nil) {
      defer { free(real) }
      return String(cString: real)
    }
    guard let slash = path.lastIndex(of: "/"), slash > path.startIndex else {
      return path.hasPrefix("/") ? path : real(".") + "/" + path
    }
    return real(String(path[..<slash])) + String(path[slash...])
  }

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
    let handle = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard handle >= 0 else { throw failure(path) }
    guard let entries = fdopendir(handle) else {
      close(handle)
      throw failure(path)
    }
    defer { closedir(entries) }
    while let entry = readdir(entries) {
      let name = name(of: entry)
      if name == "." || name == ".." || unlinkat(handle, name, 0) == 0 { continue }
      guard errno == EISDIR else { throw failure("\(path)/\(name)") }
      try remove("\(path)/\(name)")
    }
    guard rmdir(path) == 0 else { throw failure(path) }
  }

  /// Whatever it is that has them.
  static func names(in path: String) throws(SiteError) -> [String] {
    guard let entries = opendir(path) else { throw failure(path) }
    defer { closedir(entries) }
    var names: [String] = []
    while let entry = readdir(entries) {
      let name = name(of: entry)
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  private static func name(of entry: UnsafeMutablePointer<dirent>) -> String {
    withUnsafeBytes(of: entry.pointee.d_name) { bytes in
      String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
  }

  /// All that is in a folder and in those in it, but folders, by their paths from there.
  static func walk(
    _ root: String, in folder: String = "", _ body: (String) throws(SiteError) -> Void
  ) throws(SiteError) {
    let place = folder.isEmpty ? root : "\(root)/\(folder)"
    for name in try names(in: place) {
      let path = folder.isEmpty ? name : "\(folder)/\(name)"
      if isFolder("\(root)/\(path)") {
        try walk(root, in: path, body)
      } else {
        try body(path)
      }
    }
  }

  /// A new file, or an old one with other bytes.
  static func write(_ bytes: UnsafeRawBufferPointer, to path: String) throws(SiteError) {
    let number = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard number >= 0 else { throw failure(path) }
    var file = NewFile(number)
    guard file.write(bytes), file.finish() else { throw failure(path) }
  }

  static func write(_ bytes: [UInt8], to path: String) throws(SiteError) {
    try bytes.span.withUnsafeBytes { bytes throws(SiteError) in try write(bytes, to: path) }
  }

  /// A file with these bytes takes the place of whatever was there. Who reads finds one or the other.
  static func replace(_ path: String, _ bytes: [UInt8]) throws(SiteError) {
    let new = "\(path).new"
    try write(bytes, to: new)
    guard rename(new, path) == 0 else { throw failure(path) }
  }

  /// All that is in a file; nil when there is none.
  static func bytes(of path: String) throws(SiteError) -> [UInt8]? {
    guard let file = Handle(opening: path, O_RDONLY | O_NOFOLLOW) else {
      if errno == ENOENT { return nil }
      throw failure(path)
    }
    var facts = stat()
    guard fstat(file.number, &facts) == 0 else { throw failure(path) }
    var bytes = [UInt8](repeating: 0, count: Int(facts.st_size))
    let count = pread(file.number, &bytes, bytes.count, 0)
    guard count >= 0 else { throw failure(path) }
    return Array(bytes.prefix(count))
  }

  /// And no link to one.
  static func isFolder(_ path: String) -> Bool {
    var facts = stat()
    return lstat(path, &facts) == 0 && facts.st_mode & S_IFMT == S_IFDIR
  }

  /// Whether both lead to the same folder, by whatever ways. The second is no link itself.
  static func isSame(_ path: String, _ other: String) -> Bool {
    var (one, two) = (stat(), stat())
    return stat(path, &one) == 0 && lstat(other, &two) == 0 && one.st_dev == two.st_dev
      && one.st_ino == two.st_ino
  }

  /// Of a write of which only a part was written; then the disk is full, and nobody says so.
  static func failure(_ path: String, written count: Int) -> SiteError {
    if count >= 0 { errno = ENOSPC }
    return failure(path)
  }

  static func failure(_ path: String) -> SiteError {
    .system(path: path, reason: String(cString: strerror(errno)))
  }
}
