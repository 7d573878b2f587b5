import Dispatch
import Glibc

/// Works until the work is done or the system asks the program to end. The work is then cancelled,
/// and what it has begun it finishes.
func untilAskedToEnd(_ work: @escaping @Sendable () async throws -> Void) async throws {
  let (asked, askedNow) = AsyncStream.makeStream(of: Void.self)
  let sources = [SIGTERM, SIGINT].map { number in
    // The usual end would come before the source hears of it.
    signal(number, SIG_IGN)
    let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
    source.setEventHandler { askedNow.finish() }
    source.resume()
    return source
  }
  defer { for source in sources { source.cancel() } }
  try await withThrowingTaskGroup(of: Void.self) { group in
    group.addTask { for await _ in asked {} }
    group.addTask { try await work() }
    defer { group.cancelAll() }
    do { try await group.next() } catch is CancellationError {}
    group.cancelAll()
    do { try await group.waitForAll() } catch is CancellationError {}
  }
}
