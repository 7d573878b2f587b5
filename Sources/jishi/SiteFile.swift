import FoundationEssentials
import Glibc

/// `site.json`: one object, each known setting a text or a number; `targets` is an object of such
/// objects.
struct SiteFile {
  /// By their names.
  var settings: [String: String] = [:]
  /// The settings of each target, by its name.
  var targets: [String: [String: String]] = [:]

  static let targetsName = "targets"
  static let bytesMax = 1_000_000

  private enum Entry: Decodable {
    case scalar(Scalar)
    case tables([String: Table])

    init(from decoder: any Decoder) throws {
      if decoder.codingPath.map(\.stringValue) == [SiteFile.targetsName] {
        self = .tables(try [String: Table](from: decoder))
      } else {
        self = .scalar(try Scalar(from: decoder))
      }
    }
  }

  /// A target that has only a place may be that alone.
  private struct Table: Decodable {
    let values: [String: Scalar]

    init(from decoder: any Decoder) throws {
      let place = try? decoder.singleValueContainer().decode(String.self)
      values = try place.map { ["to": .text($0)] } ?? [String: Scalar](from: decoder)
    }
  }

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

  static func read(_ path: String, mustExist: Bool) throws -> SiteFile {
    guard access(path, F_OK) == 0 else {
      guard !mustExist else { throw UsageError("There is no file of settings at \(path).") }
      return SiteFile()
    }
    guard let data = FileManager.default.contents(atPath: path), data.count <= bytesMax else {
      throw UsageError("\(path) cannot be read, or is far too large for settings.")
    }
    let found: [String: Entry]
    do {
      found = try JSONDecoder().decode([String: Entry].self, from: data)
    } catch DecodingError.typeMismatch(_, let context) where !context.codingPath.isEmpty {
      let key = context.codingPath.map(\.stringValue).joined(separator: ".")
      throw UsageError("In \(path), \(key) must be a text or a whole number.")
    } catch {
      throw UsageError("\(path) must be a JSON object whose values are texts or whole numbers.")
    }
    var file = SiteFile()
    for (name, entry) in found {
      switch entry {
      case .scalar(let value): file.settings[name] = value.text
      case .tables(let tables): file.targets = tables.mapValues { $0.values.mapValues(\.text) }
      }
    }
    let values = Array(file.settings.values) + file.targets.values.flatMap { $0.values }
    guard values.allSatisfy({ $0.unicodeScalars.allSatisfy { $0.value >= 0x20 } }) else {
      throw UsageError("In \(path), a value has a line break or another control character.")
    }
    let names = Config.known.map(\.name)
    for name in file.settings.keys.sorted() where !names.contains(name) {
      let all = (names + [targetsName]).joined(separator: ", ")
      throw UsageError("\(path) has an unknown setting “\(name)”; there are \(all).")
    }
    return file
  }
}
