import Foundation

/// The program that writes simplified Chinese as Taiwan does.
package enum OpenCC {
  package static let isThere = (try? Command.run("opencc", ["--version"]).code) == 0
  package static let command = "opencc -c s2twp.json"

  /// Text by text; each is one line.
  package static func taiwanese(_ texts: [String]) throws -> [String] {
    let folder = try TemporaryFolder()
    let path = folder.file("words")
    try texts.joined(separator: "\n").write(toFile: path, atomically: true, encoding: .utf8)
    let made = try Command.run("opencc", ["-c", "s2twp.json", "-i", path])
    guard made.code == 0 else { throw ProvingError.failed(made.errors) }
    let lines = made.output.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.prefix(texts.count).map(String.init)
  }
}
