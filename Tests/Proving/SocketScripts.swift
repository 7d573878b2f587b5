import Foundation

/// Clients of WebSocket and TLS that others have written: `scripts/need-python sockets` makes them ready.
package enum SocketScripts {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The Python that has `websockets`.
  package static let python = root.appendingPathComponent(".build/sockets/bin/python").path
  package static let isThere = FileManager.default.isExecutableFile(atPath: python)

  package static func path(_ name: String) -> String {
    root.appendingPathComponent("scripts/sockets/\(name)").path
  }

  /// What it says; what it complains of if it fails.
  package static func run(_ name: String, _ arguments: String...) throws -> String {
    guard isThere else {
      throw ProvingError.failed("run scripts/need-python sockets first: no \(python)")
    }
    let made = try Command.run(python, [path(name)] + arguments)
    return made.code == 0 ? made.output : made.errors
  }
}
