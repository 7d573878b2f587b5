import Foundation

/// The messages as their files have them: without what the loader makes of them, so that words can
/// be held against words.
struct Wording {
  struct Line {
    let file: String
    let key: String
    let message: String
    /// What people read of it: without the names of arguments, styles and cases.
    let words: String

    init(file: String, key: String, message: String) {
      self.file = file
      self.key = key
      self.message = message
      var words = message
      let marks = [/\{\w+, (?:plural|select),/, /\{\w+(?:, \w+)?\}/, /[=\w]+(?= \{)/, /<\/?\w+>/]
      for mark in marks { words = words.replacing(mark, with: " ") }
      self.words = words
    }
  }

  let locale: String
  let lines: [Line]

  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../locales").standardizedFileURL

  static let all = Result { try ["zh-CN", "en"].map { try Wording($0) } }

  init(_ locale: String) throws {
    self.locale = locale
    let folder = Self.folder.appending(path: locale)
    lines = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().flatMap {
      name in
      try Self.lines(of: name, String(contentsOf: folder.appending(path: name), encoding: .utf8))
    }
  }

  private static func lines(of file: String, _ text: String) -> [Line] {
    var lines: [Line] = []
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      if line.hasPrefix(" "), let last = lines.popLast() {
        let more = line.trimmingCharacters(in: .whitespaces)
        lines.append(Line(file: file, key: last.key, message: "\(last.message) \(more)"))
      } else {
        let parts = line.split(separator: "=", maxSplits: 1).map {
          $0.trimmingCharacters(in: .whitespaces)
        }
        lines.append(Line(file: file, key: parts[0], message: parts.count > 1 ? parts[1] : ""))
      }
    }
    return lines
  }
}
