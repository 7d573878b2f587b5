import HTTP
import Market
import Store

extension LiveHub {
  struct Listener {
    /// Whose it is is looked up each time: he may have signed out since.
    let secret: Secret?
    let address: String
    var topics: [Topic: Subscription] = [:]
  }

  struct Comer {
    let secret: Secret?
  }

  enum Subscription {
    /// It is not known yet whether it may be; meanwhile what happens is kept.
    case asked(number: Int, [TopicChange])
    /// All up to this place was told before it began.
    case inForce(Position)
  }

  struct State {
    var listeners: [SocketID: Listener] = [:]
    var topics: [Topic: Set<SocketID>] = [:]
    var counts: [RateLimits.Client: Int] = [:]
    /// How often anybody has subscribed: what is read for one is no answer to the next.
    var asked = 0
    /// How far the log was told.
    var told: Position?
    var wanted = Position.start
    var isReading = false
  }
}

extension LiveHub.State {
  /// What has happened since it was asked for; nil when it is no more, or was asked for anew.
  func kept(_ topic: Topic, _ socket: SocketID, _ number: Int) -> [TopicChange]? {
    guard case .asked(number, let kept)? = listeners[socket]?.topics[topic] else { return nil }
    return kept
  }

  /// Those who listen to what is not for everybody.
  var trusted: [(socket: SocketID, topic: Topic, comer: LiveHub.Comer)] {
    topics.filter { !$0.key.isPublic }.flatMap { topic, sockets in
      sockets.compactMap { socket in
        listeners[socket].map { (socket, topic, LiveHub.Comer(secret: $0.secret)) }
      }
    }
  }

  mutating func end(_ topic: Topic, _ socket: SocketID) {
    listeners[socket]?.topics[topic] = nil
    leave(topic, socket)
  }

  mutating func leave(_ topic: Topic, _ socket: SocketID) {
    topics[topic]?.remove(socket)
    if topics[topic]?.isEmpty == true { topics[topic] = nil }
  }

  /// Whether there is something to read and nobody reads it yet.
  mutating func beginReading() -> Bool {
    guard !isReading, let told, told < wanted else { return false }
    isReading = true
    return true
  }
}

extension Reading where Self: ~Copyable {
  func actor(_ comer: LiveHub.Comer, at now: Instant) throws -> Actor {
    guard let secret = comer.secret, let session = try session(secret, at: now) else {
      return .visitor
    }
    return try actor(session)
  }
}
