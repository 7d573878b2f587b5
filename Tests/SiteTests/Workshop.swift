import Foundation
import Proving
import Testing

/// A market in a folder where everything is that the program needs.
struct Workshop: Sendable {
  let folder: TemporaryFolder

  /// An empty one, with the theme, the languages and the words of this repository, or others.
  init(words: [String: String]? = nil) throws {
    folder = try TemporaryFolder()
    for name in ["themes", "locales"] + (words == nil ? ["content"] : []) {
      try FileManager.default.copyItem(atPath: "\(Shop.root)/\(name)", toPath: folder.file(name))
    }
    try folder.makeFolder("content")
    for (path, text) in words ?? [:] { try folder.write(text, to: "content/\(path)") }
    // Cards come a moment after their gigs: these sites are compared, and have none.
    try folder.write(
      "{ \"url\": \"\(Shop.site)\", \"mediaworker\": \"none\" }", to: "site.json")
  }

  init(like other: Workshop) throws {
    folder = try TemporaryFolder()
    for name in try other.folder.names(in: "") {
      try FileManager.default.copyItem(
        atPath: other.folder.file(name), toPath: folder.file(name))
    }
  }

  /// The demo market, with its site.
  init(gigs: Int) throws {
    try self.init()
    try ran("seed", "--gigs", "\(gigs)")
    try ran("build")
  }

  /// A market without anybody, with its site: quick to build.
  static func bare() throws -> Workshop { try Workshop(like: empty.get()) }

  private static let empty = Result {
    let workshop = try Workshop(words: Fair.words)
    try workshop.ran("init")
    try workshop.ran("build")
    return workshop
  }

  /// A demo market that is large enough to take its time, with its site. Nobody changes it.
  static let demo = Result { try Workshop(gigs: 40) }

  /// The market of the fair, with its site.
  static func fair() async throws -> Workshop {
    try Workshop(like: try await built.value)
  }

  private static let built = Task {
    let workshop = try Workshop(words: Fair.words)
    let shop = try await Fair.made().shop
    try workshop.folder.makeFolder("data")
    try FileManager.default.copyItem(
      atPath: shop.folder.file("market.db"), toPath: workshop.folder.file("data/market.db"))
    try workshop.ran("build")
    return workshop
  }

  func jishi(_ words: String..., environment: [String: String] = [:]) throws -> Command {
    try Command.run(
      Command.ours("jishi"), words, in: folder.path, environment: environment)
  }

  func start(_ words: String...) throws -> Child {
    try Child(Command.ours("jishi"), words, in: folder.path)
  }

  /// The output of what must succeed.
  @discardableResult
  func ran(_ words: String...) throws -> String {
    let answer = try Command.run(Command.ours("jishi"), words, in: folder.path)
    guard answer.code == 0 else { throw ProvingError.failed("\(words): \(answer.errors)") }
    return answer.output
  }

  func object(_ answer: Command) throws -> [String: Any] {
    let object = try JSONSerialization.jsonObject(with: Data(answer.output.utf8))
    return try #require(object as? [String: Any])
  }

  func site(_ output: String = "output") throws -> BuiltSite {
    try BuiltSite(folder.file("\(output)/site"))
  }

  /// Nothing is where visitors look but what was there, and nothing of a failed build is left.
  func expectUntouched(_ before: BuiltSite) throws {
    #expect(try site().differences(from: before) == [])
    #expect(try !hasDraft())
  }

  /// Whether there is a tree that no visitor has seen.
  func hasDraft(in output: String = "output") throws -> Bool {
    let shown = try FileManager.default.destinationOfSymbolicLink(
      atPath: folder.file("\(output)/site"))
    let last = try folder.names(in: "\(output)/sites").compactMap { Int($0) }.max()
    return shown != "sites/\(last ?? 0)"
  }
}
