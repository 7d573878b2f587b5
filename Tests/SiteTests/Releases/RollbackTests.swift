import Foundation
import Proving
import Testing

@testable import Site

/// A former release comes back: its looks over the market of today, or its files.
@Suite struct RollbackTests {
  /// A fair with two releases: in the second a page of help says something else, and gigs another way.
  private func workshop() async throws -> Workshop {
    let workshop = try await Workshop.fair()
    try edit(workshop)
    try workshop.ran("build")
    return workshop
  }

  private func edit(_ workshop: Workshop) throws {
    try workshop.folder.write(
      Fair.article("Ordering", "Nobody wants this."), to: "content/en/help/ordering.md")
    let page = "themes/default/pages/gig.html"
    try workshop.folder.write(
      workshop.folder.text(page).replacing("<dl>", with: "<dl class=\"other\">"), to: page)
  }

  private func seal() async throws -> String { "\(try await Fair.made().plan.seal)" }

  private func isPaused(_ site: BuiltSite) -> Bool {
    site.paths(saying: "/g/a-seal-carved-by-hand-1\"").isEmpty && !site.has("/en/v/1")
  }

  @Test func `looks come back over the market of today, and stay until somebody builds`()
    async throws
  {
    let workshop = try await workshop()
    let fair = try await Workshop.fair()
    for one in [workshop, fair] { try one.ran("gig", "pause", try await seal()) }
    let said = try workshop.ran("rollback")
    #expect(said.contains("Release 1 is back as release 3"))
    // It is as if nobody had edited anything.
    try fair.ran("build")
    #expect(try workshop.site().differences(from: fair.site()) == [])
    #expect(isPaused(try workshop.site()))
    #expect(try workshop.jishi("verify").code == 0)
    // A worker goes on with it.
    for one in [workshop, fair] { try one.ran("gig", "resume", try await seal()) }
    try workshop.ran("work", "--once")
    try fair.ran("build")
    #expect(try workshop.site().differences(from: fair.site()) == [])
    #expect(try workshop.ran("releases").contains("edits wait"))
    try workshop.ran("build")
    #expect(try workshop.site().text("/en/help/ordering").contains("Nobody wants this."))
    #expect(try !workshop.ran("releases").contains("edits wait"))
    try workshop.ran("work", "--once")
    #expect(try workshop.jishi("verify").code == 0)
  }

  @Test func `a worker that runs goes on with what was brought back, and edits wait`() async throws
  {
    let workshop = try await workshop()
    let worker = try workshop.start("work", "--verbose")
    defer { worker.signal(SIGKILL) }
    try worker.read(until: "Following")
    try workshop.ran("rollback", "1")
    try worker.read(until: "release 1 count until `jishi build`")
    let before = try workshop.site()
    try workshop.folder.write(
      Fair.article("Ordering", "An edit."), to: "content/en/help/ordering.md")
    try workshop.ran("gig", "pause", try await seal())
    try worker.read(until: "removed, ")
    let site = try workshop.site()
    #expect(try site.text("/en/help/ordering") == before.text("/en/help/ordering"))
    #expect(isPaused(site))
  }

  @Test func `files come back byte for byte`() async throws {
    let workshop = try await workshop()
    let second = try workshop.site()
    let first = try await Workshop.fair().site()
    try workshop.ran("rollback", "--raw")
    #expect(try workshop.site() == first)
    #expect(try workshop.jishi("verify").code == 0)
    try workshop.ran("rollback", "--raw", "2")
    #expect(try workshop.site() == second)
  }

  @Test func `a frozen site changes only for what must be taken down`() async throws {
    let workshop = try await workshop()
    let plan = try await Fair.made().plan
    try workshop.ran("gig", "pause", "\(plan.ink)")
    try workshop.ran("build")
    let worker = try workshop.start("work", "--verbose")
    defer { worker.signal(SIGKILL) }
    try worker.read(until: "Following")
    let first = try await Workshop.fair().site()
    try workshop.ran("rollback", "--raw", "1")
    let site = try workshop.site()
    #expect(first.paths.subtracting(site.paths).contains { $0.contains("-\(plan.ink).html") })
    #expect(site.paths.isSubset(of: first.paths))
    #expect(site.paths(saying: "-\(plan.ink)\"") == [])
    #expect(site.deadLinks == [])
    try worker.read(until: "The site is frozen as release 1 was")
    // What is published waits, and what comes back does, too.
    try workshop.ran("gig", "resume", "\(plan.ink)")
    try workshop.ran("gig", "resume", "\(plan.paused)")
    try workshop.ran("gig", "pause", "\(plan.seal)")
    try worker.read(until: "removed, ")
    let later = try workshop.site()
    #expect(isPaused(later))
    #expect(later.deadLinks == [])
    #expect(try later.text("/en/help/ordering") == first.text("/en/help/ordering"))
    #expect(try workshop.jishi("verify").code == 0)
    try workshop.ran("build")
    try workshop.ran("build", "--output", "clean")
    #expect(try workshop.site() == workshop.site("clean"))
  }

  @Test func `who alters a frozen site is found, and nothing heals it but a build`() async throws {
    let workshop = try await workshop()
    try workshop.ran("rollback", "--raw")
    try workshop.folder.write("<p>", to: "output/site/en.html")
    try workshop.folder.remove("output/site/en/c.html")
    try workshop.folder.write("", to: "output/site/mine")
    let answer = try workshop.jishi("verify", "--heal")
    #expect(answer.code == 1)
    for line in ["altered: en.html", "missing: en/c.html", "extra: mine", "`jishi build` makes it"]
    {
      #expect(answer.output.contains(line))
    }
    try workshop.ran("build")
    #expect(try workshop.jishi("verify").code == 0)
  }

  @Test func `what cannot be brought back is said, and nothing happens`() async throws {
    let workshop = try await workshop()
    let before = try workshop.site()
    func expect(_ words: [String], _ part: String) throws {
      let answer = try Command.run(
        Command.ours("jishi"), ["rollback"] + words, in: workshop.folder.path)
      #expect(answer.code == 2, "\(words)")
      #expect(answer.errors.contains(part), "\(words): \(answer.errors)")
    }
    for way in [[], ["--raw"]] {
      try expect(way + ["7"], "Release 7 is not kept; there are 2, 1.")
      try expect(way + ["2"], "Release 2 is what visitors see already.")
      try expect(way + ["--output", "elsewhere"], "There is no site yet")
      try expect(way + ["one"], "The number of a release is needed")
    }
    try workshop.expectUntouched(before)
    #expect(!workshop.folder.has("elsewhere"))
  }

  @Test func `a release whose theme is broken is not brought back`() async throws {
    let workshop = try await workshop()
    let before = try workshop.site()
    try workshop.folder.write(
      "{% nonsense %}", to: "output/sites/1.materials/themes/default/pages/gig.html")
    let answer = try workshop.jishi("rollback")
    #expect(answer.code == 1)
    #expect(answer.errors.contains("1.materials/themes/default/pages/gig.html:1:"))
    try workshop.expectUntouched(before)
    // Its files are there, and what was taken down is made with the looks of today.
    try workshop.ran("gig", "pause", try await seal())
    try workshop.ran("rollback", "--raw")
    #expect(isPaused(try workshop.site()))
    #expect(try workshop.site().deadLinks == [])
  }
}
