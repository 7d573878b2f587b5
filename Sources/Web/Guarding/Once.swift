import HTTP
import Market
import Pages
import Store

// A request that arrives twice counts once.
extension Visit {
  /// Does `body` the first time; whoever asks the same again gets what came of it. A program says by
  /// `Idempotency-Key` that it asks again; a page does by its token, so that a button pressed twice
  /// counts once, while what was typed anew is something else.
  func once(
    _ tx: borrowing Transaction, _ body: (borrowing Transaction) throws -> String
  ) throws -> String {
    guard let key = try idempotencyKey() else { return try body(tx) }
    return try tx.once(key, at: now, body)
  }

  private func idempotencyKey() throws(Trouble) -> IdempotencyKey? {
    let content = "\(request.method) \(request.target)\n\(sent)"
    let scope = "\(route.method.rawValue) \(route.path.text)"
    guard route.isAPI else {
      // The token is of one browser, whose address may be another when it asks again.
      let key = "\(typed(Self.tokenField)) \(SHA256.digest(of: content).hexadecimal)"
      return IdempotencyKey(scope: scope, key: key, request: content)
    }
    guard let key = request.fields["Idempotency-Key"] else { return nil }
    guard (1...Self.keyBytesMax).contains(key.utf8.count) else {
      throw Trouble(
        .badRequest, saying: "An Idempotency-Key has 1 to \(Self.keyBytesMax) characters.")
    }
    return IdempotencyKey(scope: "\(scope) \(asker)", key: key, request: content)
  }

  private static let keyBytesMax = 255

  /// Keys of one are nobody else's.
  private var asker: String { actor == .visitor ? address : actor.name }

  private var sent: String {
    guard case .bytes(let bytes) = request.body else { return "" }
    return String(decoding: bytes, as: UTF8.self)
  }
}
