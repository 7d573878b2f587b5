import Foundation
import Market
import Proving
import Testing

@testable import Site

/// A manifest says what is in a tree; one that is damaged says nothing, and is never believed.
@Suite struct ManifestTests {
  let ground: TreeGround

  init() throws { ground = try TreeGround() }

  private static let pages = ["/a.html": "aaa", "/b.html": "bbb", "/c/d.html": "dd"]
  private static let file = "output/sites/1.manifest"

  private func bytes() throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(filePath: ground.folder.file(Self.file))))
  }

  private func write(_ bytes: [UInt8]) throws {
    try Data(bytes).write(to: URL(filePath: ground.folder.file(Self.file)))
  }

  /// As whoever changes a page in its place would add it.
  private func append(_ path: String, _ kind: ManifestRecord.Kind, text: String = "") throws {
    let reader = try ManifestReader(ground.folder.file(Self.file))
    let digest = text.utf8Span.span.withUnsafeBytes { Digest($0, seed: reader.head.seed) }
    let record = ManifestRecord(
      kind: kind, size: text.utf8.count, digest: digest, position: Position(7),
      owner: 0)
    var all = try bytes()
    path.utf8Span.span.withUnsafeBytes { record.append(to: &all, path: $0) }
    try write(all)
  }

  @Test func `what is told later counts`() throws {
    try ground.build(Self.pages)
    try append("b.html", .gone)
    try ground.folder.write("other", to: "output/site/b.html")
    try append("b.html", .here, text: "other")
    var pages = Self.pages
    pages["/b.html"] = "other"
    let before = try ground.traces()
    #expect(try ground.build(pages).unchanged == 3)
    #expect(try ground.traces() == before)
    // The tree that is made next tells each file once.
    pages["/a.html"] = "new"
    #expect(try ground.build(pages).written == 1)
    #expect(try ground.manifest(2).map(\.path) == ["a.html", "b.html", "c/d.html"])
    #expect(try ground.manifest(2)[1].position == 7)
    #expect(try ground.site() == pages)
  }

  @Test func `a file that is gone, or on its way, is not believed to be there`() throws {
    try ground.build(Self.pages)
    try append("b.html", .gone)
    try append("never.html", .gone)
    let counts = try ground.build(Self.pages)
    #expect(counts == TreeCounts(written: 1, unchanged: 2, removed: 0, bytes: 8))
    #expect(try ground.site() == Self.pages)
  }

  @Test func `what comes back after it was gone is there`() throws {
    try ground.build(Self.pages)
    for _ in 1...3 {
      try append("b.html", .gone)
      try append("b.html", .here, text: "bbb")
    }
    let counts = try ground.build(["/b.html": "bbb"])
    #expect(counts == TreeCounts(written: 0, unchanged: 1, removed: 2, bytes: 3))
  }

  @Test func `a record that was torn off is cut, wherever that was`() throws {
    try ground.build(Self.pages)
    let whole = try bytes()
    try append("b.html", .gone)
    let longer = try bytes()
    for count in whole.count..<longer.count {
      try write(Array(longer[..<count]))
      let tree = try SiteTree(in: ground.output)
      #expect(tree.doubt == nil, "\(count)")
      #expect(tree.shown?.index.count == 3, "\(count)")
    }
    // Of the length that was meant, and only partly written.
    for count in (whole.count + 8)..<longer.count {
      try write(longer[..<count] + [UInt8](repeating: 0, count: longer.count - count))
      #expect(try SiteTree(in: ground.output).shown?.index.count == 3, "\(count)")
    }
  }

  @Test func `a bit that flipped anywhere is noticed, and everything is written anew`() throws {
    try ground.build(Self.pages)
    let whole = try bytes()
    let last = whole.count - ManifestRecord.headBytes - "c/d.html".utf8.count
    for place in 0..<last {
      var flipped = whole
      flipped[place] ^= 1 << UInt8(place % 8)
      try write(flipped)
      let tree = try SiteTree(in: ground.output)
      // A length that leads behind the end looks torn off; those before it are believed.
      let lost = tree.shown.map { $0.index.count < 3 } ?? true
      #expect(lost, "byte \(place)")
    }
    try write(whole)
    #expect(try ground.build(Self.pages).unchanged == 3)
  }

  @Test(arguments: [
    ("", "it is no manifest of a site"), ("{\"pages\": []}", "it is no manifest of a site"),
    (String(repeating: "x", count: 300), "it is no manifest of a site"),
  ])
  func `what is no manifest is told, and everything is written anew`(text: String, reason: String)
    throws
  {
    try ground.build(Self.pages)
    try ground.folder.write(text, to: Self.file)
    let path = ground.folder.file(Self.file)
    let doubt = try SiteTree(in: ground.output).doubt
    #expect(doubt == .manifest(path: path, reason: reason))
    #expect(doubt?.description == "\(path) cannot be read: \(reason).")
    let counts = try ground.build(Self.pages)
    #expect(counts == TreeCounts(written: 3, unchanged: 0, removed: 0, bytes: 8))
    #expect(try ground.site() == Self.pages)
    #expect(try ground.shown() == "sites/2")
    #expect(try ground.build(Self.pages).unchanged == 3)
  }

  @Test func `a manifest of another version is told`() throws {
    try ground.build(Self.pages)
    var other = try bytes()
    other[8] = 9
    try write(other)
    let doubt = try SiteTree(in: ground.output).doubt
    #expect(
      doubt?.description.hasSuffix("it is of version 9, and this program reads 2.") == true)
  }

  @Test(arguments: ["a folder", "a link", "a pipe"])
  func `a manifest that is no file is told`(what: String) throws {
    try ground.build(Self.pages)
    let path = ground.folder.file(Self.file)
    try ground.folder.write("elsewhere", to: "elsewhere")
    try ground.folder.remove(Self.file)
    switch what {
    case "a folder": try ground.folder.makeFolder(Self.file)
    case "a pipe": _ = try Command.run("mkfifo", [path])
    default:
      try FileManager.default.createSymbolicLink(
        atPath: path, withDestinationPath: "../../elsewhere")
    }
    guard case .manifest(path, _) = try SiteTree(in: ground.output).doubt else {
      Issue.record("nothing is said")
      return
    }
    #expect(try ground.build(Self.pages).written == 3)
  }

  @Test func `a tree without a manifest is written anew`() throws {
    try ground.build(Self.pages)
    try ground.folder.remove(Self.file)
    guard case .manifest(_, "there is none") = try SiteTree(in: ground.output).doubt else {
      Issue.record("nothing is said")
      return
    }
    #expect(try ground.build(Self.pages).written == 3)
  }

  /// Its checksum is right: somebody made it so.
  @Test(arguments: ["../../../secret", "/secret", "a//b", "", "a\u{0}b"])
  func `a record that leads out of the tree is none`(path: String) throws {
    try ground.build(Self.pages)
    try append(path, .here, text: "x")
    try append("b.html", .here, text: "bbb")
    #expect(try SiteTree(in: ground.output).doubt != nil)
  }

  @Test func `whatever a manifest is, the site is what was put`() throws {
    let given = ProcessInfo.processInfo.environment["JISHI_SEED"].flatMap { UInt64($0) }
    let seed = given ?? .random(in: 0...999_999)
    var random = Seeded(seed)
    try ground.build(Self.pages)
    let whole = try bytes()
    for _ in 1...300 {
      let current = Int(try ground.shown().dropFirst("sites/".count)) ?? 0
      var spoiled = random.next() % 4 == 0 ? [] : whole
      for _ in 0...Int.random(in: 0...3, using: &random) {
        let place = Int.random(in: 0...spoiled.count, using: &random)
        let length = Int.random(in: 0...60, using: &random)
        let end = min(spoiled.count, place + Int.random(in: 0...60, using: &random))
        let junk = (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }
        spoiled.replaceSubrange(place..<end, with: junk)
      }
      try Data(spoiled).write(to: URL(filePath: "\(ground.output)/sites/\(current).manifest"))
      let pages = ["/a.html": "aaa", "/b.html": "\(random.next() % 2)bb", "/c/d.html": "dd"]
      let counts = try ground.build(pages)
      #expect(counts.bytes == 8, "seed \(seed)")
      #expect(try ground.site() == pages, "seed \(seed)")
    }
  }

  @Test func `many records are read in pieces`() throws {
    let many = Dictionary(
      uniqueKeysWithValues: (0..<6_000).map { number in
        ("/\(number % 7)/\(number)-\(String(repeating: "x", count: number % 90)).html", "\(number)")
      })
    try ground.build(many)
    #expect(try bytes().count > 1 << 18)
    let before = try ground.traces()
    #expect(try ground.build(many).unchanged == 6_000)
    #expect(try ground.traces() == before)
    #expect(try ground.build(["/0/0-.html": "0"]).removed == 5_999)
  }
}
