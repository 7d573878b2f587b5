import Foundation
import Market
import Pages
import Proving
import Site
import Store
import Testing
import Theme

/// A market in a folder of its own, and the site that is built of it by the parts of which the
/// program is made.
final class Shop: Sendable {
  /// When everything in it happens.
  static let now = Instant(milliseconds: 1_793_000_000_000)
  static let root = URL(filePath: #filePath).appending(path: "../../..").standardized.path(
    percentEncoded: false)
  static let theme = Result {
    try LoadedTheme(forPagesOf: "default", in: "\(root)/themes", locales: "\(root)/locales")
  }
  static let site = "https://jishi.example"

  let folder: TemporaryFolder
  let address: Address

  /// `content` has the texts of files by their paths.
  init(
    content: [String: String] = [:],
    _ fill: (@Sendable (borrowing Transaction) throws -> Void)? = nil
  ) async throws {
    folder = try TemporaryFolder()
    address = .sqlite(path: folder.file("market.db"))
    _ = try Database.create(at: address, at: Self.now)
    try folder.makeFolder("content")
    for (path, text) in content { try folder.write(text, to: "content/\(path)") }
    if let fill { try await change(fill) }
  }

  /// The same market in a new folder.
  init(like other: Shop) throws {
    folder = try TemporaryFolder()
    try FileManager.default.removeItem(atPath: folder.path)
    try FileManager.default.copyItem(atPath: other.folder.path, toPath: folder.path)
    address = .sqlite(path: folder.file("market.db"))
  }

  @discardableResult
  func change<Value: Sendable>(
    _ body: @escaping @Sendable (borrowing Transaction) throws -> Value
  ) async throws -> Value {
    try await Store.with(address) { try await $0.write(body).value }
  }

  @discardableResult
  func build(
    _ theme: LoadedTheme? = nil, content: String? = nil, into output: String = "output",
    _ facts: (inout SiteFacts) -> Void = { _ in }
  ) async throws -> BuiltSite {
    var site = SiteFacts(origin: try #require(SiteOrigin(Self.site)))
    facts(&site)
    let build = Build(
      try theme ?? Self.theme.get(), site, content: content ?? folder.file("content"),
      into: folder.file(output))
    _ = try await Store.with(address) { try await build.run($0) { _ in } }
    return try BuiltSite(folder.file("\(output)/site"))
  }
}

extension TemporaryFolder {
  func write(_ text: String, to name: String) throws {
    let file = URL(filePath: file(name))
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  func makeFolder(_ name: String) throws {
    try FileManager.default.createDirectory(
      atPath: file(name), withIntermediateDirectories: true)
  }

  func text(_ name: String) throws -> String {
    try String(contentsOfFile: file(name), encoding: .utf8)
  }

  /// Also while a program works in it, which puts things there and takes them away itself.
  func remove(_ name: String) throws {
    var triesLeft = 100
    while true {
      do {
        return try FileManager.default.removeItem(atPath: file(name))
      } catch {
        triesLeft -= 1
        guard triesLeft > 0, has(name) else { throw error }
      }
    }
  }

  func has(_ name: String) -> Bool { FileManager.default.fileExists(atPath: file(name)) }

  /// What is in a folder, by name.
  func names(in name: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: file(name)).sorted()
  }
}
