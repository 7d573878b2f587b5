import Glibc

/// A regular file that is open for reading, whatever becomes of its name.
package final class OpenFile: Sendable {
  let handle: Int32
  package let size: Int64
  package let inode: UInt64
  /// When it was last written: seconds since 1970, and what is beyond them.
  package let modified: (seconds: Int64, nanoseconds: Int64)

  /// Takes over the handle, and closes it when it is no regular file.
  init?(_ handle: Int32) {
    var facts = stat()
    guard fstat(handle, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else {
      close(handle)
      return nil
    }
    self.handle = handle
    size = Int64(facts.st_size)
    inode = UInt64(facts.st_ino)
    modified = (Int64(facts.st_mtim.tv_sec), Int64(facts.st_mtim.tv_nsec))
  }

  /// A file of ours. Nil when it is not there, is a link, or is no regular file.
  package convenience init?(path: String) {
    let handle = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard handle >= 0 else { return nil }
    self.init(handle)
  }

  deinit { close(handle) }

  /// At most `count` bytes from there on; empty at the end of the file, nil when the disk fails.
  package func read(from offset: Int64, count: Int) -> [UInt8]? {
    var isFine = true
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count, let start = buffer.baseAddress {
        let got = pread(handle, start + filled, count - filled, off_t(offset) + off_t(filled))
        if got < 0, errno == EINTR { continue }
        isFine = got >= 0
        guard got > 0 else { return }
        filled += got
      }
    }
    return isFine ? bytes : nil
  }
}
