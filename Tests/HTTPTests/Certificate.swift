import HTTP
import Proving

/// A certificate for `localhost` that nobody has signed but itself, with its key.
struct Certificate {
  let folder: TemporaryFolder
  let files: TLSFiles

  init() throws {
    folder = try TemporaryFolder()
    files = TLSFiles(certificate: folder.file("certificate.pem"), key: folder.file("key.pem"))
    let made = try Command.run(
      "openssl",
      [
        "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
        "-keyout", files.key, "-out", files.certificate, "-days", "2", "-subj", "/CN=localhost",
        "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1",
      ])
    guard made.code == 0 else { throw ProvingError.failed(made.errors) }
  }
}
