import Foundation
import Glibc
import Proving
import Testing

/// Builds that do not come to their end.
@Suite struct BrokenOffTests {
  private static let patience = Duration.seconds(60)
  private static let kills = count("JISHI_KILLS", or: 10)
  private static let fills = count("JISHI_FILLS", or: 4)

  private static var seed: UInt64 {
    let given = ProcessInfo.processInfo.environment["JISHI_SEED"].flatMap { UInt64($0) }
    return given ?? .random(in: 0...999_999)
  }

  @Test func `a build that is killed leaves the old site or the new one, and the next is right`()
    throws
  {
    let workshop = try Workshop(like: Workshop.demo.get())
    // The owner stands on every page, so there is something to write to the end.
    let owners = ["A", "B"]
    let start = ContinuousClock.now
    for owner in owners { try workshop.ran("build", "--output", owner, "--owner", owner) }
    let time = (ContinuousClock.now - start) / owners.count
    let sites = try owners.map { try workshop.site($0) }
    try workshop.ran("build", "--owner", owners[0])
    let seed = Self.seed
    var random = Seeded(seed)
    var (kills, broken) = (0, 0)
    // On a machine that is busy otherwise, builds may be quicker now than they were at first.
    while kills < Self.kills || broken == 0 && kills < 5 * Self.kills {
      kills += 1
      let before = try workshop.site()
      let next = before == sites[0] ? 1 : 0
      let child = try workshop.start("build", "--owner", owners[next])
      usleep(UInt32(time / .microseconds(1) * Double.random(in: 0...1, using: &random)))
      child.signal(SIGKILL)
      child.wait()
      let site = try workshop.site()
      #expect(site == before || site == sites[next], "half a site; seed \(seed)")
      if try workshop.hasDraft() { broken += 1 }
    }
    #expect(broken > 0, "nothing was broken off; seed \(seed)")
    try workshop.ran("build", "--owner", owners[1])
    try workshop.expectUntouched(sites[1])
    #expect(try workshop.folder.names(in: "output").contains("site.next") == false)
  }

  @Test func `of two builds in one folder the second says so and leaves`() throws {
    let workshop = try Workshop(like: Workshop.demo.get())
    let old = try workshop.site()
    let first = try workshop.start("build", "--owner", "Other")
    defer { first.signal(SIGKILL) }
    try waitUntil { try workshop.hasDraft() }
    first.signal(SIGSTOP)
    let second = try workshop.jishi("build")
    #expect(second.code == 3)
    #expect(second.errors == "jishi: Another build is writing to output.\n")
    #expect(try workshop.site() == old)
    first.signal(SIGCONT)
    #expect(first.wait() == 0, "\(first.errors)")
    #expect(try workshop.site() != old)
    #expect(try !workshop.hasDraft())
  }

  @Test func `a full disk is told, and visitors go on seeing the old site`() throws {
    guard getuid() == 0 else {
      print("\n*** Only root can mount a disk: the test of a full disk does NOT run. ***\n")
      #expect(ProcessInfo.processInfo.environment["CI"] == nil, "in CI we must be root")
      return
    }
    let workshop = try Workshop(like: Workshop.demo.get())
    let output = workshop.folder.file("output")
    func kilobytes(_ folder: String) throws -> Int {
      Int(try Command.run("du", ["-sk", folder]).output.prefix { $0 != "\t" }) ?? 0
    }
    // What a tree was made of is there once, whatever is built of it.
    let one = try kilobytes("\(output)/sites/1")
    let around = try kilobytes(output) - one
    // Visitors see one, the one before stays, and the next is made beside them.
    let disk = try Disk(kilobytes: one * 7 / 2 + around)
    defer { disk.remove() }
    func build(_ owner: String) throws -> Command {
      try workshop.jishi("build", "--output", disk.path, "--owner", owner)
    }
    #expect(try build("A").code == 0)
    let before = try BuiltSite("\(disk.path)/site")
    let seed = Self.seed
    var random = Seeded(seed)
    for _ in 1...Self.fills {
      // So that it is full at the first file, at the last, or anywhere between.
      try disk.fill(leaving: .random(in: 0..<one * 9 / 10, using: &random))
      let answer = try build("B")
      #expect(answer.code == 3, "\(answer.output); seed \(seed)")
      #expect(answer.errors.contains("No space left on device"), "\(answer.errors)")
      #expect(try BuiltSite("\(disk.path)/site") == before, "seed \(seed)")
      #expect(try disk.trees() == Self.files(of: 1), "seed \(seed)")
    }
    // What did not change needs no room.
    #expect(try build("A").code == 0)
    try disk.free()
    #expect(try build("B").code == 0)
    #expect(try disk.trees() == Self.files(of: 1) + Self.files(of: 2))
    // What a build left that was killed gives its room to the next.
    try FileManager.default.createDirectory(
      atPath: "\(disk.path)/sites/99", withIntermediateDirectories: true)
    try disk.fill("sites/99/left", leaving: one / 2)
    #expect(try build("A").code == 0)
    #expect(try BuiltSite("\(disk.path)/site") == before)
    #expect(
      try disk.trees() == Self.files(of: 1) + Self.files(of: 100) + Self.files(of: 2))
  }

  private static func files(of tree: Int) -> [String] {
    ["\(tree)"]
      + ["manifest", "materials", "release", "state"].map { "\(tree).\($0)" }
  }

  @Test(.enabled(if: getuid() == 0, "only root can mount a disk"))
  func `a disk that is too small for a first site has none`() throws {
    let workshop = try Workshop(like: Workshop.demo.get())
    let disk = try Disk(kilobytes: 400)
    defer { disk.remove() }
    let answer = try workshop.jishi("build", "--output", disk.path)
    #expect(answer.code == 3)
    #expect(
      answer.errors.contains(/^jishi: .* cannot be written: No space left on device\.\n$/),
      "\(answer.errors)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: "\(disk.path)/sites") == [])
    #expect(throws: (any Error).self) {
      try FileManager.default.destinationOfSymbolicLink(atPath: "\(disk.path)/site")
    }
  }

  @Test func `a file that may not grow further is told as a full disk is`() throws {
    let workshop = try Workshop.bare()
    let before = try workshop.site()
    let long = String(repeating: "All of it. ", count: 20_000)
    try workshop.folder.write(Fair.article("Long", long), to: "content/en/help/long.md")
    let limited = try Command.run(
      "bash", ["-c", "ulimit -f 100 && exec \(Command.ours("jishi")) build"],
      in: workshop.folder.path)
    #expect(limited.code == 3)
    #expect(limited.errors.contains("/en/help/long.html cannot be written: File too large"))
    try workshop.expectUntouched(before)
  }

  private func waitUntil(_ isTrue: () throws -> Bool) throws {
    let start = ContinuousClock.now
    while try !isTrue() {
      try #require(ContinuousClock.now - start < Self.patience, "it never came to that")
      usleep(2_000)
    }
  }
}
