import Foundation
import Glibc
import Market
import Proving
import Testing

@testable import Site

/// Whatever keeps a file from being put is told, and the old site stays.
@Suite struct TreeFaultTests {
  let ground: TreeGround

  init() throws { ground = try TreeGround() }

  /// Builds upon a site that has `/a.html` and `/b.html`, and must fail.
  private func expect(
    _ fault: SiteError, _ body: (inout DraftHand) throws(SiteError) -> Void,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let old = ["/a.html": "a", "/b.html": "b"]
    try ground.build(old)
    let shown = try ground.shown()
    #expect(throws: fault, sourceLocation: sourceLocation) {
      let tree = try SiteTree(in: ground.output)
      var hand = tree.hand(at: Position(1))
      try body(&hand)
      try hand.finish()
      _ = try tree.publish()
    }
    #expect(try ground.site() == old, sourceLocation: sourceLocation)
    #expect(try ground.shown() == shown, sourceLocation: sourceLocation)
  }

  @Test(arguments: ["a", "other"], ["a", "other"])
  func `two pages with one address are refused`(first: String, second: String) throws {
    try expect(.twice("/a.html")) { hand throws(SiteError) in
      try hand.put("/a.html", first)
      try hand.put("/a.html", second)
    }
    try expect(.twice("/new/page.html")) { hand throws(SiteError) in
      try hand.put("/new/page.html", first)
      try hand.put("/new/page.html", second)
    }
  }

  @Test(arguments: [
    "a.html", "", "/", "//a.html", "/a//b.html", "/a/", "/../a.html", "/a/../b.html", "/a/..", "/.",
    "/a/./b.html", "/a\u{0}.html",
  ])
  func `an address that leaves the site is refused`(address: String) throws {
    try expect(.outside(address)) { hand throws(SiteError) in try hand.put(address, "x") }
  }

  @Test(arguments: ["/...", "/.well-known/a..b", "/..a", "/a./.b", "/集/市.html"])
  func `dots are names like others unless they lead out`(address: String) throws {
    try ground.build([address: "x"])
    #expect(try ground.site() == [address: "x"])
  }

  @Test func `names that are too long are told`() throws {
    let name = "/" + String(repeating: "a", count: 256)
    let place = "\(ground.output)/sites/2\(name)"
    try expect(.system(path: place, reason: "File name too long")) { hand throws(SiteError) in
      try hand.put(name, "x")
    }
    let long = String(repeating: "/abcdefg", count: 600)
    try expect(.system(path: long, reason: "File name too long")) { hand throws(SiteError) in
      try hand.put(long, "x")
    }
  }

  @Test func `a page in the place of a folder is told, and a folder in that of a page`() throws {
    let place = "\(ground.output)/sites/2/c"
    try expect(.system(path: "\(place)/logo", reason: "Not a directory")) {
      hand throws(SiteError) in
      try hand.put("/c", "x")
      try hand.put("/c/logo", "y")
    }
    try expect(.system(path: place, reason: "File exists")) { hand throws(SiteError) in
      try hand.put("/c/logo", "x")
      try hand.put("/c", "y")
    }
  }

  @Test func `what stands where trees should be is told`() throws {
    try ground.folder.write("mine", to: "output/sites")
    let place = "\(ground.output)/sites"
    #expect(throws: SiteError.system(path: place, reason: "Not a directory")) {
      try ground.build(["/a.html": "a"])
    }
    #expect(try ground.folder.text("output/sites") == "mine")
  }

  @Test func `a folder in the place of the link is not replaced`() throws {
    try ground.folder.write("precious", to: "output/site/index.html")
    #expect(throws: SiteError.self) { try ground.build(["/a.html": "a"]) }
    #expect(try ground.folder.text("output/site/index.html") == "precious")
    #expect(try ground.trees() == [])
    #expect(!ground.folder.has("output/site.next"))
  }

  @Test(.enabled(if: getuid() == 0, "only root can mount a disk"))
  func `a full disk is told, and the old site stays as it was`() throws {
    let disk = try Disk(kilobytes: 600)
    defer { disk.remove() }
    let page = String(repeating: "x", count: 100_000)
    func build(_ text: String) throws -> TreeCounts {
      let tree = try SiteTree(in: disk.path)
      var hand = tree.hand(at: Position(1))
      for number in 1...3 { try hand.put("/\(number).html", text + page) }
      try hand.finish()
      return try tree.publish()
    }
    #expect(try build("a").written == 3)
    let before = try BuiltSite("\(disk.path)/site")
    let error = #expect(throws: SiteError.self) { try build("b") }
    #expect(
      error
        == .system(path: "\(disk.path)/sites/2/3.html", reason: "No space left on device"))
    #expect(try BuiltSite("\(disk.path)/site") == before)
    let left = try FileManager.default.contentsOfDirectory(atPath: "\(disk.path)/sites")
    #expect(left.sorted() == ["1", "1.manifest"])
    #expect(try build("a") == TreeCounts(written: 0, unchanged: 3, removed: 0, bytes: 300_003))
  }

  @Test(.enabled(if: getuid() == 0, "only root can mount a disk"))
  func `a disk that may only be read is told`() throws {
    let disk = try Disk(kilobytes: 600)
    defer { disk.remove() }
    _ = try SiteTree(in: disk.path)
    let mounted = try Command.run("mount", ["-o", "remount,ro", disk.path])
    #expect(mounted.code == 0, "\(mounted.errors)")
    let error = #expect(throws: SiteError.self) { try SiteTree(in: disk.path) }
    #expect(error?.description.hasSuffix("cannot be written: Read-only file system.") == true)
  }

  @Test func `where a second name is not to be had, a copy is made`() throws {
    let other = try TemporaryFolder(in: "/tmp")
    try other.write("text", to: "en/a.html")
    try ground.folder.makeFolder("tree")
    let (from, to) = (try OpenFolder(other.path), try OpenFolder(ground.folder.file("tree")))
    var path = TreePath()
    try path.set("/en/a.html")
    // On two disks where there are two; and as if on two.
    try to.link(path, from: from)
    #expect(try ground.folder.text("tree/en/a.html") == "text")
    try ground.folder.remove("tree/en/a.html")
    try to.copy(path, from: from)
    #expect(try ground.folder.text("tree/en/a.html") == "text")
  }
}
