import Foundation
import Proving
import Testing

/// What is on the disk, held against what would be made now.
@Suite struct VerifyTests {
  private func faults(_ workshop: Workshop, _ more: String...) throws -> Set<String> {
    let answer = try Command.run(
      Command.ours("jishi"), ["verify", "--json"] + more, in: workshop.folder.path)
    let found = try #require(try workshop.object(answer)["faults"] as? [[String: String]])
    #expect(answer.code == (found.isEmpty || more.contains("--heal") ? 0 : 1))
    return Set(found.map { "\($0["fault"] ?? "") \($0["path"] ?? "")" })
  }

  @Test func `it tells what is missing, altered, extra and stale, and heals it`() async throws {
    let workshop = try await Workshop.fair()
    #expect(try faults(workshop) == [])
    let before = try workshop.site()
    try workshop.folder.remove("output/site/en/help.html")
    // As long as it was.
    let page = try workshop.folder.text("output/site/en.html")
    try workshop.folder.remove("output/site/en.html")
    try workshop.folder.write(page.replacing("<h1", with: "<H1"), to: "output/site/en.html")
    try workshop.folder.write("mine", to: "output/site/en/mine.txt")
    let damage: Set = ["missing en/help.html", "altered en.html", "extra en/mine.txt"]
    #expect(try faults(workshop) == damage)
    let seal = try await Fair.made().plan.seal
    try workshop.ran("gig", "pause", "\(seal)")
    let late = try faults(workshop)
    #expect(late.isSuperset(of: damage))
    #expect(late.contains("stale en/new.html") && late.contains("stale en/v/1.html"))
    #expect(try faults(workshop, "--heal") == late)
    #expect(try faults(workshop) == [])
    try workshop.ran("gig", "resume", "\(seal)")
    try workshop.ran("work", "--once")
    try workshop.expectUntouched(before)
    #expect(try faults(workshop) == [])
  }

  @Test func `without a site there is nothing to compare`() throws {
    let workshop = try Workshop.bare()
    try workshop.folder.remove("output")
    let answer = try workshop.jishi("verify")
    #expect(answer.code == 2 && answer.errors.contains("jishi build"))
  }

  @Test(arguments: ["gone", "cut", "no manifest"])
  func `a worker that cannot trust the manifest says so and writes everything`(
    what: String
  ) async throws {
    let workshop = try await Workshop.fair()
    let before = try workshop.site()
    let name = "output/sites/1.manifest"
    let manifest = URL(filePath: workshop.folder.file(name))
    switch what {
    case "gone": try workshop.folder.remove(name)
    case "cut": try Data(contentsOf: manifest).prefix(7).write(to: manifest)
    default: try Data("hello".utf8).write(to: manifest)
    }
    let said = try workshop.ran("work", "--once")
    #expect(said.contains("Everything was written again: "), "\(said)")
    #expect(try workshop.site().differences(from: before) == [])
    #expect(try faults(workshop) == [])
  }
}
