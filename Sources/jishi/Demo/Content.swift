import FoundationEssentials
import Market

/// The operator's folder of texts: the catalogue, and the words of the demo market.
struct Content: Sendable {
  let folder: String

  /// All sheets of one of its folders, in the order of their names.
  func sheets(in name: String) throws -> [Sheet] {
    let path = "\(folder)/\(name)"
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
      throw UsageError(
        "There is no folder \(path); `content` must be set to the folder of the site's texts.")
    }
    return try names.filter { $0.hasSuffix(".sheet") }.sorted().map { try sheet("\(name)/\($0)") }
  }

  func sheet(_ name: String) throws -> Sheet {
    let path = "\(folder)/\(name)"
    guard let data = FileManager.default.contents(atPath: path) else {
      throw UsageError("There is no file \(path).")
    }
    guard let text = String(bytes: data, encoding: .utf8) else {
      throw UsageError("\(path) is not UTF-8 text.")
    }
    return try Sheet(text, file: path)
  }
}
