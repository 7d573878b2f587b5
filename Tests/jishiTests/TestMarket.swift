import Foundation
import Proving
import Testing

/// A new market that a test works on with the program alone.
struct TestMarket {
  /// PostgreSQL is left out where it is not installed.
  static let engines = PostgresCluster.programs == nil ? ["sqlite"] : ["sqlite", "postgres"]

  let folder: TemporaryFolder
  private let environment: [String: String]

  init(_ engine: String = "sqlite", isMade: Bool = true) throws {
    folder = try TemporaryFolder()
    environment =
      engine == "sqlite"
      ? [:] : ["JISHI_DB": try PostgresCluster.shared.get().makeDatabase()]
    if isMade { try ran("init") }
  }

  /// Where its database is, for what no command does.
  var database: String {
    environment["JISHI_DB"] ?? "sqlite:\(folder.file("data/market.db"))"
  }

  func jishi(_ words: [String]) throws -> Command {
    try Command.run(Command.ours("jishi"), words, in: folder.path, environment: environment)
  }

  func jishi(_ words: String...) throws -> Command { try jishi(words) }

  /// The output of what must succeed.
  @discardableResult
  func ran(_ words: String...) throws -> String {
    let answer = try jishi(words)
    #expect(answer.code == 0, "\(words): \(answer.errors)")
    return answer.output
  }

  /// The one sentence of what must be refused.
  func refused(_ words: [String]) throws -> String {
    let answer = try jishi(words)
    #expect(answer.code == 2, "\(words): \(answer.output)\(answer.errors)")
    #expect(answer.output.isEmpty)
    return answer.errors
  }

  func refused(_ words: String...) throws -> String { try refused(words) }

  func object(_ words: String...) throws -> [String: Any] { try object(words) }

  func object(_ words: [String]) throws -> [String: Any] {
    let answer = try jishi(words + ["--json"])
    #expect(answer.code == 0, "\(words): \(answer.errors)")
    let object = try JSONSerialization.jsonObject(with: Data(answer.output.utf8))
    return try #require(object as? [String: Any])
  }

  func write(_ text: String, to name: String) throws {
    let path = folder.file(name)
    try FileManager.default.createDirectory(
      atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try text.write(toFile: path, atomically: true, encoding: .utf8)
  }

  /// A catalogue of two categories, a seller, and the file from the help.
  func stock() throws {
    guard environment.isEmpty else { return try fill() }
    // The program filled one market; others that are in a file are like it.
    let files = FileManager.default
    let shelf = try Self.stocked.get().folder
    for name in try files.contentsOfDirectory(atPath: shelf.path) {
      if files.fileExists(atPath: folder.file(name)) {
        try files.removeItem(atPath: folder.file(name))
      }
      try files.copyItem(atPath: shelf.file(name), toPath: folder.file(name))
    }
  }

  private static let stocked = Result {
    let market = try TestMarket()
    try market.fill()
    return market
  }

  private func fill() throws {
    try write(Self.brand, to: "content/categories/brand.sheet")
    try ran("catalogue", "load")
    try ran("user", "create", "--name", "林知远", "--email", "lin@example.com")
    let help = try ran("gig", "create", "--help")
    let example = help.split(separator: "\n", omittingEmptySubsequences: false)
      .drop { $0 != "    [gig]" }.prefix { $0.isEmpty || $0.hasPrefix("    ") }
    try write(example.map { String($0.dropFirst(4)) }.joined(separator: "\n"), to: "gig.sheet")
  }

  func gigFile(replacing old: String, with new: String) throws {
    let text = try String(contentsOfFile: folder.file("gig.sheet"), encoding: .utf8)
    #expect(text.contains(old))
    try write(text.replacing(old, with: new), to: "gig.sheet")
  }

  static let brand = """
    [group brand]
    name.zh-CN = 标志与品牌
    name.en = Logo & brand

    [category logo-design]
    name.zh-CN = 标志设计
    name.en = Logo design

    [attribute logo-design style]
    label.zh-CN = 风格
    label.en = Style
    choice minimal.zh-CN = 极简
    choice minimal.en = Minimal
    choice lettering.zh-CN = 字体标志
    choice lettering.en = Lettering

    [category naming]
    name.zh-CN = 起名
    name.en = Naming

    """
}
