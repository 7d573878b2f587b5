import Foundation
import Proving
import Testing

@testable import Site

/// What is kept to go back to stays whole, whoever is killed or writes into it.
@Suite struct KeptReleaseTests {
  private func releases(_ workshop: Workshop) throws -> [Int] {
    let answer = try workshop.jishi("releases", "--json")
    let all = try #require(try workshop.object(answer)["releases"] as? [[String: Any]])
    return all.compactMap { $0["id"] as? Int }
  }

  private func workshop(builds: Int) async throws -> Workshop {
    let workshop = try await Workshop.fair()
    for number in 2...builds { try workshop.ran("build", "--owner", "\(number)") }
    return workshop
  }

  @Test func `going back step by step loses no release`() async throws {
    let workshop = try await workshop(builds: 5)
    for source in [4, 3, 2, 1] {
      let way = source % 2 == 0 ? ["--raw"] : ["--workers=1"]
      let answer = try Command.run(
        Command.ours("jishi"), ["rollback"] + way, in: workshop.folder.path)
      #expect(answer.output.contains("Release \(source) is back"), "\(answer.errors)")
    }
    #expect(Set(try releases(workshop)).isSuperset(of: [1, 2, 3, 4, 5]))
    #expect(try workshop.jishi("rollback").errors.contains("no former release"))
  }

  @Test func `what a rollback left that was killed is no release`() async throws {
    let workshop = try await workshop(builds: 2)
    for name in ["", ".manifest", ".release", ".state"] {
      try FileManager.default.copyItem(
        atPath: workshop.folder.file("output/sites/1\(name)"),
        toPath: workshop.folder.file("output/sites/3\(name)"))
    }
    try workshop.ran("rollback", "--raw", "--keep", "2")
    #expect(try releases(workshop) == [3, 2, 1])
    #expect(try workshop.site() == BuiltSite(workshop.folder.file("output/sites/1")))
  }

  @Test func `a release of which a part is lost does not come back`() async throws {
    let workshop = try await workshop(builds: 2)
    let before = try workshop.site()
    let manifest = URL(filePath: workshop.folder.file("output/sites/1.manifest"))
    let bytes = try Data(contentsOf: manifest)
    try bytes.prefix(bytes.count / 2).write(to: manifest)
    let answer = try workshop.jishi("rollback", "--raw")
    #expect(answer.code == 3)
    #expect(answer.errors.contains("1.manifest cannot be read: it tells of"))
    try workshop.expectUntouched(before)
  }

  @Test func `a site of which nobody can tell whether it is held is not changed`() async throws {
    let workshop = try await workshop(builds: 2)
    try workshop.ran("rollback", "--raw")
    let before = try workshop.site()
    try workshop.folder.write("jishi", to: "output/sites/3.release")
    try workshop.ran("gig", "resume", "\(try await Fair.made().plan.paused)")
    let answer = try workshop.jishi("work", "--once")
    #expect(answer.code == 3)
    #expect(answer.errors.contains("3.release cannot be read: it is damaged"))
    #expect(try workshop.site() == before)
    try workshop.ran("build")
    try workshop.ran("work", "--once")
  }

  @Test func `nobody sends a site into what it is made of`() async throws {
    let workshop = try await workshop(builds: 2)
    for place in ["./output/sites/1", "./output", "./output/new", "../"] {
      let answer = try workshop.jishi("deploy", place)
      #expect(answer.code == 2, "\(place): \(answer.output)")
      #expect(answer.errors.contains("in the folder of what is built"), "\(answer.errors)")
    }
  }
}
