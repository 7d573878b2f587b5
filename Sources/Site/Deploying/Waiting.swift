import Glibc

/// Waits on the thread that calls it: for another machine, or for somebody who writes the site.
@Sendable func wait(_ time: Duration) {
  _ = poll(nil, 0, Int32(clamping: Int64(time / .milliseconds(1))))
}
