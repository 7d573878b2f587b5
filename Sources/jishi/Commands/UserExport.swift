import FoundationEssentials
import Glibc
import Market
import Store

extension Command {
  static let exportUser = Command(
    name: "user export", summary: "writes all that is kept of an account as JSON",
    operands: [Operand(name: Who.form), Operand(name: "FILE", isNeeded: false)],
    details: """
      For a member who asks what is known of him. Passwords, codes and keys are in it in no form. Without
      FILE it goes to standard output; a file that is there is not replaced, and others may not read it.

      \(Who.explanation)
      """
  ) { arguments, config in
    let who = try Who(arguments.operands[0])
    let export = try await config.read { try AccountExport(of: who, in: $0) }
    let text = Report.json(export.facts)
    guard let path = arguments.operands.dropFirst().first else {
      return Report(export.facts, lines: [text])
    }
    try write("\(text)\n", to: path)
    return Report(
      [("account", .number(export.account.id.number)), ("file", .text(path))],
      lines: ["Wrote what is kept of account \(export.account.id) to \(path)."])
  }

  private static func write(_ text: String, to path: String) throws {
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else {
      throw UsageError("Nothing can be written to \(path): \(String(cString: strerror(errno))).")
    }
    defer { close(file) }
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else {
        throw UsageError("\(path) is not whole: \(String(cString: strerror(errno))).")
      }
      rest = rest.dropFirst(written)
    }
  }
}

/// An account with everything that hangs on it.
private struct AccountExport: Sendable {
  let account: Account
  private let party: Party
  private let formerContact: Contact?
  private let roles: [StaffRole]
  private let proofs: [(contact: String, at: Instant)]
  private let preferences: Preferences
  private let consents: [(consent: Consent, at: Instant)]
  private let factorSince: Instant?
  private let backupCodesLeft: Int
  private let devices: [Instant]
  private let sessions: [Session]
  private let events: [SecurityEvent]
  private let memberships: [(organisation: Party, role: MemberRole)]
  private let profile: ProfileExport?

  init(of who: Who, in snapshot: borrowing Snapshot) throws {
    account = try snapshot.account(who)
    party = try snapshot.party(account.party)
    formerContact = try snapshot.formerContact(of: account.id)
    roles = try snapshot.roles(of: account.id).inOrder
    proofs = try snapshot.contactProofs(of: account.id)
    preferences = try snapshot.preferences(of: account.id)
    consents = try snapshot.consents(of: account.id)
    factorSince = try snapshot.factor(of: account.id)?.onSince
    backupCodesLeft = try snapshot.backupCodesLeft(of: account.id)
    devices = try snapshot.devicesSeen(of: account.id)
    sessions = try snapshot.allSessions(of: account.id)
    events = try snapshot.securityEvents(of: account.id, atMost: .max)
    memberships = try snapshot.memberships(of: account.party)
    profile = try ProfileExport(of: account.party, in: snapshot)
  }

  var facts: [(String, Report.Fact)] {
    var facts: [(String, Report.Fact)] = [
      ("account", .table(account.facts)), ("party", .table(party.facts)),
      ("roles", .list(roles.map { .text($0.rawValue) })),
      ("proofs", .list(proofs.map { fact([("contact", $0.contact), ("at", $0.at.utcText)]) })),
      ("preferences", preferencesFact), ("consents", .list(consents.map(fact))),
      ("recoveryCodesLeft", .number(Int64(backupCodesLeft))),
      ("devices", .list(devices.map { fact([("seenAt", $0.utcText)]) })),
      ("sessions", .list(sessions.map(fact))), ("securityEvents", .list(events.map(fact))),
      ("memberships", .list(memberships.map(fact))),
    ]
    if let formerContact {
      let texts = [formerContact.email, formerContact.phone].compactMap(\.self)
      facts.append(("formerContacts", .list(texts.map { .text($0) })))
    }
    if let factorSince { facts.append(("secondStepSince", .text(factorSince.utcText))) }
    if let profile { facts.append(("profile", profile.fact)) }
    return facts
  }

  private var preferencesFact: Report.Fact {
    let channels = Preferences.Channel.allCases.filter(preferences.channels.contains)
    return .table([
      ("language", .text(account.locale.tag)), ("currency", .text(preferences.currency.code)),
      ("timeZone", .text(preferences.timeZone)),
      ("channels", .list(channels.map { .text($0.rawValue) })),
    ])
  }

  private func fact(_ texts: [(String, String)]) -> Report.Fact {
    .table(texts.map { ($0.0, .text($0.1)) })
  }

  private func fact(_ given: (consent: Consent, at: Instant)) -> Report.Fact {
    .table([
      ("kind", .text(given.consent.kind.rawValue)), ("version", .text(given.consent.version)),
      ("isGiven", .flag(given.consent.isGiven)), ("at", .text(given.at.utcText)),
    ])
  }

  private func fact(_ session: Session) -> Report.Fact {
    var facts: [(String, Report.Fact)] = [
      ("kind", .text(session.kind.rawValue)), ("agent", .text(session.place.agent)),
      ("address", .text(session.place.address)), ("beganAt", .text(session.beganAt.utcText)),
      ("seenAt", .text(session.seenAt.utcText)), ("isSecondStep", .flag(session.isSecond)),
    ]
    if let acting = session.acting { facts.append(("actsFor", .number(acting.number))) }
    if let ended = session.endedAt { facts.append(("endedAt", .text(ended.utcText))) }
    return .table(facts)
  }

  private func fact(_ event: SecurityEvent) -> Report.Fact {
    var facts = [("kind", event.kind.rawValue), ("at", event.at.utcText)]
    if let place = event.place { facts += [("agent", place.agent), ("address", place.address)] }
    return fact(facts)
  }

  private func fact(_ membership: (organisation: Party, role: MemberRole)) -> Report.Fact {
    .table([
      ("party", .number(membership.organisation.id.number)),
      ("name", .text(membership.organisation.name)), ("role", .text(membership.role.rawValue)),
    ])
  }
}
