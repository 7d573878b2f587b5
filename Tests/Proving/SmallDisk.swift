import Glibc

/// A disk in memory on which there is little room, gone when nobody holds it any more.
package final class SmallDisk: Sendable {
  package let path: String
  private let folder: TemporaryFolder

  /// Nil, loudly, where no disk can be mounted.
  package init?(kibibytes: Int) throws {
    guard getuid() == 0 else {
      print("\n*** Only root can mount a disk: the tests of a full disk do NOT run. ***\n")
      return nil
    }
    folder = try TemporaryFolder()
    path = folder.file("disk")
    mkdir(path, 0o755)
    guard mount("tmpfs", path, "tmpfs", 0, "size=\(kibibytes)k") == 0 else {
      throw ProvingError.failed("mount: \(String(cString: strerror(errno)))")
    }
  }

  deinit { umount2(path, Int32(MNT_DETACH)) }
}
