/// Who takes our letters and sends them on. However it is printed, it shows no password.
package struct MailServer: Hashable, Sendable {
  package enum Security: Hashable, Sendable {
    /// From the first byte on.
    case tls
    /// After a word of welcome; without it nothing is said.
    case startTLS
    /// For servers of this machine or of a net that one trusts.
    case none
  }

  package let host: String
  package let port: UInt16
  package let security: Security
  package let user: String?
  let secret: String
  /// Where the certificates are by which the server is known; nil for those of this machine.
  package let authorities: String?

  private static let localHosts = ["localhost", "127.0.0.1", "[::1]"]

  /// From what an operator wrote, such as `smtps://user:secret@mail.example.com:465` or
  /// `smtp://user:secret@mail.example.com:587`, which goes on in TLS. Who trusts the way there writes
  /// `smtp://127.0.0.1:25?tls=none`; who has a certificate of his own, `?ca=/etc/mail.pem`. Signs in the
  /// user or the secret that mean something else are written as in other addresses: %40 for @.
  package init(_ text: String) throws(MailServerError) {
    let form =
      #/(smtps?)://(?:([^@/?\#]*)@)?(\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9._\-]+)(?::([0-9]{1,5}))?/?(?:\?([^#]*))?/#
    guard text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }),
      let parts = text.wholeMatch(of: form)?.output
    else { throw .form }
    let isTLS = parts.1 == "smtps"
    let port = parts.4.map { UInt16($0) ?? 0 } ?? (isTLS ? 465 : 587)
    guard port != 0 else { throw .port }
    host = parts.3.lowercased()
    self.port = port
    (user, secret) = try Self.login(parts.2)
    let options = try Self.options(parts.5 ?? "")
    switch (isTLS, options["tls"]) {
    case (true, nil): security = .tls
    case (false, nil): security = .startTLS
    case (false, "none"): security = .none
    default: throw .option("tls")
    }
    authorities = options["ca"]
    // Whoever listens on the way would have it.
    guard security != .none || user == nil || Self.localHosts.contains(host) else {
      throw .openSecret(host: host)
    }
  }

  private static func login(_ text: Substring?) throws(MailServerError) -> (String?, String) {
    guard let text else { return (nil, "") }
    let halves = text.split(separator: ":", omittingEmptySubsequences: false)
    guard halves.count == 2, let user = String(halves[0]).percentDecoded,
      let secret = String(halves[1]).percentDecoded, !user.isEmpty, !secret.isEmpty,
      !(user + secret).utf8.contains(where: { $0 < 0x20 || $0 == 0x7F })
    else { throw .login }
    return (user, secret)
  }

  private static func options(_ text: Substring) throws(MailServerError) -> [String: String] {
    var options: [String: String] = [:]
    for pair in text.split(separator: "&") {
      let halves = pair.split(separator: "=", maxSplits: 1).map(String.init)
      guard halves.count == 2, ["tls", "ca"].contains(halves[0]), options[halves[0]] == nil,
        let value = halves[1].percentDecoded, !value.isEmpty, !value.utf8.contains(0)
      else { throw .option(halves.first ?? "") }
      options[halves[0]] = value
    }
    return options
  }

  package var authority: String { "\(host):\(port)" }
}

extension MailServer: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  package var description: String { "the mail server \(authority)" }
  package var debugDescription: String { description }
  package var customMirror: Mirror { Mirror(self, children: ["host": host, "port": port]) }
}

/// What is wrong with the address of a mail server, as somebody wrote it.
package enum MailServerError: Error, Hashable {
  case form
  case port
  case login
  case option(String)
  case openSecret(host: String)
}

extension MailServerError: CustomStringConvertible {
  package var description: String {
    // The text may hold a password, so it is not repeated.
    switch self {
    case .form:
      "A mail server is written as smtps://user:secret@mail.example.com:465, "
        + "or with smtp:// when TLS begins after a word of welcome."
    case .port: "The port of a mail server is a number from 1 to 65535."
    case .login:
      "The user and the password of a mail server stand before its name as user:secret@, "
        + "with %40 for @, %3A for : and %2F for / in them."
    case .option(let name):
      "After the question mark there may be tls=none, with smtp:// alone, and ca=FILE, "
        + "each once, not “\(name)”."
    case .openSecret(let host):
      "A password would go to \(host) for all to read: leave out tls=none, or the password."
    }
  }
}

extension String {
  /// Nil when a percent sign has no two digits after it, or when the bytes are no text.
  fileprivate var percentDecoded: String? {
    var (bytes, rest) = ([UInt8](), utf8[...])
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      let digits = rest.prefix(2)
      guard digits.count == 2, digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
        let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
      else { return nil }
      bytes.append(value)
      rest = rest.dropFirst(2)
    }
    return String(validating: bytes, as: UTF8.self)
  }
}
