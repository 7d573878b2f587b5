import Foundation
import Glibc
import Proving
import Testing

/// A site goes into a folder, here or by rsync.
@Suite struct FolderDeployTests {
  private static let kills = count("JISHI_KILLS", or: 4)

  enum Way: CaseIterable {
    case folder
    case rsync
  }

  /// A fair with a target, and what answers there.
  private struct Far {
    let workshop: Workshop
    let daemon: Attended?

    init(_ way: Way) async throws {
      workshop = try await Workshop.fair()
      let folder = workshop.folder
      try folder.makeFolder("www")
      guard way == .rsync else {
        daemon = nil
        try workshop.write(targets: "\"far\": { \"to\": \"folder:\(folder.file("www"))\" }")
        return
      }
      let port = try Listener.freePort()
      try folder.write(
        """
        use chroot = no
        [site]
        path = \(folder.file("www"))
        read only = no
        uid = \(getuid())
        gid = \(getgid())

        """, to: "rsyncd.conf")
      daemon = try Attended(
        [
          "rsync", "--daemon", "--no-detach", "--address=127.0.0.1", "--port=\(port)",
          "--config=\(folder.file("rsyncd.conf"))",
        ], at: port, in: folder.path)
      try workshop.write(
        targets: "\"far\": { \"to\": \"rsync://127.0.0.1:\(port)/site\" }")
    }

    func deploy(_ words: String...) throws -> Command {
      try Command.run(Command.ours("jishi"), ["deploy", "far"] + words, in: workshop.folder.path)
    }

    /// What visitors find there.
    func site() throws -> BuiltSite { try BuiltSite(workshop.folder.file("www")) }

    func expectSame() throws {
      #expect(try workshop.site().differences(from: site()) == [])
    }

    /// When each file there was written last.
    func times() throws -> [String: [Int]] {
      var times: [String: [Int]] = [:]
      for path in try site().paths {
        var facts = stat()
        guard stat(workshop.folder.file("www\(path)"), &facts) == 0 else { continue }
        times[path] = [facts.st_ctim.tv_sec, facts.st_ctim.tv_nsec, Int(facts.st_ino)]
      }
      return times
    }
  }

  @Test(arguments: Way.allCases)
  func `only what has changed is sent`(way: Way) async throws {
    let far = try await Far(way)
    #expect(try far.deploy().output.contains("\(far.workshop.site().files.count) files sent"))
    try far.expectSame()
    let (old, before) = (try far.site(), try far.times())
    try await far.workshop.renew()
    #expect(try far.deploy().code == 0)
    try far.expectSame()
    let (new, after) = (try far.site(), try far.times())
    for path in new.paths where old.files[path] == new.files[path] {
      #expect(before[path] == after[path], "\(path)")
    }
    #expect(old.paths.subtracting(new.paths).isEmpty == false)
    let again = try far.deploy("--json")
    #expect(try far.workshop.object(again)["sent"] as? Int == 0)
    #expect(try far.times() == after)
  }

  @Test(arguments: Way.allCases)
  func `who is killed goes on, and visitors are led to nowhere at no time`(way: Way) async throws {
    let far = try await Far(way)
    #expect(try far.deploy().code == 0)
    var random = Seeded(way == .rsync ? 1 : 2)
    for number in 0..<Self.kills {
      let old = try far.site()
      try await far.workshop.renew()
      let new = try far.workshop.site()
      let child = try Child(
        Command.ours("jishi"), ["deploy", "far"], in: far.workshop.folder.path)
      usleep(.random(in: 0...(way == .rsync ? 1_500_000 : 200_000), using: &random))
      child.signal(SIGKILL)
      child.wait()
      // What rsync was about goes on for a moment.
      if way == .rsync { usleep(100_000) }
      let there = try far.site()
      #expect(there.deadLinks == [], "\(number)")
      for (path, bytes) in there.files where !path.contains("/.") {
        #expect([old.files[path], new.files[path]].contains(bytes), "\(path) at \(number)")
      }
    }
    #expect(try far.deploy().code == 0)
    try far.expectSame()
  }

  @Test(arguments: Way.allCases)
  func `what somebody has spoiled there is found and mended`(way: Way) async throws {
    let far = try await Far(way)
    #expect(try far.deploy().code == 0)
    try far.workshop.folder.write("other", to: "www/en.html")
    try far.workshop.folder.remove("www/zh-CN/c.html")
    #expect(try far.deploy().output.contains("up to date"))
    let said = try far.deploy("--check").output
    #expect(said.contains("not as it should be: en.html"))
    #expect(said.contains("not as it should be: zh-CN/c.html"))
    try far.expectSame()
  }

  @Test func `a full disk is said to be full, and what is left comes when there is room`()
    async throws
  {
    let far = try await Far(.folder)
    let disk = try Disk(kilobytes: 12_000)
    defer { disk.remove() }
    let target = "folder:\(disk.path)/www"
    try disk.fill(leaving: 500)
    func deploy() throws -> Command {
      try Command.run(Command.ours("jishi"), ["deploy", target], in: far.workshop.folder.path)
    }
    let answer = try deploy()
    #expect(answer.code == 3)
    #expect(answer.errors.contains("The disk of the target is full"))
    let half = try BuiltSite("\(disk.path)/www")
    let whole = try far.workshop.site()
    #expect(half.files.allSatisfy { whole.files[$0.key] == $0.value })
    try disk.free()
    let rest = try deploy()
    #expect(rest.output.contains("\(whole.files.count - half.files.count) files sent"))
    #expect(try BuiltSite("\(disk.path)/www") == whole)
  }

  @Test func `a file that is not what was built is not sent`() async throws {
    let far = try await Far(.folder)
    let page = try #require(try far.workshop.site().paths.first { $0.hasPrefix("/en/g/") })
    try far.workshop.folder.write("spoiled", to: "output/site\(page)")
    let answer = try far.deploy()
    #expect(answer.code == 1)
    #expect(answer.errors.contains("\(page.dropFirst()) is not what was built"))
    try far.workshop.ran("verify", "--heal")
    #expect(try far.deploy().code == 0)
    try far.expectSame()
  }

  @Test func `a release that was brought back is sent like any other`() async throws {
    let far = try await Far(.folder)
    #expect(try far.deploy().code == 0)
    try await far.workshop.renew()
    #expect(try far.deploy().code == 0)
    try far.workshop.ran("rollback", "--raw")
    #expect(try far.deploy().code == 0)
    try far.expectSame()
  }

  @Test func `two who send to one target do not meet`() async throws {
    let far = try await Far(.folder)
    try far.workshop.folder.makeFolder("output/deploy")
    let lock = open(far.workshop.folder.file("output/deploy/far.lock"), O_RDWR | O_CREAT, 0o644)
    defer { close(lock) }
    #expect(flock(lock, LOCK_EX) == 0)
    let answer = try far.deploy()
    #expect(answer.code == 3)
    #expect(answer.errors.contains("Somebody else is sending to far already"))
  }
}
