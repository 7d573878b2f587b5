import Foundation
import Proving
import Testing
import Theme

@Suite struct PictureFolderTests {
  let ground: TemporaryFolder
  let folder: PictureFolder

  init() throws {
    ground = try TemporaryFolder()
    folder = PictureFolder(ground.path)
  }

  @Test func `a picture is drawn once`() throws {
    let name = Pictures.name(category: "brand", title: "标志")
    #expect(!folder.has(name))
    #expect(try folder.keep(name) { "first" })
    var drawn = false
    let isNew = try folder.keep(name) {
      drawn = true
      return "second"
    }
    #expect(!isNew && !drawn)
    #expect(try read(name) == "first")
    #expect(try mode(name) == 0o644)
  }

  @Test func `one that came first is never replaced`() throws {
    // Another process is faster while we draw.
    let isNew = try folder.keep("covers/a.svg") {
      #expect(throws: Never.self) { try folder.keep("covers/a.svg") { "theirs" } }
      return "ours"
    }
    #expect(!isNew)
    #expect(try read("covers/a.svg") == "theirs")
    #expect(try names("covers") == ["a.svg"])
  }

  @Test func `of many that draw at once, one puts the picture there`() async throws {
    let folder = folder
    let picture = String(repeating: "月", count: 100_000)
    let kept = try await withThrowingTaskGroup(of: Bool.self) { group in
      for _ in 0..<16 { group.addTask { try folder.keep("covers/b.svg") { picture } } }
      return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
    }
    #expect(kept == 1)
    #expect(try read("covers/b.svg") == picture)
    #expect(try names("covers") == ["b.svg"])
  }

  @Test(arguments: ["", "/etc/a", "../a", "covers/../../a", "a//b", "a/", "a\0b"])
  func `a name stays in the folder`(name: String) {
    #expect(throws: PictureError.badName(name)) { try folder.keep(name) { "" } }
  }

  @Test func `what stops it is said`() throws {
    _ = try folder.keep("covers") { "a file where a folder should be" }
    let error = #expect(throws: PictureError.self) { try folder.keep("covers/a.svg") { "" } }
    #expect(error?.description.hasSuffix("cannot be kept: Not a directory.") == true)
  }

  @Test func `names tell covers apart`() {
    let names = (0..<1000).map { Pictures.name(category: "art", title: "\($0)") }
    #expect(Set(names).count == 1000)
    #expect(names.allSatisfy { $0.wholeMatch(of: /covers\/art-[0-9a-f]{16}\.svg/) != nil })
    #expect(Pictures.name(category: "art", title: "0") == names[0])
    #expect(Pictures.name(category: "../画", title: "0").hasPrefix("covers/cover-"))
    #expect(
      Pictures.name(category: "a|b", title: "c") != Pictures.name(category: "a", title: "b|c"))
  }

  private func read(_ name: String) throws -> String {
    try String(contentsOfFile: ground.file(name), encoding: .utf8)
  }

  private func names(_ name: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: ground.file(name))
  }

  private func mode(_ name: String) throws -> Int? {
    let attributes = try FileManager.default.attributesOfItem(atPath: ground.file(name))
    return attributes[.posixPermissions] as? Int
  }
}
