import Dispatch
import Synchronization

/// Where a site is sent to.
protocol Destination: Sendable {
  /// What tells this place from another.
  var address: String { get }

  /// Those of a plan that mean something there.
  func arranged(_ parcels: [Parcel]) throws -> [Parcel]

  /// Refuses what cannot go well, before anything is sent.
  func open() throws

  /// Sends these in any order. `done` is told of each as soon as it was read back as it was sent.
  func send(_ parcels: [Parcel], _ done: @escaping @Sendable (Parcel) throws -> Void) throws

  func remove(_ parcels: [Parcel], _ done: @escaping @Sendable (Parcel) throws -> Void) throws

  /// Those that are not there as they should be.
  func faulty(among parcels: [Parcel]) throws -> [Parcel]

  /// What visitors ask for to get a file.
  func link(to path: String) -> String

  /// A file that is none of the site's, in its root.
  func send(_ text: String, named name: String) throws

  /// Nothing is on its way any more.
  func close()
}

extension Destination {
  func arranged(_ parcels: [Parcel]) -> [Parcel] { parcels }
  func close() {}

  /// Pages are asked for without their ending.
  func link(to path: String) -> String {
    if path == "index.html" { return "/" }
    return "/" + (path.hasSuffix(".html") ? String(path.dropLast(5)) : path)
  }
}

/// Does something with each of these, some side by side. Whoever throws ends it all; what was begun
/// is finished.
func inParallel<Thing: Sendable>(
  _ things: [Thing], by workers: Int, _ body: @Sendable (Thing, _ worker: Int) throws -> Void
) throws {
  let next = Atomic(0)
  let failure = Mutex<(any Error)?>(nil)
  DispatchQueue.concurrentPerform(iterations: max(1, min(workers, things.count))) { worker in
    while failure.withLock({ $0 == nil }) {
      let place = next.add(1, ordering: .relaxed).oldValue
      guard place < things.count else { return }
      do {
        try body(things[place], worker)
      } catch {
        failure.withLock { $0 = $0 ?? error }
      }
    }
  }
  if let failure = failure.withLock({ $0 }) { throw failure }
}
