import Dispatch
package import Market

/// Tells soon after the log of a database has grown, whoever has written: this process, another
/// one, or another machine.
///
/// A thread of its own with a connection of its own calls `heard` with the newest position: once at
/// the start, and whenever it has moved; what grew meanwhile is told together. A database that is
/// away is looked for again and again, and afterwards it tells what it missed. Positions only grow,
/// unless another database with another log stands there now.
package final class LogEar: Sendable {
  /// Between two tries to reach a database that is away: doubled each time.
  static let pauseFirst = Duration.milliseconds(20)
  static let pauseLongest = Duration.seconds(1)

  private let alarm = Alarm()
  private let ended = DispatchSemaphore(value: 0)

  /// `heard` should return soon, since nothing is told meanwhile.
  package init(at address: Address, heard: @escaping @Sendable (Position) -> Void) {
    let alarm = alarm
    let ended = ended
    startThread {
      EarLoop(address, until: alarm, heard).run()
      ended.signal()
    }
  }

  deinit { alarm.ring() }

  /// Returns when the thread has ended; `heard` is not called any more, and must not call this. It
  /// takes a moment, or `connect_timeout` while a server is tried that says nothing at all.
  package func close() {
    alarm.ring()
    ended.wait()
    // For who closes it again.
    ended.signal()
  }
}

/// What the ear's thread does. It never leaves that thread.
private final class EarLoop {
  private let address: Address
  private let alarm: Alarm
  private let heard: @Sendable (Position) -> Void
  private var told: Position?
  private var pause = LogEar.pauseFirst

  init(
    _ address: Address, until alarm: Alarm, _ heard: @escaping @Sendable (Position) -> Void
  ) {
    self.address = address
    self.alarm = alarm
    self.heard = heard
  }

  func run() {
    while !alarm.isRung {
      do {
        try listen()
      } catch {
        // Whoever uses the database meets the same and says so.
        _ = alarm.wait(for: pause)
        pause = min(pause * 2, LogEar.pauseLongest)
      }
    }
  }

  private func listen() throws {
    let watch = try address.watchLog()
    defer { watch.connection.close() }
    var position = try watch.position()
    pause = LogEar.pauseFirst
    // What is shorter than before is another log.
    if position != told { tell(position) }
    while !alarm.isRung {
      try watch.wait(past: position, or: alarm)
      let newest = try watch.position()
      guard newest > position else { continue }
      position = newest
      if !alarm.isRung { tell(position) }
    }
  }

  private func tell(_ position: Position) {
    told = position
    heard(position)
  }
}
