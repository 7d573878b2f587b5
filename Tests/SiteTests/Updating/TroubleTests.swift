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
