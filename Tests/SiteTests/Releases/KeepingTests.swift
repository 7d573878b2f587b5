import Foundation
import Market
import Proving
import Testing

@testable import Site

/// Which releases are kept, and what of them.
@Suite struct KeepingTests {
  private static let day: Int64 = 86_400_000

  private let ground: TreeGround
  private let materials: Materials

  init() throws {
    ground = try TreeGround()
    for (path, text) in [
      "themes/plain/a.html": "<p>", "locales/en/b.txt": "b = B", "content/en/help/c.md": "C",
    ] { try ground.folder.write(text, to: path) }
    materials = Materials(
      theme: "plain", themes: ground.folder.file("themes"), locales: ground.folder.file("locales"),
      content: ground.folder.file("content"))
  }

  private func release(
    _ text: String, onDay day: Int64 = 0, by origin: Release.Origin = .build,
    _ keeping: Keeping = .usual
  ) throws {
    let tree = try SiteTree(in: ground.output)
    var hand = tree.hand(at: Position(1))
    try hand.put("/en.html", text)
    try hand.finish()
    _ = try tree.publish(
      nil,
      as: NewRelease(
        materials, made: Instant(milliseconds: day * Self.day), by: origin, keeping))
  }

  private func kept() throws -> [Int] {
    try #require(try Releases(in: ground.output)).all.map(\.number)
  }

  @Test func `no more than so many are kept`() throws {
    for number in 1...7 { try release("\(number)", Keeping(count: 3, days: 30)) }
    #expect(try kept() == [7, 6, 5])
    let names = try ground.trees()
    #expect(Set(names.compactMap { $0.split(separator: ".").first }) == ["5", "6", "7"])
  }

  @Test func `a release that is too old goes, but for the last two`() throws {
    for number in 1...4 { try release("\(number)", onDay: Int64(number)) }
    try release("5", onDay: 33)
    #expect(try kept() == [5, 4, 3])
    try release("6", onDay: 99)
    #expect(try kept() == [6, 5])
    try release("7", onDay: 999, Keeping(count: 1, days: 0))
    #expect(try kept() == [7, 6])
  }

  @Test func `the same site makes no release`() throws {
    try release("same")
    try release("same")
    #expect(try kept() == [1])
  }

  @Test func `who is held until somebody builds has a release of his own, and so has who ends it`()
    throws
  {
    try release("same")
    try release("same", by: .rollback(1))
    #expect(try kept() == [2, 1])
    try release("same", by: .rollback(1))
    #expect(try kept() == [2, 1])
    try release("same")
    #expect(try kept() == [3, 2, 1])
    #expect(try Trees(in: ground.output).held() == nil)
  }

  @Test func `it says what it was made of`() throws {
    try release("one", onDay: 3, by: .copy(12))
    let found = try #require(try Releases(in: ground.output)?.current)
    #expect(
      found
        == Release(
          number: 1, made: Instant(milliseconds: 3 * Self.day), origin: .copy(12), theme: "plain",
          files: 1))
    #expect(try ground.folder.text("output/sites/1.materials/themes/plain/a.html") == "<p>")
    #expect(try ground.folder.text("output/sites/1.materials/locales/en/b.txt") == "b = B")
    #expect(try ground.folder.text("output/sites/1.materials/content/en/help/c.md") == "C")
  }

  @Test func `what two releases were both made of is on the disk once, and is not the operator's`()
    throws
  {
    try release("one")
    try ground.folder.write("<b>", to: "themes/plain/a.html")
    try release("two")
    func node(_ number: Int, _ path: String) throws -> UInt {
      try ground.inode("sites/\(number).materials/\(path)")
    }
    #expect(try node(1, "locales/en/b.txt") == node(2, "locales/en/b.txt"))
    #expect(try node(1, "themes/plain/a.html") != node(2, "themes/plain/a.html"))
    #expect(try ground.folder.text("output/sites/1.materials/themes/plain/a.html") == "<p>")
    // Some editors write into the file that is there.
    let file = try #require(FileHandle(forWritingAtPath: ground.folder.file("locales/en/b.txt")))
    try file.write(contentsOf: Data("other".utf8))
    #expect(try ground.folder.text("output/sites/2.materials/locales/en/b.txt") == "b = B")
  }

  @Test func `a part of what is told of a release is no release`() throws {
    try release("one")
    let name = "output/sites/1.release"
    let all = Array(try ground.folder.text(name).utf8)
    for count in all.indices {
      try Data(all[..<count]).write(to: URL(filePath: ground.folder.file(name)))
      #expect(try kept() == [], "\(count)")
    }
  }

  @Test func `who goes back twice is led back further`() throws {
    for number in 1...4 { try release("\(number)", Keeping(count: 9, days: 9)) }
    func former() throws -> Int? {
      try #require(try Releases(in: ground.output)).former?.number
    }
    #expect(try former() == 3)
    try release("3", by: .rollback(3), Keeping(count: 9, days: 9))
    #expect(try former() == 2)
    try release("2", by: .copy(2), Keeping(count: 9, days: 9))
    #expect(try former() == 1)
    try release("1", by: .rollback(1), Keeping(count: 9, days: 9))
    #expect(try former() == nil)
  }
}
