package import Market

/// Something long and random that one side keeps and the other knows by its digest.
package struct Secret: Hashable, Sendable {
  package static let bytes = 16

  package let text: String

  package init(using random: inout some RandomNumberGenerator) {
    let halves = [random.next(), random.next()] as [UInt64]
    text = halves.flatMap { half in withUnsafeBytes(of: half) { Array($0) } }.hexadecimal
  }

  /// Nil unless it is one that `init(using:)` could have made.
  package init?(_ text: String) {
    let isOurs = text.utf8.allSatisfy {
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
        || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0)
    }
    guard text.utf8.count == 2 * Self.bytes, isOurs else { return nil }
    self.text = text
  }

  /// Secrets for different things are different, even if one were to be the same text.
  func digest(for use: Use) -> [UInt8] {
    var digest = SHA256()
    digest.add("jishi \(use.rawValue)")
    digest.add(text)
    return digest.finish()
  }

  enum Use: String {
    case session
    case refresh
    case device
  }
}

extension Challenge {
  /// The digest of a code, for this challenge alone.
  static func digest(of code: String, for key: PublicID<Challenge>) -> [UInt8] {
    var digest = SHA256()
    digest.add("jishi code \(key.text)")
    digest.add(code)
    return digest.finish()
  }

  /// Six digits, of which each is as likely as any.
  package static func code(using random: inout some RandomNumberGenerator) -> String {
    String((0..<codeDigits).map { _ in Character("\(Int.random(in: 0...9, using: &random))") })
  }
}

/// What was tried, so that it can be counted.
enum AttemptKey {
  case password(Contact)
  /// From a machine that the member has signed in from before: nobody else can use up its tries.
  case passwordFrom([UInt8], ID<Account>)
  case second(ID<Account>)
  case secondFrom([UInt8], ID<Account>)
  /// By who has shown that he reads the letters of the account.
  case secondAtReset(ID<Account>)
  /// For each purpose by itself: who has many letters of one kind sent keeps back none of another.
  case sending(Contact, Challenge.Purpose)
  case invited(Contact)
  case inviting(ID<Account>)
  case founding(ID<Account>)
  /// A password that is asked for once more, of somebody who is signed in.
  case present(ID<Session>)
  case presentSecond(ID<Session>)

  var text: String {
    switch self {
    case .password(let contact): "password \(Self.digest(of: contact))"
    case .passwordFrom(let device, let account): "password \(account) \(device.hexadecimal)"
    case .second(let account): "second \(account)"
    case .secondFrom(let device, let account): "second \(account) \(device.hexadecimal)"
    case .secondAtReset(let account): "second at reset \(account)"
    case .sending(let contact, let purpose):
      "sending \(purpose.rawValue) \(Self.digest(of: contact))"
    case .invited(let contact): "invited \(Self.digest(of: contact))"
    case .inviting(let account): "inviting \(account)"
    case .founding(let account): "founding \(account)"
    case .present(let session): "present \(session)"
    case .presentSecond(let session): "present second \(session)"
    }
  }

  var limit: Attempts.Limit {
    switch self {
    case .password, .passwordFrom, .present: .password
    case .second, .secondFrom, .secondAtReset, .presentSecond: .second
    case .sending, .invited, .founding: .sending
    case .inviting: .inviting
    }
  }

  /// What was typed in by mistake may be a password.
  private static func digest(of contact: Contact) -> String {
    SHA256.digest(of: "\(contact.email ?? "") \(contact.phone ?? "")").hexadecimal
  }
}

extension Transaction {
  /// Counts one try, before it is known how it ends: of many at once no more are made than of one
  /// after the other. Throws when it is too early.
  func attempt(_ key: AttemptKey, at now: Instant) throws {
    let known = try row("select count, last_at from attempt where key = $1", key.text) {
      Attempts(count: try $0[0], lastAt: try $0[1])
    }
    if let until = known?.wait(by: key.limit, at: now) { throw SignInError.tooOften(until: until) }
    let next = known?.one(more: key.limit, at: now) ?? Attempts(count: 1, lastAt: now)
    try run(
      """
      insert into attempt (key, count, last_at) values ($1, $2, $3)
      on conflict (key) do update set count = excluded.count, last_at = excluded.last_at
      """, key.text, next.count, next.lastAt)
  }

  /// Writes what is there already.
  func touch(_ key: AttemptKey) throws {
    try run("update attempt set last_at = last_at where key = $1", key.text)
  }

  func forgive(_ key: AttemptKey) throws {
    try run("delete from attempt where key = $1", key.text)
  }
}
