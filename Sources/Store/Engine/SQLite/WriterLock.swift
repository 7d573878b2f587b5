import Glibc

/// The turn to write to one SQLite file, shared by all processes through a file beside it.
///
/// The system takes it back when a process dies. Whoever holds it is alone: it may write, and it
/// may checkpoint.
final class WriterLock {
  private static let pause: UInt32 = 200  // microseconds between two looks

  private let path: String
  private let file: Int32
  private(set) var isHeld = false

  init(besides database: String) throws {
    // By its real name: through a link to the database there is no second turn.
    let real = realpath(database, nil)
    defer { free(real) }
    path = (real.map { String(cString: $0) } ?? database) + "-writer"
    file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard file >= 0 else {
      switch errno {
      case EACCES, EROFS, EPERM: throw StoreError.readOnly(path)
      case ENOSPC, EDQUOT: throw StoreError.full(path)
      default: throw StoreError.unavailable("\(path): \(String(cString: strerror(errno)))")
      }
    }
  }

  deinit { Glibc.close(file) }

  func acquire(within patience: Duration) throws {
    guard !isHeld else { return }
    let deadline = ContinuousClock.now + patience
    // Looking again and again keeps the wait bounded, which a blocking lock is not.
    while flock(file, LOCK_EX | LOCK_NB) != 0 {
      guard errno == EWOULDBLOCK || errno == EINTR else {
        throw StoreError.unavailable("\(path): \(String(cString: strerror(errno)))")
      }
      guard ContinuousClock.now < deadline else { throw StoreError.busy }
      usleep(Self.pause)
    }
    isHeld = true
  }

  func release() {
    guard isHeld else { return }
    isHeld = false
    flock(file, LOCK_UN)
  }
}
