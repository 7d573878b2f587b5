import Glibc

/// Where what would be sent is put instead, for who runs this to look at.
struct SendingFolder {
  let path: String

  /// All of it or nothing, in place of one of the same name; others may not read it. The folder is made
  /// if it is not there.
  func put(_ name: String, _ bytes: [UInt8]) throws(SendingError) {
    guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw error(path) }
    let (final, draft) = ("\(path)/\(name)", "\(path)/.\(name).\(getpid())")
    let file = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw error(draft) }
    let isWritten = writeAll(bytes, to: file) && fsync(file) == 0
    let failure = errno
    close(file)
    guard isWritten, rename(draft, final) == 0 else {
      let reason = isWritten ? errno : failure
      unlink(draft)
      throw .file(path: final, reason: String(cString: strerror(reason)))
    }
  }

  private func writeAll(_ bytes: [UInt8], to file: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { return false }
      rest = rest.dropFirst(written)
    }
    return true
  }

  private func error(_ path: String) -> SendingError {
    .file(path: path, reason: String(cString: strerror(errno)))
  }
}
