import Market
import Proving
import Testing

@testable import Store

let passwordOfMany = "a rather long sentence"

extension PasswordHash {
  /// Made once: making one takes long on purpose.
  static let usual = Result { try PasswordHash.make(passwordOfMany) }
  static let other = Result { try PasswordHash.make("another long sentence") }
}

/// Somebody at the door, with all that is drawn for him.
final class Comer {
  var random: Seeded
  let device: Secret
  let place = Whereabouts(agent: "Mozilla/5.0", address: "192.0.2.7")

  init(_ seed: UInt64) {
    random = Seeded(seed)
    device = Secret(using: &random)
  }

  func arrival(_ kind: Session.Kind = .browser) -> Arrival {
    Arrival(kind, Secret(using: &random), device: device, place)
  }

  func key<Kind>(_ type: PublicID<Kind>.Type = PublicID<Challenge>.self) -> PublicID<Kind> {
    PublicID(using: &random)
  }
}

extension Reading where Self: ~Copyable {
  /// What was sent there last.
  func lastSent(to recipient: String) throws -> Notification.Subject? {
    try row(
      "select body from outgoing where recipient = $1 order by id desc limit 1", recipient
    ) { try $0[0] as String }.flatMap { Notification($0)?.subject }
  }

  func lastCode(sentTo recipient: String) throws -> String? {
    guard case .code(_, let code, _) = try lastSent(to: recipient) else { return nil }
    return code
  }
}

extension Transaction {
  /// An account with a password.
  func member(_ name: String) throws -> Account {
    let account = try person(name)
    try setPassword(PasswordHash.usual.get(), of: account.id, at: now)
    return account
  }

  /// The same with a second factor, whose secret is given.
  func guarded(_ name: String, _ secret: [UInt8]) throws -> (Account, Session) {
    let account = try member(name)
    let comer = Comer(UInt64(account.id.number) << 32)
    let session = try begin(comer.arrival(), account, isSecond: false, at: now)
    try turnOnFactor(secret, step: 0, codes: [], in: session, at: now)
    return (account, session)
  }

  /// As somebody does it who knows the password, or does not.
  func tryToEnter(
    _ contact: Contact, isRight: Bool = true, _ comer: Comer, at moment: Instant = now
  ) throws -> Entrance? {
    let knock = try knock(contact, device: comer.device, at: moment)
    guard isRight else {
      try stayOut(knock, contact, comer.place, at: moment)
      return nil
    }
    return try enter(knock, contact, comer.arrival(), comer.key(), at: moment)
  }
}

extension Entrance {
  var session: Session? { if case .session(let session) = self { session } else { nil } }
  var challenge: PublicID<Challenge>? { if case .second(let key) = self { key } else { nil } }
}

extension CodeOutcome {
  var value: Value? { if case .right(let value) = self { value } else { nil } }
  var triesLeft: Int? { if case .wrong(let left) = self { left } else { nil } }
  var isOver: Bool { if case .over = self { true } else { false } }
}
