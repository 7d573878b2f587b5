import Glibc

/// Ends the waiting of one thread, from any other.
final class Alarm: Sendable {
  /// Can be read from once it has rung.
  let handle: Int32
  private let other: Int32

  /// Nil when the system has no handle left.
  init?() {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    (handle, other) = (ends[0], ends[1])
  }

  deinit {
    close(handle)
    close(other)
  }

  /// A pipe that is full has been rung often enough.
  func ring() {
    var sign: UInt8 = 1
    _ = write(other, &sign, 1)
  }

  func silence() {
    var signs = [UInt8](repeating: 0, count: 256)
    while read(handle, &signs, signs.count) > 0 {}
  }
}
