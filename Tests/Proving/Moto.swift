import Foundation
import Synchronization

/// A storage service of our own on loopback, which lets in one key. It is empty at first, and again
/// when it starts another time; the key stays the same. It is gone with us, by whatever death.
package final class Moto: Sendable {
  package static let region = "us-east-1"
  package static let bucket = "jishi-files"

  package let endpoint: String
  package let keyID: String
  package let secret: String
  private let port: String
  private let server: Mutex<Child?>

  /// One service for all tests of this process.
  package static let shared = Result { try Moto() }

  /// The Python that has moto and botocore: `scripts/need-python cloud` makes it ready.
  package static let python = root.appendingPathComponent(".build/cloud/bin/python").path
  package static let isThere = FileManager.default.isExecutableFile(atPath: python)

  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  package static func script(_ name: String) -> String {
    root.appendingPathComponent("scripts/cloud/\(name)").path
  }

  package init() throws {
    let (server, words) = try Self.start(port: "0")
    (port, keyID, secret) = (words[0], words[1], words[2])
    endpoint = "http://127.0.0.1:\(port)"
    self.server = Mutex(server)
  }

  /// Returns when it takes requests: its port, its key and its secret.
  private static func start(port: String) throws -> (Child, [String]) {
    guard isThere else {
      throw ProvingError.failed("run scripts/need-python cloud first: no \(python)")
    }
    let server = try Child(python, [script("serve.py"), port, bucket])
    let said = try server.read(until: "ready ")
    let words = said.split { $0 == " " || $0 == "\n" }.map(String.init)
    guard words.count == 4 else { throw ProvingError.failed("moto says \(said)") }
    return (server, Array(words.dropFirst()))
  }

  /// As by a power cut.
  package func kill() {
    server.withLock { server in
      server?.signal(SIGKILL)
      server?.wait()
      server = nil
    }
  }

  /// After it was killed; at the same port.
  package func start() throws {
    try server.withLock { $0 = try Self.start(port: port).0 }
  }

  deinit { kill() }
}
