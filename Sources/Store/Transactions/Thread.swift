import Glibc

/// Starts a thread of our own: work that blocks must not sit on the few threads that async code
/// shares.
package func startThread(_ body: @escaping @Sendable () -> Void) {
  let work = Unmanaged.passRetained(ThreadBody(body))
  var thread = pthread_t()
  let code = pthread_create(
    &thread, nil,
    { argument in
      guard let argument else { return nil }
      Unmanaged<ThreadBody>.fromOpaque(argument).takeRetainedValue().body()
      return nil
    }, work.toOpaque())
  precondition(code == 0, "the system gives no more threads")
  pthread_detach(thread)
}

private final class ThreadBody: Sendable {
  let body: @Sendable () -> Void
  init(_ body: @escaping @Sendable () -> Void) { self.body = body }
}

/// Lets a thread of our own wait. Async code sleeps with `Task.sleep`.
func pauseThread(for span: Duration) {
  usleep(
    UInt32(span.components.seconds * 1_000_000 + span.components.attoseconds / 1_000_000_000_000))
}
