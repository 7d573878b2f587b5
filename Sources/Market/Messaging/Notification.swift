/// Something that somebody is told by mail or by text message. It is written with what happened, and put
/// into words only when it is sent.
package struct Notification: Hashable, Sendable {
  package enum Subject: Hashable, Sendable {
    /// A code to type in, on the page of the challenge.
    case code(Challenge.Purpose, code: String, challenge: PublicID<Challenge>)
    /// Somebody wanted to open an account with an address that has one.
    case known
    case alert(SecurityEvent.Kind, of: ID<Account>, Whereabouts, at: Instant)
    /// Somebody came in from a machine that was never seen before.
    case newDevice(Whereabouts, at: Instant)
    case invitation(
      PublicID<Invitation>, from: String, to: String, as: MemberRole)
    /// Nothing is told. It is written where something else could have been, so that both take the
    /// same time.
    case nothing
  }

  package let subject: Subject
  package let language: Locale

  package init(_ subject: Subject, in language: Locale) {
    self.subject = subject
    self.language = language
  }

  package static func channel(to contact: Contact) -> (name: String, recipient: String) {
    if let email = contact.email { return (mailChannel, email) }
    return (textChannel, contact.phone ?? "")
  }

  package static let mailChannel = "mail"
  package static let textChannel = "sms"
}

extension Notification {
  /// A line for each part; names and agents are lines by themselves.
  package var text: String {
    let lines: [String] =
      switch subject {
      case .code(let purpose, let code, let challenge):
        ["code", purpose.rawValue, code, challenge.text]
      case .known: ["known"]
      case .alert(let kind, let account, let place, let at):
        [
          "alert", kind.rawValue, "\(account)", "\(at.milliseconds)", place.address, place.agent,
        ]
      case .newDevice(let place, let at):
        ["new-device", "\(at.milliseconds)", place.address, place.agent]
      case .invitation(let key, let inviter, let organisation, let role):
        ["invitation", key.text, role.rawValue, inviter, organisation]
      case .nothing: ["nothing"]
      }
    return ([language.tag] + lines).joined(separator: "\n")
  }

  /// Nil for what `text` never is.
  package init?(_ text: String) {
    let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    guard lines.count >= 2, let language = Locale(lines[0]),
      let subject = Subject(lines[1], Array(lines.dropFirst(2)))
    else { return nil }
    self.init(subject, in: language)
  }
}

extension Notification.Subject {
  fileprivate init?(_ kind: String, _ parts: [String]) {
    switch (kind, parts.count) {
    case ("code", 3):
      guard let purpose = Challenge.Purpose(rawValue: parts[0]),
        let challenge = PublicID<Challenge>(parts[2])
      else { return nil }
      self = .code(purpose, code: parts[1], challenge: challenge)
    case ("known", 0): self = .known
    case ("alert", 5):
      guard let kind = SecurityEvent.Kind(rawValue: parts[0]), let account = Int64(parts[1]),
        let at = Int64(parts[2])
      else { return nil }
      self = .alert(
        kind, of: ID(account), Whereabouts(agent: parts[4], address: parts[3]),
        at: Instant(milliseconds: at))
    case ("new-device", 3):
      guard let at = Int64(parts[0]) else { return nil }
      self = .newDevice(
        Whereabouts(agent: parts[2], address: parts[1]), at: Instant(milliseconds: at))
    case ("invitation", 4):
      guard let key = PublicID<Invitation>(parts[0]), let role = MemberRole(rawValue: parts[1])
      else { return nil }
      self = .invitation(key, from: parts[2], to: parts[3], as: role)
    case ("nothing", 0): self = .nothing
    default: return nil
    }
  }
}
