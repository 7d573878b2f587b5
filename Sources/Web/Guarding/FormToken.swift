import HTTP
import Store

/// Somebody who has not signed in, known again by a cookie from one page to the next.
struct Guest: Sendable {
  static let cookie = "guest"
  private static let secretBytes = 16

  let secret: String
  /// The browser does not know it yet.
  let isNew: Bool

  /// For whom there is no form.
  static let nobody = Guest(secret: "", isNew: true)

  private init(secret: String, isNew: Bool) { (self.secret, self.isNew) = (secret, isNew) }

  /// Of a cookie that we could have given; else somebody new.
  init(_ cookie: String?, _ chance: Chance) {
    let isOurs = cookie.map { $0.utf8.count == 2 * Self.secretBytes && $0.utf8.isHexadecimal }
    if let cookie, isOurs == true {
      (secret, isNew) = (cookie, false)
    } else {
      (secret, isNew) = (chance.bytes(Self.secretBytes).hexadecimal, true)
    }
  }
}

/// What a form carries to prove that one of our pages made it for this very browser and session: other sites neither
/// see the cookie nor can they make its digest. Each page has another, so that it cannot be guessed letter
/// by letter from how well pages are packed, and so that one page sent twice is known as such.
enum FormToken {
  private static let saltBytes = 8
  private static let digestBytes = 16

  static func make(for guest: Guest, _ session: Secret?, _ chance: Chance) -> String {
    token(of: guest, session, salt: chance.bytes(saltBytes).hexadecimal)
  }

  static func isGood(_ token: String, for guest: Guest, _ session: Secret?) -> Bool {
    let bytes = Array(token.utf8)
    guard !guest.isNew, bytes.count == 2 * (saltBytes + digestBytes), token.utf8.isHexadecimal
    else { return false }
    let salt = String(decoding: bytes.prefix(2 * saltBytes), as: UTF8.self)
    let own = self.token(of: guest, session, salt: salt).utf8
    // All of it in any case: the time it takes says nothing.
    return zip(bytes, own).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
  }

  private static func token(of guest: Guest, _ session: Secret?, salt: String) -> String {
    let owner = "\(guest.secret) \(session?.text ?? "")"
    let digest = SHA256.digest(of: "jishi form \(owner) \(salt)").prefix(digestBytes)
    return salt + Array(digest).hexadecimal
  }
}

extension String.UTF8View {
  fileprivate var isHexadecimal: Bool { allSatisfy { $0.hexDigit != nil } }
}

/// Whether a page of another site made the browser ask. Browsers of today say so; older ones say at
/// least where the page was from. Who says neither is no browser.
enum SameOrigin {
  static func holds(for request: Request, isSecure: Bool) -> Bool {
    if let site = request.fields["Sec-Fetch-Site"] {
      return ["same-origin", "none"].contains(site)
    }
    guard let origin = request.fields["Origin"] else { return true }
    let scheme = isSecure ? "https" : "http"
    return request.fields["Host"].map { origin.lowercased() == "\(scheme)://\($0.lowercased())" }
      ?? false
  }
}
