package import Market
package import Outside
package import Pages
package import Store

/// By what letters and text messages leave, and in whose name.
package struct Carriers: Sendable {
  package var mailer: Mailer
  package var messenger: TextMessenger
  /// Without a name in it, the site's in the language of the letter stands there.
  package var sender: Mailbox
  package var limits = MailLimits()

  package init(mailer: Mailer, messenger: TextMessenger, sender: Mailbox) {
    self.mailer = mailer
    self.messenger = messenger
    self.sender = sender
  }
}

/// Puts into words what was written for somebody, and sends it. It is at least once: a worker that dies
/// between the sending and the note of it sends the same again, under the same id.
package enum Sending {
  /// What those who print letters give. They may wait for the theme to be read.
  package typealias Press = @Sendable (Store) async throws -> Printer

  package static func handler(
    _ carriers: Carriers, press: @escaping Press, clock: @escaping @Sendable () -> Instant
  ) -> Worker.Handler {
    { task, store in
      let draft = try await store.read(after: .unlogged) { try $0.draft(for: task) }
      guard let draft else { return }
      let ending: Outgoing.Ending
      if draft.isLate(at: clock()) {
        ending = .late
      } else if draft.isWordless {
        ending = .untold
      } else {
        let parcel = try Parcel(draft, carriers, try await press(store))
        try await onOwnThread { try parcel.send() }
        ending = .sent
      }
      let now = clock()
      try await store.write { try $0.markSent(draft.outgoing.id, as: ending, at: now) }
    }
  }
}

/// Something that was put into words, and that which carries it.
private enum Parcel: Sendable {
  case letter(Outside.Letter, Mailer, MailLimits)
  case text(TextMessage, TextMessenger)

  init(_ draft: Draft, _ carriers: Carriers, _ printer: Printer) throws {
    let id = draft.id(at: printer.host)
    do {
      switch draft.outgoing.channel {
      case Notification.mailChannel:
        guard let words = draft.letter(by: printer) else { throw SendingFault.wordless }
        let sender = carriers.sender
        let letter = try Outside.Letter(
          from: try Mailbox(name: sender.name ?? words.siteName, address: sender.address),
          to: try Mailbox(address: draft.outgoing.recipient), subject: words.subject,
          text: words.text, html: String(decoding: words.html, as: UTF8.self), id: id,
          date: draft.outgoing.writtenAt)
        self = .letter(letter, carriers.mailer, carriers.limits)
      case Notification.textChannel:
        guard let words = draft.shortText(by: printer) else { throw SendingFault.wordless }
        let text = try TextMessage(to: draft.outgoing.recipient, text: words, id: id)
        self = .text(text, carriers.messenger)
      case let channel: throw SendingFault.unknownChannel(channel)
      }
    } catch {
      throw Hopeless(error)
    }
  }

  func send() throws {
    do throws(SendingError) {
      switch self {
      case .letter(let letter, let mailer, let limits): try mailer.send(letter, within: limits)
      case .text(let text, let messenger): try messenger.send(text)
      }
    } catch {
      throw error.isOfThis ? Hopeless(error) : error
    }
  }
}

/// What is in the queue and can never be sent.
package enum SendingFault: Error, Hashable {
  case unknownChannel(String)
  case unknownTask(String)
  case unreadable
  case wordless
}

extension SendingFault: CustomStringConvertible {
  package var description: String {
    switch self {
    case .unknownChannel(let channel): "Nothing carries what goes by “\(channel)”."
    case .unknownTask(let payload): "“\(payload)” is not the number of anything to be sent."
    case .unreadable: "What was to be said cannot be read."
    case .wordless: "There are no words for what was to be said."
    }
  }
}

extension SendingError {
  /// What our own settings are wrong about, and not this letter: it goes when they are mended.
  private static let statusesOfSettings = [401, 403, 404, 405, 407, 530]

  /// It was refused for good, and no other try would help.
  fileprivate var isOfThis: Bool {
    guard case .refused(_, let status, _, let isPassing) = self else { return false }
    return !isPassing && !Self.statusesOfSettings.contains(status)
  }
}
