import Proving
import Testing

@testable import Theme

/// A theme from texts by their paths.
func theme(_ texts: [String: String]) throws -> ThemeFiles {
  var layer: [String: SourceFile] = [:]
  for (path, text) in texts { layer[path] = SourceFile(path: path, text) }
  return try ThemeFiles("mine", layers: [layer])
}

func assets(_ texts: [String: String]) throws -> Assets { try Assets(theme(texts)) }

extension Assets {
  /// The text of what templates know by this name.
  func text(_ name: String) throws -> String {
    let address = try #require(addresses[name])
    let file = try #require(files.first { Assets.folder + $0.name == address })
    return String(decoding: file.bytes, as: UTF8.self)
  }
}

/// What is wrong with a theme, a line for each fault.
func faults(_ texts: [String: String]) -> [String] {
  do {
    _ = try assets(texts)
    return []
  } catch {
    return (error as? Faults)?.all.map(\.description) ?? ["\(error)"]
  }
}

/// A style sheet as it is published.
func minified(_ css: String) throws -> String {
  try assets(["styles/a.css": css]).text("style.css")
}
