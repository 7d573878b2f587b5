import Foundation
import Outside
import Proving

/// A mail server of others on loopback, and what it got.
final class PostOffice {
  /// As `scripts/accounts/mail.py` reads it.
  struct Settings: Encodable {
    var tls = "none"
    var certificate = ""
    var key = ""
    var user: String?
    var secret: String?
    var faults: [String: String] = [:]
    var silent = false
  }

  /// As `scripts/accounts/mail.py` writes it.
  struct Received: Decodable {
    let sender: String
    let receivers: [String]
    /// By which it was greeted.
    let name: String
    let isSecure: Bool
    let user: String?
    let letter: Read
    let longest: Int
    let isASCII: Bool
    let bareBreaks: Int
  }

  struct Read: Decodable {
    let from: [[String]]
    let to: [[String]]
    let subject: String
    let heads: [String]
    let id: String
    let seconds: Int64
    let kinds: [String]
    let text: String
    let html: String
    let defects: [String]
  }

  let port: UInt16
  private let server: Child

  init(_ settings: Settings = Settings()) throws {
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
  func received() throws -> Received {
    let line = try server.read(until: "bareBreaks")
    return try JSONDecoder().decode(Received.self, from: Data(line.utf8))
  }

  func address(_ scheme: String = "smtp", login: String = "", options: String = "?tls=none") throws
    -> MailServer
  {
    try MailServer("\(scheme)://\(login)localhost:\(port)\(options)")
  }
}

/// A certificate of its own for localhost, in files.
struct SelfSigned {
  static let isThere = (try? Command.run("openssl", ["version"]).code) == 0

  private let folder: TemporaryFolder
  var certificate: String { folder.file("certificate") }
  var key: String { folder.file("key") }

  init() throws {
    folder = try TemporaryFolder()
    let made = try Command.run(
      "openssl",
      ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=localhost"]
        + ["-addext", "subjectAltName=DNS:localhost"]
        + ["-keyout", key, "-out", certificate])
    guard made.code == 0 else { throw ProvingError.failed(made.errors) }
  }
}
