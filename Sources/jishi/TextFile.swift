import FoundationEssentials

/// Files that an operator has written.
enum TextFile {
  static func read(_ path: String) throws -> String {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw UsageError("There is no file at \(path), or it cannot be read.")
    }
    guard let text = String(validating: data, as: UTF8.self) else {
      throw UsageError("\(path) is not text in UTF-8.")
    }
    return text
  }

  /// The sheets of a folder: those that its file `order` names, a name a line, then the others by
  /// their names.
  static func sheets(in folder: String) throws -> [String] {
    guard let files = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      throw UsageError(
        "There is no folder at \(folder), or it cannot be read; name one, or set `content`.")
    }
    let names = files.filter { $0.hasSuffix(".sheet") }.sorted()
    guard !names.isEmpty else { throw UsageError("No file in \(folder) ends in .sheet.") }
    var ordered: [String] = []
    if files.contains("order") {
      let lines = try read("\(folder)/order").split(
        omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      for (place, line) in lines.enumerated() {
        let name = String(line.filter { !$0.isWhitespace })
        guard !name.isEmpty, !name.hasPrefix("#") else { continue }
        guard names.contains("\(name).sheet"), !ordered.contains("\(name).sheet") else {
          throw UsageError(
            "\(folder)/order:\(place + 1): there is no file \(name).sheet, or it stands here twice."
          )
        }
        ordered.append("\(name).sheet")
      }
    }
    return (ordered + names.filter { !ordered.contains($0) }).map { "\(folder)/\($0)" }
  }
}
