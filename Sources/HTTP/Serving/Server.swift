import Glibc
import Synchronization

/// A plain server for HTTP/1.1: a few threads, each with its share of the clients.
package final class Server: Sendable {
  /// Where it listens; the port is the real one where any was asked for.
  package let endpoint: Endpoint
  private let listener: Int32
  private let ending: (read: Int32, write: Int32)
  private let threads: Mutex<[pthread_t]>

  /// Listens from now on, until it is asked to end.
  package init(
    at wanted: Endpoint, threads count: Int = 4, _ service: Service
  ) throws(ListenError) {
    Self.makeRoom(for: service.limits.connectionsMax)
    (listener, endpoint) = try Socket.listen(at: wanted)
    var ends: [Int32] = [-1, -1]
    let alarms = (0..<count).compactMap { _ in Alarm() }
    guard alarms.count == count, pipe(&ends) == 0 else {
      close(listener)
      throw .system(wanted, reason: String(cString: strerror(errno)))
    }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    ending = (ends[0], ends[1])
    let (listener, readEnd) = (listener, ends[0])
    let share = max(1, service.limits.connectionsMax / count)
    threads = Mutex(
      alarms.map { alarm in
        startThread {
          Worker(listener: listener, ending: readEnd, alarm, service, connectionsMax: share).run()
        }
      })
  }

  /// Takes no more requests, lets the answers go that are on their way, and returns when all threads
  /// have ended. May be called again.
  package func end() {
    let threads = threads.withLock { threads in
      defer { threads = [] }
      return threads
    }
    guard !threads.isEmpty else { return }
    // Nobody reads it, so that every thread sees it.
    var sign: UInt8 = 1
    _ = write(ending.write, &sign, 1)
    for thread in threads { pthread_join(thread, nil) }
    close(listener)
    close(ending.read)
    close(ending.write)
  }

  deinit { end() }

  /// Many systems let a program have 1,024 handles unless it asks for more.
  private static func makeRoom(for connections: Int) {
    let others = 256
    var limit = rlimit()
    let kind = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    guard getrlimit(kind, &limit) == 0 else { return }
    // Every connection may be sending a file.
    let needed = rlim_t(2 * connections + others)
    guard limit.rlim_cur < needed else { return }
    limit.rlim_cur = min(needed, limit.rlim_max)
    setrlimit(kind, &limit)
  }
}

/// A thread that no signal interrupts: those are for the others.
private func startThread(_ body: @escaping @Sendable () -> Void) -> pthread_t {
  var (all, before) = (sigset_t(), sigset_t())
  sigfillset(&all)
  pthread_sigmask(SIG_SETMASK, &all, &before)
  defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
  var thread = pthread_t()
  let code = pthread_create(
    &thread, nil,
    { argument in
      guard let argument else { return nil }
      Unmanaged<ThreadBody>.fromOpaque(argument).takeRetainedValue().body()
      return nil
    }, Unmanaged.passRetained(ThreadBody(body)).toOpaque())
  precondition(code == 0, "the system gives no more threads")
  return thread
}

private final class ThreadBody: Sendable {
  let body: @Sendable () -> Void
  init(_ body: @escaping @Sendable () -> Void) { self.body = body }
}
