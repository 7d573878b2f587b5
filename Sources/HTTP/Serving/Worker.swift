import Glibc

/// A thread's loop over its clients. It waits in one place only, for whatever comes first.
final class Worker {
  /// After the system had no handle left.
  private static let pause = Duration.milliseconds(100)

  private let listener: Int32
  /// Can be read from once the server shall end.
  private let ending: Int32
  /// Rung for requests that wait.
  private let alarm: Alarm
  private let service: Service
  private let connectionsMax: Int
  private var connections: [ClientConnection] = []
  private var pausedUntil: ContinuousClock.Instant?

  init(
    listener: Int32, ending: Int32, _ alarm: Alarm, _ service: Service, connectionsMax: Int
  ) {
    self.listener = listener
    self.ending = ending
    self.alarm = alarm
    self.service = service
    self.connectionsMax = connectionsMax
  }

  func run() {
    var lastMoment: ContinuousClock.Instant?
    while true {
      let places = wait(until: lastMoment)
      let now = ContinuousClock.now
      if lastMoment == nil, places[0].revents != 0 { lastMoment = now + service.limits.ending }
      // Before looking, so that what is announced from now on rings again.
      if places[2].revents != 0 { alarm.silence() }
      for (connection, place) in zip(connections, places.dropFirst(3)) where place.revents != 0 {
        connection.advance(at: now)
      }
      for connection in connections { connection.lookUp(at: now, isOver: lastMoment != nil) }
      for connection in connections where connection.deadline <= now {
        connection.expire(at: now)
      }
      connections.removeAll { $0.isOver || (lastMoment != nil && $0.isIdle) }
      if let lastMoment {
        if connections.isEmpty || lastMoment <= now { return }
      } else if places[1].revents != 0 {
        acceptAll(at: now)
      }
    }
  }

  /// The first place is for the ending, the second for new clients and the third for the alarm; the
  /// rest is for those here.
  private func wait(until lastMoment: ContinuousClock.Instant?) -> [pollfd] {
    let now = ContinuousClock.now
    if let end = pausedUntil, end <= now { pausedUntil = nil }
    let isOpen = lastMoment == nil && pausedUntil == nil && connections.count < connectionsMax
    // The system passes over places without a handle.
    var places = [
      pollfd(fd: lastMoment == nil ? ending : -1, events: Int16(POLLIN), revents: 0),
      pollfd(fd: isOpen ? listener : -1, events: Int16(POLLIN), revents: 0),
      pollfd(fd: alarm.handle, events: Int16(POLLIN), revents: 0),
    ]
    for connection in connections {
      places.append(pollfd(fd: connection.socket, events: connection.events, revents: 0))
    }
    let moments = connections.map(\.deadline) + [lastMoment, pausedUntil].compactMap { $0 }
    let result = poll(
      &places, nfds_t(places.count), Self.milliseconds(from: now, to: moments.min()))
    precondition(result >= 0 || errno == EINTR || errno == ENOMEM, "the places are ours")
    return places
  }

  private static func milliseconds(
    from now: ContinuousClock.Instant, to moment: ContinuousClock.Instant?
  ) -> Int32 {
    guard let moment else { return -1 }
    let (seconds, attoseconds) = max(.zero, moment - now).components
    // Rounded up: a moment too early would be spent turning round.
    return Int32(clamping: seconds * 1_000 + attoseconds / 1_000_000_000_000_000 + 1)
  }

  private func acceptAll(at now: ContinuousClock.Instant) {
    while connections.count < connectionsMax {
      switch Socket.accept(from: listener) {
      case .connection(let socket):
        connections.append(ClientConnection(socket, service, alarm, at: now))
      case .noRoom:
        pausedUntil = now + Self.pause
        return
      case .nobody: return
      }
    }
  }
}
