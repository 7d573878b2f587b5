import FoundationEssentials
import Glibc
import HTTP
import Store

/// The settings of this process, each with the place it came from: an option, else the
/// environment, else `site.json`, else the default.
struct Config: Sendable {
  struct Known: Sendable {
    let name: String
    let form: String
    let usual: String
    let summary: String
    var environment: String { "JISHI_" + name.uppercased() }
  }

  static let readersMax = 64

  static let known = [
    Known(
      name: "db", form: "ADDRESS", usual: "sqlite:data/market.db",
      summary: "the database: sqlite:PATH or postgres://user@host/name"),
    Known(
      name: "replica", form: "ADDRESS", usual: "",
      summary: "a copy of the database that answers reads"),
    Known(
      name: "content", form: "FOLDER", usual: "content",
      summary: "the folder of the site's texts"),
    Known(
      name: "theme", form: "NAME", usual: "default",
      summary: "how the site looks: the name of a folder of themes"),
    Known(
      name: "themes", form: "FOLDER", usual: "themes",
      summary: "the folder of all themes"),
    Known(
      name: "locales", form: "FOLDER", usual: "locales",
      summary: "the folder of the site's languages"),
    Known(
      name: "output", form: "FOLDER", usual: "output",
      summary: "the folder of what is built; the site is in its folder `site`"),
    Known(
      name: "listen", form: "ADDRESS", usual: "127.0.0.1:8080",
      summary: "where the site is served: an address of this machine and a port"),
    Known(
      name: "readers", form: "COUNT", usual: "4",
      summary: "how many reads run side by side"),
    Known(
      name: "head", form: "FILE", usual: "data/ledger.head",
      summary: "where the ledger's head is kept outside the database"),
  ]

  struct Entry: Sendable {
    let name: String
    let value: String
    let source: String
  }

  let entries: [Entry]
  let address: Address
  let options: Store.Options
  let head: String
  /// The folder of the texts that operators write.
  let content: String
  let theme: String
  let themes: String
  let locales: String
  private let output: String
  let listen: Endpoint

  /// The folder of the built site.
  var site: String { "\(output)/site" }

  init(
    flags: [String: String],
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws {
    let named = flags["site"] ?? environment["JISHI_SITE"].flatMap { $0.isEmpty ? nil : $0 }
    let file = named ?? "site.json"
    let fromFile = try SiteFile.read(file, mustExist: named != nil)
    entries = Self.known.map { known in
      if let value = flags[known.name] {
        Entry(name: known.name, value: value, source: "--\(known.name)")
      } else if let value = environment[known.environment], !value.isEmpty {
        Entry(name: known.name, value: value, source: known.environment)
      } else if let value = fromFile[known.name] {
        Entry(name: known.name, value: value, source: file)
      } else {
        Entry(name: known.name, value: known.usual, source: "default")
      }
    }
    let values = Dictionary(uniqueKeysWithValues: entries.map { ($0.name, $0) })
    address = try Self.address(values["db"])
    content = values["content"]?.value ?? ""
    theme = values["theme"]?.value ?? ""
    themes = values["themes"]?.value ?? ""
    locales = values["locales"]?.value ?? ""
    output = values["output"]?.value ?? ""
    listen = try Self.endpoint(values["listen"])
    head = values["head"]?.value ?? ""
    guard !head.isEmpty else { throw UsageError("head needs the name of a file.") }
    var options = Store.Options()
    if let replica = values["replica"], !replica.value.isEmpty {
      options.replica = try Self.address(replica)
    }
    guard let readers = values["readers"], let count = Int(readers.value),
      (1...Self.readersMax).contains(count)
    else {
      throw UsageError(
        "readers must be a number from 1 to \(Self.readersMax), not “\(values["readers"]?.value ?? "")” (from \(values["readers"]?.source ?? ""))."
      )
    }
    options.readers = count
    self.options = options
  }

  private static func address(_ entry: Entry?) throws -> Address {
    guard let entry else { preconditionFailure("every known setting has an entry") }
    do throws(AddressError) {
      return try Address(entry.value)
    } catch {
      throw UsageError("\(error) (From \(entry.source).)")
    }
  }

  private static func endpoint(_ entry: Entry?) throws -> Endpoint {
    guard let entry else { preconditionFailure("every known setting has an entry") }
    guard let endpoint = Endpoint(entry.value) else {
      throw UsageError(
        "listen must be an address of this machine and a port, such as 127.0.0.1:8080 or [::1]:8080, not “\(entry.value)” (from \(entry.source))."
      )
    }
    return endpoint
  }
}

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
