import Foundation
import Proving

/// Pages as Chromium sees them, all in one start of it: each in a frame of its own, with a script
/// before everything else that notes whatever runs. No request can leave the machine.
package struct Chromium {
  package struct Page {
    package let name: String
    package let bytes: [UInt8]
    package let width: Int
    /// The name of the page that has the same elements.
    package let model: String?

    package init(_ name: String, _ bytes: [UInt8], width: Int = 1280, model: String? = nil) {
      (self.name, self.bytes, self.width, self.model) = (name, bytes, width, model)
    }
  }

  /// What was seen of one page.
  package struct Sight: Decodable {
    package let name: String
    /// What ran that should not, and errors of scripts.
    package let ran: String
    /// The first element that its model has otherwise.
    package let different: String
    package let elements: Int
    package let width: Int
    /// How wide the window is.
    package let room: Int
    /// Some of what stands out of it.
    package let wide: [String]
    package let schemes: [String]
    /// What it asked of others.
    package let requests: [String]
    /// The elements, with their attributes, that Markdown made.
    package let prose: [String]
  }

  package static let isHere: Bool = {
    let folders = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":") ?? []
    return folders.contains { FileManager.default.isExecutableFile(atPath: "\($0)/chromium") }
  }()

  /// `files` are what the pages ask for under `/a/`.
  package static func look(
    at pages: [Page], with files: [(name: String, bytes: [UInt8])]
  ) throws -> [Sight] {
    let folder = try TemporaryFolder()
    let root = URL(filePath: folder.path)
    let own = URL(filePath: #filePath).deletingLastPathComponent()
    try FileManager.default.createDirectory(
      at: root.appending(path: "a"), withIntermediateDirectories: true)
    for script in ["watch.js", "report.js"] {
      try FileManager.default.copyItem(
        at: own.appending(path: script), to: root.appending(path: script))
    }
    for file in files {
      try Data(file.bytes).write(to: root.appending(path: "a/\(file.name)"))
    }
    var index = "<!doctype html><meta charset=\"utf-8\"><script src=\"report.js\"></script>"
    for (number, page) in pages.enumerated() {
      try Data(watched(page.bytes).utf8).write(to: root.appending(path: "\(number).html"))
      index +=
        "<iframe name=\"\(page.name)\" data-model=\"\(page.model ?? page.name)\" src=\"\(number).html\" width=\"\(page.width)\" height=\"800\" style=\"border:0\"></iframe>"
    }
    try Data(index.utf8).write(to: root.appending(path: "index.html"))
    let run = try Command.run(
      "chromium",
      [
        "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
        "--allow-file-access-from-files", "--disable-background-networking", "--no-first-run",
        "--user-data-dir=\(folder.file("profile"))", "--host-resolver-rules=MAP * ~NOTFOUND",
        "--virtual-time-budget=5000", "--dump-dom", "file://\(folder.file("index.html"))",
      ])
    let dump = ParsedHTML(Array(run.output.utf8))
    guard let result = dump.elements.first?.attribute("data-result") else {
      throw ProvingError.failed("chromium: \(run.code) \(run.errors.suffix(2000))")
    }
    return try JSONDecoder().decode([Sight].self, from: Data(result.utf8))
  }

  /// The page with the script that watches it, and with the theme's files beside it.
  private static func watched(_ bytes: [UInt8]) -> String {
    let script = "<head><script id=\"watch\" src=\"watch.js\"></script>"
    return String(decoding: bytes, as: UTF8.self)
      .replacingOccurrences(of: "<head>", with: script)
      .replacingOccurrences(of: "=\"/a/", with: "=\"a/")
  }
}
