package import HTTP
package import Market
import Pages
package import Store
import Synchronization

/// Tells sockets what happens to what they listen to. The log is what it tells, so that each of several
/// endpoints tells the same, and whoever was away goes on from where he was.
package final class LiveHub: Sendable {
  static let topicsMax = 64
  /// Of one address.
  static let socketsMax = 256
  /// What a program that was away is told one by one; after more it looks for itself.
  static let missedMax = 2_000
  private static let words = Allowance(60, each: .seconds(10))
  /// All its sockets together: who comes again with a new one has no more than that.
  private static let wordsOfAddress = Allowance(1_500, each: .seconds(10))
  private static let piece = 1_000

  private let store: Store
  private let clock: @Sendable () -> Instant
  private let state = Mutex(State())
  private let allowances = RateLimits()
  private let server = Mutex<Server?>(nil)

  package init(_ store: Store, clock: @escaping @Sendable () -> Instant) {
    (self.store, self.clock) = (store, clock)
  }

  /// Whose sockets they are.
  package func speak(by server: Server?) { self.server.withLock { $0 = server } }

  private func say(_ news: JSON, to sockets: [SocketID]) {
    guard !sockets.isEmpty else { return }
    server.withLock { $0 }?.send(SharedBytes(news.bytes), to: sockets)
  }

  private func close(_ socket: SocketID, _ code: UInt16, _ reason: String) {
    server.withLock { $0 }?.close(socket, code: code, reason: reason)
  }
}

// MARK: Coming and going

extension LiveHub {
  /// False when there are too many from this address.
  func open(_ socket: SocketID, _ secret: Secret?, from address: String) -> Bool {
    let client = RateLimits.Client(address)
    return state.withLock { state in
      guard state.counts[client, default: 0] < Self.socketsMax else { return false }
      state.counts[client, default: 0] += 1
      state.listeners[socket] = Listener(secret: secret, address: address)
      return true
    }
  }

  package func closed(_ socket: SocketID) {
    state.withLock { state in
      guard let listener = state.listeners.removeValue(forKey: socket) else { return }
      for topic in listener.topics.keys { state.leave(topic, socket) }
      let client = RateLimits.Client(listener.address)
      let count = state.counts[client, default: 1] - 1
      state.counts[client] = count == 0 ? nil : count
    }
  }

  package func hear(_ message: Message, from socket: SocketID) {
    guard maySpeak(socket) else { return close(socket, 1_008, "too many messages") }
    guard case .text(let text) = message else { return close(socket, 1_003, "text is spoken here") }
    guard text.utf8.count <= LiveWord.bytesMax else { return close(socket, 1_009, "too long") }
    do throws(LiveWord.Flaw) {
      switch try LiveWord(text) {
      case .subscribe(let topic, let after): subscribe(socket, to: topic, after: after)
      case .unsubscribe(let topic):
        state.withLock { $0.end(topic, socket) }
        say(LiveNews.unsubscribed(topic), to: [socket])
      }
    } catch {
      say(LiveNews.flaw(error), to: [socket])
    }
  }

  private func maySpeak(_ socket: SocketID) -> Bool {
    guard let address = state.withLock({ $0.listeners[socket]?.address }) else { return false }
    let now = clock()
    return allowances.wait(of: "", for: "\(socket.text)", Self.words, at: now) == nil
      && allowances.wait(of: address, for: "words", Self.wordsOfAddress, at: now) == nil
  }
}

// MARK: Subscribing

