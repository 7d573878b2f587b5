import Glibc

/// A file or folder that is open, until nobody holds it.
final class Handle: Sendable {
  let number: CInt
  init(_ number: CInt) { self.number = number }
  deinit { close(number) }

  /// Nil when it cannot be opened; `errno` says why.
  convenience init?(opening path: String, _ flags: CInt) {
    let number = open(path, flags | O_CLOEXEC, 0o644)
    guard number >= 0 else { return nil }
    self.init(number)
  }

  /// Lets go of a lock (`flock`). By closing alone it would live on in a process that was begun meanwhile
  /// and is not yet another program.
  func unlock() { flock(number, LOCK_UN) }

  /// Whether what is open stands in no folder any more.
  var isNameless: Bool {
    var facts = stat()
    return fstat(number, &facts) != 0 || facts.st_nlink == 0
  }
}

/// The root of a tree. Paths are looked up from here, whatever becomes of the folder's name: one look
/// along a whole path costs hardly more than with a handle for each folder in it.
final class OpenFolder: Sendable {
  let path: String
  private let handle: Handle

  init(_ path: String) throws(SiteError) {
    guard let handle = Handle(opening: path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW) else {
      throw Folder.failure(path)
    }
    self.path = path
    self.handle = handle
  }

  /// How large the file is; nil when there is none. Links are no files.
  func size(of file: borrowing TreePath) -> Int? {
    var facts = stat()
    guard fstatat(handle.number, file.start, &facts, AT_SYMLINK_NOFOLLOW) == 0,
      facts.st_mode & S_IFMT == S_IFREG
    else { return nil }
    return Int(facts.st_size)
  }

  /// All that is in a file; nil when there is none. Links are no files.
  func bytes(of file: borrowing TreePath) throws(SiteError) -> [UInt8]? {
    guard let size = size(of: file) else { return nil }
    let number = openat(handle.number, file.start, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    guard number >= 0 else { throw failure(file) }
    let opened = Handle(number)
    var bytes = [UInt8](repeating: 0, count: size)
    var filled = 0
    while filled < size {
      let count = bytes.withUnsafeMutableBytes { all in
        read(opened.number, all.baseAddress.map { $0 + filled }, size - filled)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw failure(file) }
      if count == 0 { break }
      filled += count
    }
    return Array(bytes.prefix(filled))
  }

  /// A new file, with the folders above it; nil when there is one of this name.
  func create(_ file: borrowing TreePath) throws(SiteError) -> NewFile? {
    let number = withFolders(above: file) {
      openat(handle.number, file.start, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    }
    if number >= 0 { return NewFile(number) }
    guard errno == EEXIST, size(of: file) != nil else { throw failure(file) }
    return nil
  }

  /// A second name for a file of another tree. Where the disk knows none, or has no more for this
  /// file, a copy.
  func link(_ file: borrowing TreePath, from other: OpenFolder) throws(SiteError) {
    let code = withFolders(above: file) {
      linkat(other.handle.number, file.start, handle.number, file.start, 0)
    }
    if code == 0 { return }
    guard [EXDEV, EMLINK, EPERM, ENOTSUP].contains(errno) else { throw failure(file) }
    try copy(file, from: other)
  }

  func copy(_ file: borrowing TreePath, from other: OpenFolder) throws(SiteError) {
    let number = openat(other.handle.number, file.start, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    guard number >= 0 else { throw other.failure(file) }
    let old = Handle(number)
    guard var new = try create(file) else { throw .twice("/\(file.text)") }
    var piece = [UInt8](repeating: 0, count: 64 << 10)
    while true {
      let count = read(old.number, &piece, piece.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw other.failure(file) }
      if count == 0 { break }
      let isWritten = piece.withUnsafeBytes {
        new.write(UnsafeRawBufferPointer(rebasing: $0[..<count]))
      }
      guard isWritten else { throw failure(file) }
    }
    guard new.finish() else { throw failure(file) }
  }

  /// Moves a file here from another folder, over the one that was here. False when it is not there.
  func take(
    _ file: borrowing TreePath, named name: String, from other: OpenFolder
  ) throws(SiteError) -> Bool {
    let code = withFolders(above: file) {
      renameat(other.handle.number, name, handle.number, file.start)
    }
    if code == 0 { return true }
    guard errno == ENOENT else { throw failure(file) }
    return false
  }

  /// With the folders above it that are empty then.
  func remove(_ file: borrowing TreePath) throws(SiteError) {
    guard unlinkat(handle.number, file.start, 0) == 0 || errno == ENOENT else {
      throw failure(file)
    }
    var end = file.count
    while let slash = file.bytes[..<end].lastIndex(of: UInt8(ascii: "/")) {
      end = slash
      file.start[end] = 0
      let code = unlinkat(handle.number, file.start, AT_REMOVEDIR)
      file.start[end] = CChar(UInt8(ascii: "/"))
      if code != 0 { return }
    }
  }

  func failure(_ file: borrowing TreePath) -> SiteError {
    let reason = errno
    let place = "\(path)/\(file.text)"
    errno = reason
    return Folder.failure(place)
  }

  /// Tries it once more with folders that were missing.
  private func withFolders(above file: borrowing TreePath, _ attempt: () -> CInt) -> CInt {
    let first = attempt()
    guard first < 0, errno == ENOENT else { return first }
    for end in file.bytes.indices where file.bytes[end] == UInt8(ascii: "/") {
      file.start[end] = 0
      let code = mkdirat(handle.number, file.start, 0o755)
      file.start[end] = CChar(UInt8(ascii: "/"))
      guard code == 0 || errno == EEXIST else { return code }
    }
    return attempt()
  }
}
