import Foundation
import Outside
import Proving

extension PostOffice {
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
