import Foundation
import Glibc
import Proving
import Testing

/// A worker meets what should not happen, says so, and puts it right when it can.
@Suite struct TroubleTests {
  /// The site is as if made anew.
  private func expectWhole(_ workshop: Workshop, _ output: String) throws {
    try workshop.ran("build", "--output", "clean")
    let site = try BuiltSite("\(output)/site")
    #expect(try site.differences(from: workshop.site("clean")) == [])
    try workshop.folder.remove("clean")
  }

  @Test(arguments: ["output/sites/1.manifest", "output/sites/1", "output/site", "output"])
  func `what somebody takes away from under a worker is there again`(name: String) async throws {
    let workshop = try await Workshop.fair()
    let worker = try workshop.start("work", "--verbose")
    defer { worker.signal(SIGKILL) }
    try worker.read(until: "Following")
    try workshop.folder.remove(name)
    let said = try worker.read(until: "files written")
    #expect(!name.hasSuffix("manifest") || said.contains("Everything was written again: "))
    try expectWhole(workshop, workshop.folder.file("output"))
  }

  @Test func `another database in the place of the one that was followed is followed`() async throws
  {
    let workshop = try await Workshop.fair()
    try workshop.ran("backup", "former.jishi")
    let worker = try workshop.start("work", "--verbose")
    defer { worker.signal(SIGKILL) }
    try worker.read(until: "Following")
    let seal = try await Fair.made().plan.seal
    try workshop.ran("gig", "pause", "\(seal)")
    try worker.read(until: "removed, ")
    for name in try workshop.folder.names(in: "data") where name.hasPrefix("market.db") {
      try workshop.folder.remove("data/\(name)")
    }
    try workshop.ran("restore", "former.jishi")
    try worker.read(until: "Another database")
    try worker.read(until: "files written")
    try expectWhole(workshop, workshop.folder.file("output"))
    #expect(workshop.folder.has("output/site/en/v/1.html"))
  }

  @Test func `a folder that was put in the place of another is watched`() async throws {
    let workshop = try await Workshop.fair()
    let folder = workshop.folder
    try folder.makeFolder("versions")
    for version in ["1", "2"] {
      try FileManager.default.copyItem(
        atPath: folder.file("content"), toPath: folder.file("versions/\(version)"))
    }
    try folder.remove("content")
    func point(to version: String) throws {
      #expect(symlink("versions/\(version)", folder.file("content.new")) == 0)
      #expect(rename(folder.file("content.new"), folder.file("content")) == 0)
    }
    try point(to: "1")
    try folder.write(Fair.article("Ordering", "Second."), to: "versions/2/en/help/ordering.md")
    let worker = try workshop.start("work", "--verbose")
    defer { worker.signal(SIGKILL) }
    try worker.read(until: "Following")
    try point(to: "2")
    try worker.read(until: "files written")
    #expect(try folder.text("output/site/en/help/ordering.html").contains("Second."))
    try folder.write(Fair.article("Ordering", "Third."), to: "versions/2/en/help/ordering.md")
    try worker.read(until: "files written")
    #expect(try folder.text("output/site/en/help/ordering.html").contains("Third."))
  }

  /// None of them stops a build or a worker.
  @Test(arguments: ["file", "folder", "batch"])
  func `what stands in the way of a change is put right`(what: String) async throws {
    let workshop = try await Workshop.fair()
    let folder = workshop.folder
    let seal = try await Fair.made().plan.seal
    try workshop.ran("gig", "pause", "\(seal)")
    try workshop.ran("work", "--once")
    try workshop.ran("gig", "resume", "\(seal)")
    switch what {
    case "file": try folder.write("mine", to: "output/site/en/v/1.html")
    case "folder":
      try folder.remove("output/site/en.html")
      try folder.makeFolder("output/site/en.html/sub")
    default:
      let tree = try FileManager.default.destinationOfSymbolicLink(
        atPath: folder.file("output/site"))
      try folder.write("", to: "output/\(tree).batch/records")
      try folder.write("x", to: "output/\(tree).batch/aaa-bbb")
    }
    try workshop.ran("work", "--once")
    try expectWhole(workshop, folder.file("output"))
  }

  @Test(.enabled(if: getuid() == 0, "only root can mount a disk"))
  func `a worker without room says so once, and goes on as soon as there is some`() async throws {
    let workshop = try Workshop(like: Workshop.demo.get())
    let disk = try Disk(kilobytes: 40_000)
    defer { disk.remove() }
    let worker = try workshop.start("work", "--verbose", "--output", disk.path)
    defer { worker.signal(SIGKILL) }
    try worker.read(until: "Following")
    var random = Seeded(7)
    for gig in 1...4 {
      // So that it ends at the first file, or somewhere among others.
      try disk.fill(leaving: gig == 1 ? 0 : .random(in: 0...80, using: &random))
      let before = try BuiltSite("\(disk.path)/site")
      try workshop.ran("gig", "pause", "\(gig)")
      let said = try worker.read(until: "stays as it was")
      #expect(said.contains("No space left on device"), "\(said)")
      #expect(try BuiltSite("\(disk.path)/site") == before)
      try disk.free()
      try worker.read(until: "It works again.")
      try expectWhole(workshop, disk.path)
    }
  }
}
