import Foundation
import Glibc

/// A mail server of others on loopback, and what it got.
package final class PostOffice {
  /// As `scripts/accounts/mail.py` reads it.
  package struct Settings: Encodable {
    package var tls: String
    package var certificate: String
    package var key: String
    package var user: String?
    package var secret: String?
    package var faults: [String: String]
    package var silent: Bool

    package init(
      tls: String = "none", certificate: String = "", key: String = "", user: String? = nil,
      secret: String? = nil, faults: [String: String] = [:], silent: Bool = false
    ) {
      self.tls = tls
      self.certificate = certificate
      self.key = key
      self.user = user
      self.secret = secret
      self.faults = faults
      self.silent = silent
    }
  }

  /// As `scripts/accounts/mail.py` writes it.
  package struct Received: Decodable {
    package let sender: String
    package let receivers: [String]
    /// By which it was greeted.
    package let name: String
    package let isSecure: Bool
    package let user: String?
    package let letter: Read
    package let longest: Int
    package let isASCII: Bool
    package let bareBreaks: Int
  }

  package struct Read: Decodable {
    package let from: [[String]]
    package let to: [[String]]
    package let subject: String
    package let heads: [String]
    package let id: String
    package let seconds: Int64
    package let kinds: [String]
    package let text: String
    package let html: String
    package let defects: [String]
  }

  package let port: UInt16
  private let server: Child

  package init(_ settings: Settings = Settings()) throws {
    let text = String(decoding: try JSONEncoder().encode(settings), as: UTF8.self)
    let (server, said) = try AccountScripts.start("mail.py", [text])
    guard let port = said.split(separator: " ").last.flatMap({ UInt16($0.dropLast()) }) else {
      throw ProvingError.failed("it says \(said)")
    }
    (self.server, self.port) = (server, port)
  }

  deinit {
    server.signal(SIGKILL)
    server.wait()
  }

  /// The next one.
  package func received() throws -> Received {
    let line = try server.read(until: "bareBreaks")
    return try JSONDecoder().decode(Received.self, from: Data(line.utf8))
  }
}
