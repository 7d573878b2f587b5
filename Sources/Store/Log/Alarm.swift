import Glibc
import Market

/// Rung once, by any thread, for a thread of ours that waits in the system.
final class Alarm: Sendable {
  enum Waking {
    case rung
    /// There is something to be read.
    case ready
    /// The time is over, or a signal came.
    case idle
  }

  private let waiting: Int32
  private let ringing: Int32

  init() {
    var ends: [Int32] = [-1, -1]
    let code = pipe(&ends)
    precondition(code == 0, "the system gives no more pipes")
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    (waiting, ringing) = (ends[0], ends[1])
  }

  deinit {
    close(waiting)
    close(ringing)
  }

  /// Nobody reads what is written, so it rings for ever; once more is not needed.
  func ring() {
    guard !isRung else { return }
    var byte: UInt8 = 0
    _ = write(ringing, &byte, 1)
  }

  var isRung: Bool { wait(for: .zero) == .rung }

  /// Until it rings, or there is something to be read from `handle`, or the time is over.
  func wait(for span: Duration, orInputFrom handle: Int32 = -1) -> Waking {
    var ends = [waiting, handle].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    guard poll(&ends, nfds_t(ends.count), Int32(clamping: span.milliseconds)) > 0 else {
      return .idle
    }
    return ends[0].revents != 0 ? .rung : .ready
  }
}
