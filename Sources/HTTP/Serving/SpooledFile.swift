import Glibc

/// A body that was put down on the disk as it came. It has no name, so it is gone with the last
/// reference, or with us, by whatever death; unless it is given one.
package final class SpooledFile: Sendable {
  package let handle: Int32
  package let size: Int64

  init(_ handle: Int32) {
    self.handle = handle
    var facts = stat()
    size = fstat(handle, &facts) == 0 ? Int64(facts.st_size) : 0
  }

  deinit { close(handle) }

  /// Gives it a name on the disk where it is. False when the system refuses, as it does when
  /// something is there; `errno` says why.
  package func name(_ path: String) -> Bool {
    linkat(AT_FDCWD, "/proc/self/fd/\(handle)", AT_FDCWD, path, AT_SYMLINK_FOLLOW) == 0
  }
}
