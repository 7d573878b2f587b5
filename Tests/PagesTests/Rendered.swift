import CXML
import Foundation
import Market
import Testing
import Theme

@testable import Pages

/// A page through the default theme.
func rendered<Page: View>(_ page: Page, in locale: Market.Locale) throws -> String {
  let theme = try DefaultThemeTests.theme.get()
  let template = try #require(theme.template(for: Page.self, in: locale.tag))
  var output = Output()
  template.render(page, into: &output)
  return output.text
}

/// Linked data as its readers see it.
func read(_ facts: Facts?) throws -> [String: Any] {
  let value = try JSONSerialization.jsonObject(with: Data(try #require(facts).json.utf8))
  return try #require(value as? [String: Any])
}

/// A text as it was when somebody last looked at it. `JISHI_GOLDEN=write swift test --filter Golden`
/// writes what it is now, for the next look and the next commit.
struct GoldenFile {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Golden")
  private static let isWriting = ProcessInfo.processInfo.environment["JISHI_GOLDEN"] == "write"

  /// Below the folder, without its ending.
  let name: String

  func check(_ made: String) throws {
    let file = Self.folder.appending(path: "\(name).txt")
    if Self.isWriting {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(made.utf8).write(to: file)
    }
    let kept = try String(contentsOf: file, encoding: .utf8)
    for (line, (new, old)) in zip(made.split(separator: "\n"), kept.split(separator: "\n"))
      .enumerated()
    where new != old {
      Issue.record("\(file.lastPathComponent):\(line + 1): \(new) instead of \(old)")
      return
    }
    #expect(made == kept)
  }
}

/// Whether a parser of XML takes it as it is.
func isWellFormed(_ xml: String) -> Bool {
  let options = Int32(bitPattern: XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue)
  guard let document = xmlReadMemory(xml, Int32(xml.utf8.count), nil, "UTF-8", options) else {
    return false
  }
  xmlFreeDoc(document)
  return true
}
