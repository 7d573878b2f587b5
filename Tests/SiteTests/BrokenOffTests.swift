import Foundation
import Glibc
import Proving
import Testing

/// Builds that do not come to their end.
@Suite struct BrokenOffTests {
  private static let patience = Duration.seconds(60)
  private static let kills = 10

  /// A gig has gone since its site was built.
  private static let changed = Result {
    let workshop = try Workshop(like: Workshop.demo.get())
    let gig = try #require(
      try workshop.site().paths.compactMap { $0.firstMatch(of: /\/zh-CN\/g\/.*-(\d+)\.html/) }
        .map { String($0.1) }.min())
    try workshop.ran("gig", "pause", gig)
    return workshop
  }

  @Test func `a build that is killed leaves the old site or the new one, and the next is right`()
    throws
  {
    let workshop = try Workshop(like: Self.changed.get())
    let old = try workshop.site()
    let start = ContinuousClock.now
    try workshop.ran("build", "--output", "new")
    let time = ContinuousClock.now - start
    let new = try workshop.site("new")
    #expect(old != new)
    let given = ProcessInfo.processInfo.environment["JISHI_SEED"].flatMap { UInt64($0) }
    let seed = given ?? .random(in: 0...999_999)
    var random = Seeded(seed)
    var broken = 0
    for _ in 1...Self.kills {
      let before = try workshop.site()
      let child = try workshop.start("build")
      usleep(UInt32(time / .microseconds(1) * Double.random(in: 0...1, using: &random)))
      child.signal(SIGKILL)
      child.wait()
      let site = try workshop.site()
      #expect(site == before || site == new, "half a site; seed \(seed)")
      if try workshop.folder.names(in: "output/sites").count > 1 { broken += 1 }
    }
    #expect(broken > 0, "nothing was broken off; seed \(seed)")
    try workshop.ran("build")
    try workshop.expectUntouched(new)
    #expect(try workshop.folder.names(in: "output").contains("site.next") == false)
  }

  @Test func `of two builds in one folder the second says so and leaves`() throws {
    let workshop = try Workshop(like: Self.changed.get())
    let old = try workshop.site()
    let first = try workshop.start("build")
    defer { first.signal(SIGKILL) }
    try waitUntil { try workshop.folder.names(in: "output/sites").count > 1 }
    first.signal(SIGSTOP)
    let second = try workshop.jishi("build")
    #expect(second.code == 3)
    #expect(second.errors == "jishi: Another build is writing to output.\n")
    #expect(try workshop.site() == old)
    first.signal(SIGCONT)
    #expect(first.wait() == 0, "\(first.errors)")
    #expect(try workshop.site() != old)
    #expect(try workshop.folder.names(in: "output/sites").count == 1)
  }

  @Test func `a full disk is told, and visitors go on seeing the old site`() throws {
    guard getuid() == 0 else {
      print("\n*** Only root can mount a disk: the test of a full disk does NOT run. ***\n")
      #expect(ProcessInfo.processInfo.environment["CI"] == nil, "in CI we must be root")
      return
    }
    let workshop = try Workshop(like: Self.changed.get())
    let built = workshop.folder.file("output")
    // Room for one site and a half.
    let size = try Command.run("du", ["-sk", "--apparent-size", built]).output.prefix { $0 != "\t" }
    let disk = try Disk(kilobytes: (Int(size) ?? 0) * 5 / 2)
    defer { disk.remove() }
    try workshop.ran("build", "--output", disk.path)
    let before = try BuiltSite("\(disk.path)/site")
    try disk.fill()
    let answer = try workshop.jishi("build", "--output", disk.path)
    #expect(answer.code == 3, "\(answer.output)")
    #expect(answer.errors.contains("No space left on device"), "\(answer.errors)")
    #expect(try BuiltSite("\(disk.path)/site") == before)
    #expect(try FileManager.default.contentsOfDirectory(atPath: "\(disk.path)/sites").count == 1)
    try disk.free()
    try workshop.ran("build", "--output", disk.path)
    #expect(try BuiltSite("\(disk.path)/site") == before)
    // What a build left that was killed gives its room to the next.
    try FileManager.default.createDirectory(
      atPath: "\(disk.path)/sites/99", withIntermediateDirectories: true)
    try disk.fill("sites/99/left")
    try workshop.ran("build", "--output", disk.path)
    #expect(try FileManager.default.contentsOfDirectory(atPath: "\(disk.path)/sites").count == 1)
  }

  @Test(.enabled(if: getuid() == 0, "only root can mount a disk"))
  func `a disk that is too small for a first site has none`() throws {
    let workshop = try Workshop(like: Workshop.demo.get())
    let disk = try Disk(kilobytes: 400)
    defer { disk.remove() }
    let answer = try workshop.jishi("build", "--output", disk.path)
    #expect(answer.code == 3)
    #expect(
      answer.errors.contains(/^jishi: .* cannot be (written|kept): No space left on device\.\n$/),
      "\(answer.errors)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: "\(disk.path)/sites") == [])
    #expect(throws: (any Error).self) {
      try FileManager.default.destinationOfSymbolicLink(atPath: "\(disk.path)/site")
    }
  }

  @Test func `pictures that cannot be kept are told, and visitors go on seeing the old site`()
    async throws
  {
    let workshop = try await Workshop.fair()
    let before = try workshop.site()
    try workshop.folder.remove("output/pictures")
    try workshop.folder.write("", to: "output/pictures")
    let answer = try workshop.jishi("build")
    #expect(answer.code == 3)
    let sentence =
      /^jishi: The picture output\/pictures\/covers\/.*\.svg cannot be kept: Not a directory\.\n$/
    #expect(answer.errors.contains(sentence), "\(answer.errors)")
    try workshop.expectUntouched(before)
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

/// A disk in memory. A shell holds it, and gives it back when we are done or dead.
private struct Disk {
  let path: String
  private let holder: Child

  init(kilobytes: Int) throws {
    path = "/tmp/jishi-disk-\(UInt32.random(in: 0...UInt32.max))"
    let script = """
      trap '' PIPE
      mkdir -p \(path)
      mount -t tmpfs -o size=\(kilobytes)k tmpfs \(path) || { rmdir \(path); exit 1; }
      echo ready
      read -r end
      umount \(path) 2>/dev/null || umount -l \(path)
      rmdir \(path)
      """
    holder = try Child("sh", ["-c", script])
    guard String(decoding: holder.read(), as: UTF8.self).hasPrefix("ready") else {
      throw ProvingError.failed("no disk: \(holder.errors)")
    }
  }

  func fill(_ name: String = "ballast") throws {
    let held = try Command.run("du", ["-sk", "\(path)/sites"]).output.prefix { $0 != "\t" }
    _ = try Command.run("sh", ["-c", "cat /dev/zero > \(path)/\(name)"])
    // Half of a site still fits.
    _ = try Command.run(
      "sh", ["-c", "truncate -s -\((Int(held) ?? 0) / 2)K \(path)/\(name)"])
  }

  func free() throws { try FileManager.default.removeItem(atPath: "\(path)/ballast") }

  func remove() {
    holder.say("\n")
    holder.wait()
  }
}
