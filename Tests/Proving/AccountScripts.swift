import Foundation

/// What others have written that accounts meet: apps that show codes, readers of pictures and of letters,
/// servers for mail. `scripts/need-python accounts` makes them ready.
package enum AccountScripts {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The Python that has pyotp, aiosmtpd and zxing-cpp.
  package static let python = root.appendingPathComponent(".build/accounts/bin/python").path
  package static let isThere = FileManager.default.isExecutableFile(atPath: python)

  package static func path(_ name: String) -> String {
    root.appendingPathComponent("scripts/accounts/\(name)").path
  }

  /// What it says of the text that it reads from a file.
  package static func run(_ name: String, on text: String) throws -> String {
    let folder = try TemporaryFolder()
    let file = folder.file("text")
    try text.write(toFile: file, atomically: true, encoding: .utf8)
    let made = try Command.run(python, [path(name), file])
    guard made.code == 0 else { throw ProvingError.failed(made.errors) }
    return made.output
  }

  /// One that goes on until its standard input ends, once it says that it is ready.
  package static func start(_ name: String, _ arguments: [String]) throws -> (Child, said: String) {
    guard isThere else {
      throw ProvingError.failed("run scripts/need-python accounts first: no \(python)")
    }
    let child = try Child(python, [path(name)] + arguments)
    return (child, try child.read(until: "ready "))
  }
}
