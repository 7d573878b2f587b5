import Foundation
import Glibc
import Market
import Proving
import Testing

@testable import Site

/// A tree is made beside the one that visitors see, and only of what changed.
@Suite struct SiteTreeTests {
  let ground: TreeGround

  init() throws { ground = try TreeGround() }

  static let pages = [
    "/index.html": "one", "/en/c.html": "two", "/en/c/logo.html": "three", "/robots.txt": "",
  ]

  @Test func `a first site has all that was put, and nothing else`() throws {
    let counts = try ground.build(Self.pages)
    #expect(counts == TreeCounts(written: 4, unchanged: 0, removed: 0, bytes: 11))
    #expect(try ground.site() == Self.pages)
    #expect(try ground.shown() == "sites/1")
    #expect(try ground.trees() == ["1", "1.manifest"])
    var facts = stat()
    #expect(stat("\(ground.output)/site/en/c.html", &facts) == 0 && facts.st_mode & 0o777 == 0o644)
  }

  @Test func `when nothing changed nothing is written`() throws {
    try ground.build(Self.pages)
    let before = try ground.traces()
    for position in 2...3 {
      let counts = try ground.build(Self.pages, at: Int64(position))
      #expect(counts == TreeCounts(written: 0, unchanged: 4, removed: 0, bytes: 11))
      #expect(try ground.traces() == before)
    }
  }

  @Test func `of a site that changed only what did is written`() throws {
    try ground.build(Self.pages, at: 5)
    let old = try ground.site()
    var pages = Self.pages
    pages["/index.html"] = "ten"
    pages["/en/c/logo.html"] = nil
    pages["/en/deep/er/still.html"] = "four"
    let counts = try ground.build(pages, at: 9)
    #expect(counts == TreeCounts(written: 2, unchanged: 2, removed: 1, bytes: 10))
    #expect(try ground.site() == pages)
    #expect(try ground.shown() == "sites/2")
    let former = try BuiltSite("\(ground.output)/sites/1")
    #expect(former.files.mapValues { String(decoding: $0, as: UTF8.self) } == old)
    for name in ["en/c.html", "robots.txt"] {
      #expect(try ground.inode("sites/1/\(name)") == ground.inode("sites/2/\(name)"))
    }
    #expect(try ground.inode("sites/1/index.html") != ground.inode("sites/2/index.html"))
    #expect(
      try ground.manifest(2) == [
        .init(path: "en/c.html", size: 3, position: 5),
        .init(path: "en/deep/er/still.html", size: 4, position: 9),
        .init(path: "index.html", size: 3, position: 9),
        .init(path: "robots.txt", size: 0, position: 5),
      ])
  }

  @Test func `a site that only lost pages is shown without them`() throws {
    try ground.build(Self.pages)
    var pages = Self.pages
    pages["/en/c/logo.html"] = nil
    let counts = try ground.build(pages)
    #expect(counts == TreeCounts(written: 0, unchanged: 3, removed: 1, bytes: 6))
    #expect(try ground.site() == pages)
    #expect(!FileManager.default.fileExists(atPath: "\(ground.output)/site/en/c"))
  }

  @Test func `of former trees one is kept`() throws {
    for number in 1...4 {
      try ground.build(["/a.html": "\(number)", "/b.html": "always"])
      let older = number == 1 ? [] : ["\(number - 1)", "\(number - 1).manifest"]
      #expect(try ground.trees() == older + ["\(number)", "\(number).manifest"])
    }
    #expect(try BuiltSite("\(ground.output)/sites/3").text("/a") == "3")
    #expect(try ground.site() == ["/a.html": "4", "/b.html": "always"])
  }

  @Test func `what was changed and changed back is as it was`() throws {
    for text in ["one", "two", "one", "one", "two"] {
      try ground.build(["/a.html": text, "/b.html": "b"])
      #expect(try ground.site() == ["/a.html": text, "/b.html": "b"])
    }
  }

  @Test(arguments: ["gone", "shorter", "a link", "a folder"])
  func `a file that is not as the manifest has it is written again`(how: String) throws {
    try ground.build(Self.pages)
    let file = "output/site/en/c.html"
    try ground.folder.remove(file)
    switch how {
    case "shorter": try ground.folder.write("t", to: file)
    case "a folder": try ground.folder.makeFolder(file)
    case "a link":
      try FileManager.default.createSymbolicLink(
        atPath: ground.folder.file(file), withDestinationPath: "c/logo.html")
    default: break
    }
    let counts = try ground.build(Self.pages)
    #expect(counts == TreeCounts(written: 1, unchanged: 3, removed: 0, bytes: 11))
    #expect(try ground.site() == Self.pages)
  }

  @Test func `a tree that is let go leaves everything as it was`() throws {
    try ground.build(Self.pages)
    let before = try ground.traces()
    do {
      let tree = try SiteTree(in: ground.output)
      var hand = tree.hand(at: Position(2))
      try hand.put("/index.html", "other")
      try hand.put("/en/c.html", "two")
      #expect(try ground.trees() == ["1", "1.manifest", "2", "2.manifest"])
    }
    #expect(try ground.trees() == ["1", "1.manifest"])
    #expect(try ground.site() == Self.pages)
    var after = try ground.traces()
    // It had a second name for a while.
    after["sites/1/en/c.html"]?.changed = before["sites/1/en/c.html"]?.changed ?? []
    #expect(after.filter { $0.key != "sites" } == before.filter { $0.key != "sites" })
  }

  @Test func `what a build left that was killed is cleared away, and never taken for a site`()
    throws
  {
    try ground.build(Self.pages)
    try ground.build(["/index.html": "new"])
    try ground.folder.write("half", to: "output/sites/3/index.html")
    try ground.folder.write("half", to: "output/sites/3.manifest")
    try ground.folder.write("half", to: "output/sites/7.manifest")
    try ground.folder.write("", to: "output/site.next")
    let counts = try ground.build(["/index.html": "newer"])
    #expect(counts == TreeCounts(written: 1, unchanged: 0, removed: 0, bytes: 5))
    #expect(try ground.trees() == ["2", "2.manifest", "8", "8.manifest"])
    #expect(try ground.site() == ["/index.html": "newer"])
    #expect(!ground.folder.has("output/site.next"))
  }

  @Test func `whoever goes back to the former tree builds on that`() throws {
    try ground.build(Self.pages)
    try ground.build(["/index.html": "bad"])
    try ground.folder.remove("output/site")
    try FileManager.default.createSymbolicLink(
      atPath: "\(ground.output)/site", withDestinationPath: "sites/1")
    let counts = try ground.build(Self.pages)
    #expect(counts == TreeCounts(written: 0, unchanged: 4, removed: 0, bytes: 11))
    #expect(try ground.site() == Self.pages)
  }

  @Test func `one build at a time`() throws {
    let tree = try SiteTree(in: ground.output)
    #expect(throws: SiteError.busy(ground.output)) { try SiteTree(in: ground.output) }
    withExtendedLifetime(tree) {}
  }
}
