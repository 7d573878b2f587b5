/// What a browser is to keep and to bring back. No script can read it, and no other site can have
/// it sent along with a form.
package struct Cookie: Sendable {
  package let name: String
  package let value: String
  /// Seconds; nil until the browser ends, and 0 to forget it.
  package let maxAge: Int?
  package let isSecure: Bool

  /// The name and the value are ours, so they are such that a cookie may have.
  package init(_ name: String, _ value: String, maxAge: Int? = nil, isSecure: Bool) {
    precondition(name.utf8.isToken && value.utf8.allSatisfy(\.isCookieByte), "a cookie of ours")
    precondition(isSecure || !name.hasPrefix(Self.hostPrefix), "its prefix promises TLS")
    self.name = name
    self.value = value
    self.maxAge = maxAge
    self.isSecure = isSecure
  }

  /// Over TLS with a prefix by which browsers take it only from this very host, and only over TLS.
  package static func name(_ base: String, isSecure: Bool) -> String {
    isSecure ? hostPrefix + base : base
  }

  /// The value of `Set-Cookie`.
  package var line: String {
    let age = maxAge.map { "; Max-Age=\($0)" } ?? ""
    return "\(name)=\(value)\(age); Path=/\(isSecure ? "; Secure" : ""); HttpOnly; SameSite=Lax"
  }

  private static let hostPrefix = "__Host-"
}
