import Foundation
import Synchronization

/// Runs the same on so many threads at once, and returns when all have ended. The first failure of
/// one is the failure of all.
package func together(_ count: Int, _ body: @escaping @Sendable (Int) throws -> Void) throws {
  let failures = Heard<any Error>()
  let group = DispatchGroup()
  for number in 0..<count {
    group.enter()
    let thread = Thread {
      do {
        try body(number)
      } catch {
        failures.add(error)
      }
      group.leave()
    }
    thread.start()
  }
  group.wait()
  if let failure = failures.all.first { throw failure }
}
