package import Market

/// A request that may arrive twice but must count once. Keys of different scopes (a member, a
/// gateway) do not meet.
package struct IdempotencyKey: Hashable, Sendable {
  package let scope: String
  package let key: String
  /// A digest of all that was asked, to see that a repetition is one.
  package let request: [UInt8]

  package init(scope: String, key: String, request: String) {
    self.scope = scope
    self.key = key
    self.request = SHA256.digest(of: request)
  }
}

package enum IdempotencyError: Error, Hashable {
  /// The key was used for something else before.
  case otherRequest(String)
  /// The first request with this key is still being worked on.
  case inFlight(String)
  /// The claim was given up, forgotten or answered while the work was being done.
  case lostClaim(String)
}

extension Transaction {
  /// Does `body` the first time, and gives the first answer every later time. The answer and what
  /// `body` writes are committed together.
  package func once(
    _ key: IdempotencyKey, at now: Instant,
    _ body: (borrowing Transaction) throws -> String
  ) throws -> String {
    if let answer = try claim(key, at: now) { return answer }
    let answer = try body(self)
    try answerClaim(key, with: answer)
    return answer
  }

  /// For work that has to leave the house between two transactions: claims the key in the first,
  /// to be answered in the second. Returns the answer if there is one already.
  package func claim(_ key: IdempotencyKey, at now: Instant) throws -> String? {
    let known = try row(
      "select request, answer from idempotency where scope = $1 and key = $2", key.scope, key.key
    ) { (request: try $0[0] as [UInt8], answer: try $0[1] as String?) }
    guard let known else {
      try run(
        "insert into idempotency (scope, key, request, at) values ($1, $2, $3, $4)",
        key.scope, key.key, key.request, now)
      return nil
    }
    guard known.request == key.request else { throw IdempotencyError.otherRequest(key.key) }
    guard let answer = known.answer else { throw IdempotencyError.inFlight(key.key) }
    return answer
  }

  package func answerClaim(_ key: IdempotencyKey, with answer: String) throws {
    let changed = try run(
      """
      update idempotency set answer = $1
      where scope = $2 and key = $3 and request = $4 and answer is null
      """, answer, key.scope, key.key, key.request)
    guard changed == 1 else { throw IdempotencyError.lostClaim(key.key) }
  }

  /// Lets a claim go whose work came to nothing, so that the request can be made again.
  package func abandonClaim(_ key: IdempotencyKey) throws {
    try run(
      "delete from idempotency where scope = $1 and key = $2 and request = $3 and answer is null",
      key.scope, key.key, key.request)
  }

  /// Forgets keys that nobody will repeat any more.
  package func forgetIdempotency(before moment: Instant) throws -> Int {
    try run("delete from idempotency where at < $1", moment)
  }
}
