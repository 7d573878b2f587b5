import FoundationEssentials

/// A folder of texts that an operator goes on with. What is there already is never overwritten.
enum NewFolder {
  static func make(_ folder: String, _ files: [(path: String, text: String)]) throws {
    let manager = FileManager.default
    guard !manager.fileExists(atPath: folder) else {
      throw UsageError("There is something at \(folder) already.")
    }
    do {
      for (path, text) in files {
        let parent = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
        try manager.createDirectory(
          atPath: parent.joined(separator: "/"), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
      }
    } catch {
      try? manager.removeItem(atPath: folder)
      throw UsageError("\(folder) cannot be written.")
    }
  }
}
