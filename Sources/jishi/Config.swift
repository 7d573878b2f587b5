import FoundationEssentials
import Glibc
import HTTP
import Pages
import Site
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
  static let keepRange = 1...1_000
  static let keepDaysRange = 0...36_500

  static let known =
    [
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
        name: "url", form: "URL", usual: "http://127.0.0.1:8080",
        summary: "the address of the site, with nothing behind the host"),
      Known(
        name: "owner", form: "NAME", usual: "",
        summary: "who runs the site, for the foot of each page"),
      Known(
        name: "icp", form: "NUMBER", usual: "",
        summary: "the ICP record of a site in mainland China, for the foot of each page"),
      Known(
        name: "police", form: "NUMBER", usual: "",
        summary: "the record with the police there, beside it"),
      Known(
        name: "licences", form: "TEXTS", usual: "",
        summary: "other licences, with semicolons between them"),
      Known(
        name: "mainland", form: "yes|no", usual: "no",
        summary:
          "whether the site is served from mainland China, so that a build warns of what it lacks"),
      Known(
        name: "compress", form: "none|gzip|brotli", usual: "none",
        summary: "what stands compressed beside each file of the site; brotli is both"),
      Known(
        name: "deploy", form: "NAMES", usual: "",
        summary: "the targets that `jishi work` keeps up to date, with spaces between them"),
      Known(
        name: "keep", form: "COUNT", usual: "\(Keeping.usual.count)",
        summary: "how many releases of the site are kept at most; the last two always are"),
      Known(
        name: "keepdays", form: "COUNT", usual: "\(Keeping.usual.days)",
        summary: "how many days a release is kept; the last two always are"),
    ] + ServingSettings.known + SendingSettings.known
    + MediaSettings.known + [
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
  let output: String
  let site: SiteFacts
  let isInMainland: Bool
  let packing: Packing
  let keeping: Keeping
  /// The settings of each target, by its name.
  let targetTables: [String: [String: String]]
  /// Those that a worker sends to.
  let deployed: [String]
  let serving: ServingSettings
  let sending: SendingSettings
  let media: MediaSettings

  /// The folder of the built site.
  var siteFolder: String { "\(output)/site" }

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
      } else if let value = fromFile.settings[known.name] {
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
    site = try Self.site(values)
    isInMainland = try Self.flag(values["mainland"])
    packing = try Self.packing(values["compress"])
    targetTables = fromFile.targets
    deployed = (values["deploy"]?.value ?? "").split(separator: " ").map(String.init)
    keeping = Keeping(
      count: try Self.number(values["keep"], Self.keepRange),
      days: try Self.number(values["keepdays"], Self.keepDaysRange))
    serving = try ServingSettings(values, site.origin)
    sending = try SendingSettings(values, site.origin)
    media = try MediaSettings(values)
    head = values["head"]?.value ?? ""
    guard !head.isEmpty else { throw UsageError("head needs the name of a file.") }
    guard !output.isEmpty else { throw UsageError("output needs the name of a folder.") }
    var options = Store.Options()
    if let replica = values["replica"], !replica.value.isEmpty {
      options.replica = try Self.address(replica)
    }
    options.readers = try Self.number(values["readers"], 1...Self.readersMax)
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
}
