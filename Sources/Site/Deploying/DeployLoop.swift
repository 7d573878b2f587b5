package import Pages

/// Sends the site to one target whenever it has changed. It says what it does, and tries again what went
/// wrong.
package final class DeployLoop: Sendable {
  package enum Event: Sendable {
    case sent(String, Deployment.Outcome)
    case failed(String, any Error)
  }

  private static let rest = Duration.seconds(60)
  private static let pauses = [Duration.seconds(2), .seconds(10), .seconds(60)]

  private let output: String
  private let origin: SiteOrigin
  private let target: Target
  private let tell: @Sendable (Event) -> Void
  private let wakes: AsyncStream<Void>
  private let wakeNow: AsyncStream<Void>.Continuation

  package init(
    of output: String, at origin: SiteOrigin, to target: Target,
    tell: @escaping @Sendable (Event) -> Void
  ) {
    self.output = output
    self.origin = origin
    self.target = target
    self.tell = tell
    (wakes, wakeNow) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
  }

  /// There may be something to send.
  package func wake() { wakeNow.yield() }

  /// Until the task is cancelled.
  package func run() async {
    await withTaskCancellationHandler {
      await withTaskGroup(of: Void.self) { group in
        // Who could not be told may be by now.
        group.addTask {
          while (try? await Task.sleep(for: Self.rest)) != nil { self.wake() }
        }
        await follow()
        group.cancelAll()
      }
    } onCancel: {
      wakeNow.finish()
    }
  }

  private func follow() async {
    var failures = 0
    wake()
    for await _ in wakes {
      let isSent = await send() != .failed
      failures = isSent ? 0 : failures + 1
      guard !isSent else { continue }
      try? await Task.sleep(for: Self.pauses[min(failures, Self.pauses.count) - 1])
      wake()
    }
  }

  package enum Result: Sendable {
    case fine
    /// Somebody could not be told of it.
    case untold
    case failed
  }

  /// Once.
  package func send() async -> Result {
    do {
      let outcome = try await Deployment.run(of: output, at: origin, to: target)
      tell(.sent(target.title, outcome))
      return outcome.troubles.isEmpty ? .fine : .untold
    } catch DeployError.stopped {
      return .failed
    } catch {
      tell(.failed(target.title, error))
      return .failed
    }
  }
}