extension LiveHub {
  /// What happens from now on is kept until it is known whether the socket may hear it and what it has
  /// missed: so nothing is lost between what was and what comes, and nothing is told twice.
  private func subscribe(_ socket: SocketID, to topic: Topic, after: Position?) {
    let asked = state.withLock { state -> (number: Int, comer: Comer?)? in
      guard let listener = state.listeners[socket] else { return nil }
      // Who asks again begins again, from the place that he names now.
      guard listener.topics[topic] != nil || listener.topics.count < Self.topicsMax else {
        return (0, nil)
      }
      state.asked += 1
      state.listeners[socket]?.topics[topic] = .asked(number: state.asked, [])
      state.topics[topic, default: []].insert(socket)
      return (state.asked, Comer(secret: listener.secret))
    }
    guard let (number, comer) = asked else { return }
    guard let comer else { return say(LiveNews.refused(topic, .tooMany), to: [socket]) }
    let now = clock()
    store.readNewest { rows -> Missed? in
      guard try rows.mayHear(topic, rows.actor(comer, at: now)) else { return nil }
      return try rows.missed(topic, after: after, atMost: Self.missedMax)
    } then: { outcome in
      switch outcome {
      case .success(let missed?): self.begin(socket, topic, number, missed)
      case .success(nil): self.refuse(socket, topic, number, .notFound)
      case .failure: self.refuse(socket, topic, number, .unavailable)
      }
    }
  }

  private func begin(_ socket: SocketID, _ topic: Topic, _ number: Int, _ missed: Missed) {
    // Under the lock, so that what happens next is said after it.
    state.withLock { state in
      guard let kept = state.kept(topic, socket, number) else { return }
      // Of the log only what comes now is told, or what comes behind this.
      state.told = state.told ?? missed.position
      state.listeners[socket]?.topics[topic] = .inForce(missed.position)
      let isWhole = missed.isWhole && kept.count <= Self.piece
      say(LiveNews.subscribed(topic, missed.position, isWhole: isWhole), to: [socket])
      for change in missed.changes { say(LiveNews.changed(change), to: [socket]) }
      for change in kept where change.position > missed.position {
        say(LiveNews.changed(change), to: [socket])
        guard change.isLast else { continue }
        return state.end(topic, socket)
      }
    }
  }

  private func refuse(
    _ socket: SocketID, _ topic: Topic, _ number: Int, _ why: LiveNews.Refusal
  ) {
    let isAsked = state.withLock { state in
      guard state.kept(topic, socket, number) != nil else { return false }
      state.end(topic, socket)
      return true
    }
    if isAsked { say(LiveNews.refused(topic, why), to: [socket]) }
  }
}

// MARK: Telling

extension LiveHub {
  /// The log has come so far.
  package func heard(_ position: Position) {
    let isNews = state.withLock { state in
      if state.told == nil {
        // What was before is asked for by those who want it.
        state.told = position
      }
      state.wanted = max(state.wanted, position)
      return state.beginReading()
    }
    if isNews { read() }
  }

  private func read() {
    let (told, trusted) = state.withLock { ($0.told ?? .start, $0.trusted) }
    let now = clock()
    store.readNewest { rows in
      let changes = try rows.changes(after: told, atMost: Self.piece)
      // Who may hear what is not for everybody may have lost that, or may have signed out.
      let others = try trusted.filter { try !rows.mayHear($0.topic, rows.actor($0.comer, at: now)) }
      return (changes, others)
    } then: { outcome in
      // When it fails, the next that is heard of the log begins here again.
      let (changes, others) = (try? outcome.get()) ?? ([], [])
      let isMore = self.state.withLock { state in
        for other in others {
          state.end(other.topic, other.socket)
          self.say(LiveNews.refused(other.topic, .notFound), to: [other.socket])
        }
        for change in changes.compactMap({ TopicChange($0) }) { self.tell(change, &state) }
        if let last = changes.last { state.told = last.position }
        state.isReading = false
        return !changes.isEmpty && state.beginReading()
      }
      if isMore { self.read() }
    }
  }

  private func tell(_ change: TopicChange, _ state: inout State) {
    guard let sockets = state.topics[change.topic] else { return }
    var listening: [SocketID] = []
    for socket in sockets {
      switch state.listeners[socket]?.topics[change.topic] {
      case .asked(let number, let kept)?:
        state.listeners[socket]?.topics[change.topic] = .asked(
          number: number, kept.suffix(Self.piece) + [change])
      case .inForce(let position)? where position < change.position: listening.append(socket)
      case .inForce?, nil: break
      }
    }
    say(LiveNews.changed(change), to: listening)
    guard change.isLast else { return }
    for socket in listening { state.end(change.topic, socket) }
  }
}
