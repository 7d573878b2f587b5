import Foundation
import Glibc
import Proving
import Testing

/// A site is made of the database, the words and the theme, and of nothing else.
@Suite struct SameBytesTests {
  @Test func `a copy of a market in another place has the same site`() throws {
    let first = try Workshop.demo.get()
    let other = try Workshop(words: [:])
    try other.ran("restore", try Self.saved.get(), "--db", "sqlite:else.db")
    // Other folders, other names, and files that were made in another order.
    try other.folder.remove("content")
    try copyBackwards("\(Shop.root)/content", to: other.folder.file("mine/words"))
    let built = try other.jishi(
      "build", "--db", "sqlite:else.db", "--content", "mine/words", "--output", "far/away",
      environment: ["TZ": "America/New_York", "LANG": "tr_TR.UTF-8", "LC_ALL": "C"])
    #expect(built.code == 0, "\(built.errors)")
    let differences = try other.site("far/away").differences(from: first.site())
    #expect(differences == [])
  }

  @Test(.enabled(if: PostgresCluster.programs != nil, "PostgreSQL is not installed"))
  func `both engines have the same site`() throws {
    let first = try Workshop.demo.get()
    let database = try PostgresCluster.shared.get().makeDatabase()
    let other = try Workshop()
    try other.ran("restore", try Self.saved.get(), "--db", database)
    try other.ran("build", "--db", database)
    let differences = try other.site().differences(from: first.site())
    #expect(differences == [])
  }

  private static let saved = Result {
    let workshop = try Workshop.demo.get()
    let saved = workshop.folder.file("saved.jishi")
    try workshop.ran("backup", saved)
    return saved
  }

  @Test func `a site that is built again is the same, and its pictures are not drawn again`()
    async throws
  {
    let workshop = try await Workshop.fair()
    let before = try workshop.site()
    let again = try workshop.object(try workshop.jishi("build", "--json"))
    #expect(again["pictures"] as? Int == 0)
    try workshop.expectUntouched(before)
    try workshop.folder.remove("output")
    let anew = try workshop.object(try workshop.jishi("build", "--json"))
    #expect(anew["pictures"] as? Int ?? 0 > 10)
    try workshop.expectUntouched(before)
  }

  @Test func `no page says when it was built, where, or how far the log had come`() throws {
    let demo = try DemoSite.shared.get()
    let check = try demo.workshop.object(try demo.workshop.jishi("check", "--json"))
    let position = try #require(check["position"] as? Int)
    #expect(position > 10_000)
    let today = Date.now.formatted(.iso8601.year().month().day())
    for text in [
      demo.workshop.folder.path, Shop.root, "/sites/", "\(position)", position.formatted(), today,
      try host(),
    ] { #expect(demo.site.paths(saying: text) == [], "\(text)") }
  }

  private func host() throws -> String {
    var name = [CChar](repeating: 0, count: 256)
    try #require(gethostname(&name, name.count - 1) == 0)
    return String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// So that the folder lists its files in another order than the first one does.
  private func copyBackwards(_ source: String, to target: String) throws {
    let files = FileManager.default
    try files.createDirectory(atPath: target, withIntermediateDirectories: true)
    for name in try files.contentsOfDirectory(atPath: source).sorted().reversed() {
      var isFolder: ObjCBool = false
      let (from, to) = ("\(source)/\(name)", "\(target)/\(name)")
      guard files.fileExists(atPath: from, isDirectory: &isFolder) else { continue }
      if isFolder.boolValue {
        try copyBackwards(from, to: to)
      } else {
        try files.copyItem(atPath: from, toPath: to)
      }
    }
  }
}
