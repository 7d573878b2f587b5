import FoundationEssentials
import Glibc

/// `site.json`: one object, each known setting a text or a number.
enum SiteFile {
  static let bytesMax = 1_000_000

  private enum Scalar: Decodable {
    case text(String)
    case number(Int)

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let number = try? container.decode(Int.self) {
        self = .number(number)
      } else {
        self = .text(try container.decode(String.self))
      }
    }

    var text: String {
      switch self {
      case .text(let text): text
      case .number(let number): String(number)
      }
    }
  }

  static func read(_ path: String, mustExist: Bool) throws -> [String: String] {
    guard access(path, F_OK) == 0 else {
      guard !mustExist else { throw UsageError("There is no file of settings at \(path).") }
      return [:]
    }
    guard let data = FileManager.default.contents(atPath: path), data.count <= bytesMax else {
      throw UsageError("\(path) cannot be read, or is far too large for settings.")
    }
    let found: [String: Scalar]
    do {
      found = try JSONDecoder().decode([String: Scalar].self, from: data)
    } catch DecodingError.typeMismatch(_, let context) where !context.codingPath.isEmpty {
      let key = context.codingPath.map(\.stringValue).joined(separator: ".")
      throw UsageError("In \(path), \(key) must be a text or a whole number.")
    } catch {
      throw UsageError("\(path) must be a JSON object whose values are texts or whole numbers.")
    }
    for name in found.keys.sorted() where !Config.known.contains(where: { $0.name == name }) {
      let all = Config.known.map(\.name).joined(separator: ", ")
      throw UsageError("\(path) has an unknown setting “\(name)”; there are \(all).")
    }
    return found.mapValues(\.text)
  }
}
