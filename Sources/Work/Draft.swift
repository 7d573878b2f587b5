import Market
import Pages
import Store

/// What is to be told to somebody, with all that it takes to say it.
struct Draft: Sendable {
  /// Of the account that a warning is about.
  struct Owner: Sendable {
    let name: String
    let contact: Contact
    let backupCodesLeft: Int
  }

  private static let hostBytesMax = 40

  let outgoing: Outgoing
  let notification: Notification
  let owner: Owner?

  /// Nobody takes a code that is older, and who reads one would only wonder.
  func isLate(at now: Instant) -> Bool {
    guard case .code = notification.subject else { return false }
    return now - outgoing.writtenAt >= Challenge.life
  }

  var isWordless: Bool {
    switch notification.subject {
    case .nothing: true
    case .alert(let kind, _, _, _): alert(kind) == nil
    case .code, .known, .newDevice, .invitation: false
    }
  }

  /// The same for each try, and another for each letter of each market.
  func id(at host: String) -> String {
    let plain = host.utf8.filter { byte in
      UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
        || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
    }
    let name = String(decoding: plain.prefix(Self.hostBytesMax), as: UTF8.self)
    let moment = String(outgoing.writtenAt.milliseconds, radix: 36)
    return "\(outgoing.id).\(moment).\(name)"
  }

  func letter(by printer: Printer) -> WrittenLetter? {
    let edition = printer.edition(for: notification.language)
    return letter(in: edition).map { printer.write($0, in: edition) }
  }

  func shortText(by printer: Printer) -> String? {
    let edition = printer.edition(for: notification.language)
    if case .code(let purpose, let code, _) = notification.subject {
      return CodePurpose(purpose).map {
        ShortText.code($0, code, minutes: Self.minutes, in: edition)
      }
    }
    return letter(in: edition).map { ShortText.notice(of: $0, in: edition) }
  }

  private static var minutes: Int { Int(Challenge.life / .minutes(1)) }

  private func letter(in edition: Edition) -> (any Pages.Letter)? {
    switch notification.subject {
    case .code(let purpose, let code, let challenge):
      return CodePurpose(purpose).map {
        CodeLetter($0, code: code, minutes: Self.minutes, challenge: challenge.text)
      }
    case .known: return KnownLetter()
    case .alert(let kind, _, let place, let at):
      return alert(kind).map {
        AlertLetter(
          $0, name: owner?.name ?? "", at: at,
          from: origin(place.agent, place.address, in: edition))
      }
    case .newDevice(let place, let at):
      return AlertLetter(
        .newDevice, name: owner?.name ?? "", at: at,
        from: origin(place.agent, place.address, in: edition))
    case .invitation(let key, let inviter, let organisation, let role):
      return InvitationLetter(
        from: inviter, to: organisation, as: role,
        answer: PageAddress.invitation(key.text).link(in: edition.locale),
        endsAt: outgoing.writtenAt + Invitation.life)
    case .nothing: return nil
    }
  }

  /// Where staff did it, there is none.
  private func origin(
    _ agent: String, _ address: String, in edition: Edition
  ) -> AlertLetter.Origin {
    guard !address.isEmpty else { return AlertLetter.Origin() }
    return AlertLetter.Origin(
      device: edition.words(for: DeviceName(agent: agent)), address: address)
  }

  /// Nil for what its member only looks up.
  private func alert(_ kind: SecurityEvent.Kind) -> AlertLetter.Kind? {
    switch kind {
    case .passwordChanged, .passwordReset: .passwordChanged
    case .factorOn: .twoStepOn
    case .factorOff: .twoStepOff
    case .backupCodeUsed: .backupCodeUsed(left: owner?.backupCodesLeft ?? 0)
    case .codesRenewed: .codesRenewed
    case .contactChanged: .contactChanged(to: newContact)
    case .sessionsEnded: .allSignedOut
    case .refreshReused: .keyReused
    case .closed: .accountClosed
    case .signedIn, .signInFailed, .signedOut, .sessionEnded, .roleChanged, .disabled: nil
    }
  }

  /// What the account has now and did not have when this was written: it goes to the former contact.
  private var newContact: String {
    let (email, phone) = (owner?.contact.email, owner?.contact.phone)
    return (email == outgoing.recipient ? phone : email) ?? phone ?? ""
  }
}

extension CodePurpose {
  /// Nil for the second step, for which nothing is sent.
  fileprivate init?(_ purpose: Challenge.Purpose) {
    switch purpose {
    case .signUp: self = .signUp
    case .reset: self = .reset
    case .contact: self = .contact
    case .signIn: return nil
    }
  }
}

extension Printer {
  /// In that language, or in that of those whose language is unknown.
  fileprivate func edition(for language: Locale) -> Edition {
    editions.first { $0.locale == language } ?? editions[0]
  }

  var host: String { editions[0].site.origin.host }
}

extension Reading where Self: ~Copyable {
  /// Nil for what was sent already.
  func draft(for task: QueuedTask) throws -> Draft? {
    guard let number = Int64(task.payload), let outgoing = try outgoing(ID(number)) else {
      throw Hopeless(SendingFault.unknownTask(task.payload))
    }
    guard outgoing.sentAt == nil else { return nil }
    guard let notification = Notification(outgoing.body) else {
      throw Hopeless(SendingFault.unreadable)
    }
    return Draft(
      outgoing: outgoing, notification: notification,
      owner: try owner(of: notification, sentTo: outgoing))
  }

  private func owner(
    of notification: Notification, sentTo outgoing: Outgoing
  ) throws -> Draft.Owner? {
    switch notification.subject {
    case .alert(_, let id, _, _): return try owner(account(id))
    case .newDevice:
      let isMail = outgoing.channel == Notification.mailChannel
      let contact = try? Contact(
        email: isMail ? outgoing.recipient : nil, phone: isMail ? nil : outgoing.recipient)
      return try contact.flatMap { try account(reachedAt: $0) }.map { try owner($0) }
    case .code, .known, .invitation, .nothing: return nil
    }
  }

  private func owner(_ account: Account) throws -> Draft.Owner {
    Draft.Owner(
      name: try party(account.party).name, contact: account.contact,
      backupCodesLeft: try backupCodesLeft(of: account.id))
  }
}
