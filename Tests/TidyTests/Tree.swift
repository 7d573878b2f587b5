import Foundation

/// A source file of ours, as text.
struct SourceFile: Sendable {
  let path: String
  let text: String
  /// Its lines without comments and without what stands in quotes.
  let code: [(number: Int, line: String)]

  init(path: String, text: String) {
    self.path = path
    self.text = text
    code = Self.code(of: text)
  }

  /// The target it belongs to: the folder under Sources.
  var target: String { path.split(separator: "/").dropFirst().first.map(String.init) ?? "" }

  /// The folders between the target and the file.
  var folders: [String] { path.split(separator: "/").dropFirst(2).dropLast().map(String.init) }

  private static func code(of text: String) -> [(number: Int, line: String)] {
    var isInText = false
    let quoted = /"(\\.|[^"\\])*"/
    return text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap {
      index, line in
      if line.contains("\"\"\"") { isInText.toggle() }
      guard !isInText else { return nil }
      var code = line.contains("\"") ? String(line.replacing(quoted, with: "\"\"")) : String(line)
      if let comment = code.firstRange(of: "//") { code.removeSubrange(comment.lowerBound...) }
      return (index + 1, code)
    }
  }
}

enum Tree {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static let sources = files(under: "Sources")
  static let all = sources + files(under: "Tests") + files(under: "bench")

  private static func files(under folder: String) -> [SourceFile] {
    let start = root.appendingPathComponent(folder)
    let paths = FileManager.default.enumerator(atPath: start.path)?.compactMap { $0 as? String }
    return (paths ?? []).filter { $0.hasSuffix(".swift") }.sorted().compactMap { path in
      let text = try? String(contentsOf: start.appendingPathComponent(path), encoding: .utf8)
      return text.map { SourceFile(path: "\(folder)/\(path)", text: $0) }
    }
  }
}
