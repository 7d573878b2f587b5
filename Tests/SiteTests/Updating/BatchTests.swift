import Foundation
import Glibc
import Market
import Pages
import Proving
import Testing

@testable import Site

/// Changes of a tree in its place happen all or not at all.
@Suite struct BatchTests {
  private let ground: TreeGround
  private static let pages = ["/a.html": "a", "/b.html": "b", "/c/d.html": "d"]
  private static let after = ["/a.html": "new", "/b.html": "b", "/e/f.html": "f"]

  init() throws {
    ground = try TreeGround()
    // All files of a build whose keys are not told belong to this one.
    try ground.build(Self.pages)
  }

  private var tree: String { "\(ground.output)/sites/1" }
  private static let state = SiteState(
    position: Position(7), change: "x", inputs: Inputs(), boot: "b")

  /// As a worker would that prints them anew.
  private func touch(_ pages: [String: String]) throws -> (TouchHand, LiveTree) {
    let live = try LiveTree(tree)
    let hand = try TouchHand(in: live, at: Position(7), packing: .none, [.assets])
    hand.begin(.assets)
    for (path, text) in pages.sorted(by: { $0.key < $1.key }) {
      try text.utf8Span.span.withUnsafeBytes { bytes throws(SiteError) in
        try hand.put(path, bytes)
      }
    }
    try hand.removeRest()
    return (hand, live)
  }

  private func update(_ pages: [String: String]) throws -> (written: Int, removed: Int) {
    let (hand, live) = try touch(pages)
    #expect(try hand.batch.commit(to: live, Self.state))
    return (hand.batch.written, hand.batch.removed)
  }

  private func name(_ file: String) -> String {
    var path = TreePath()
    let isInside = path.set(relative: file)
    #expect(isInside)
    return Batch.name(of: path)
  }

  private func leftovers() throws -> [String] {
    try ground.trees().filter {
      $0.contains("staging") || $0.contains("batch") || $0.contains("new")
    }
  }

  @Test func `what differs is written, what is not put is removed, and nothing else is touched`()
    throws
  {
    let before = try ground.inode("sites/1/b.html")
    #expect(try update(Self.after) == (2, 1))
    #expect(try ground.site() == Self.after)
    #expect(try ground.inode("sites/1/b.html") == before)
    #expect(!ground.folder.has("output/sites/1/c"), "a folder is left of which all files went")
    #expect(SiteState(of: tree) == Self.state)
    #expect(try leftovers() == [])
    // A build believes what the manifest says then.
    let traces = try ground.traces()
    #expect(
      try ground.build(Self.after) == TreeCounts(written: 0, unchanged: 3, removed: 0, bytes: 5))
    #expect(try ground.traces() == traces)
    #expect(try update(Self.after) == (0, 0))
    #expect(try update(Self.pages) == (2, 1))
    #expect(try ground.site() == Self.pages)
  }

  @Test func `what was not yet to happen is forgotten`() throws {
    let (hand, _) = try touch(Self.after)
    #expect(hand.batch.written == 2)
    #expect(try leftovers() == ["1.staging"])
    try Batch.complete(in: tree)
    #expect(try leftovers() == [])
    #expect(try ground.site() == Self.pages)
    #expect(try update(Self.after) == (2, 1))
    #expect(try ground.site() == Self.after)
  }

  /// Broken off at each step, and again at each step of completing it.
  @Test(arguments: 0...7)
  func `what was to happen is completed, wherever it was broken off`(step: Int) throws {
    let (hand, live) = try touch(Self.after)
    try hand.batch.prepare(Self.state)
    let folder = "\(tree).batch"
    #expect(rename("\(tree).staging", folder) == 0)
    let notes = try #require(try Folder.bytes(of: "\(folder)/records"))
    // What is new comes first.
    if step >= 1 {
      mkdir("\(tree)/e", 0o755)
      #expect(rename("\(folder)/\(name("e/f.html"))", "\(tree)/e/f.html") == 0)
    }
    if step >= 2 { #expect(rename("\(folder)/\(name("a.html"))", "\(tree)/a.html") == 0) }
    if step >= 3 { unlink("\(tree)/c/d.html") }
    if step >= 4 { try live.append(step == 4 ? Array(notes.dropLast(9)) : notes) }
    if step >= 6 { #expect(rename("\(folder)/state", "\(tree).state") == 0) }
    if step >= 7 { #expect(unlink("\(folder)/records") == 0) }
    try Batch.complete(in: tree)
    #expect(try ground.site() == Self.after)
    #expect(SiteState(of: tree) == Self.state)
    #expect(try leftovers() == [])
    #expect(try update(Self.after) == (0, 0))
    let again = try ground.build(Self.after)
    #expect(again.written == 0 && again.removed == 0)
  }

  @Test func `a manifest that is written anew tells the same in fewer words`() throws {
    for _ in 1...3 {
      _ = try update(Self.after)
      _ = try update(Self.pages)
    }
    let before = try LiveTree(tree)
    #expect(try ground.manifest(1).count > 3)
    try before.rewriteManifest()
    #expect(try ground.manifest(1).map(\.path) == ["a.html", "b.html", "c/d.html"])
    let paths = try LiveTree(tree).files(of: .assets).map(\.path)
    #expect(try paths.sorted() == before.files(of: .assets).map(\.path).sorted())
    #expect(try update(Self.pages) == (0, 0))
  }

  @Test func `what cannot be completed stops nobody who writes everything`() throws {
    let (hand, _) = try touch(Self.after)
    try hand.batch.prepare(Self.state)
    #expect(rename("\(tree).staging", "\(tree).batch") == 0)
    try ground.folder.remove("output/sites/1.manifest")
    #expect(try ground.build(Self.after).written == 3)
    #expect(try ground.site() == Self.after)
    #expect(try leftovers() == [])
  }

  @Test func `a file that no key has is not written over`() throws {
    try ground.folder.write("by hand", to: "output/site/e/f.html")
    #expect(throws: SiteError.twice("/e/f.html")) { try update(Self.after) }
    #expect(try ground.folder.text("output/site/a.html") == "a")
  }

  @Test(arguments: ["records", "state"])
  func `what cannot be written down changes nothing`(name: String) throws {
    let (hand, live) = try touch(Self.after)
    // No file can be made where a folder is.
    mkdir("\(tree).staging/\(name)", 0o755)
    #expect(throws: SiteError.self) { try hand.batch.commit(to: live, Self.state) }
    #expect(SiteState(of: tree) == nil)
    #expect(try ground.folder.text("output/site/b.html") == "b")
  }
}
