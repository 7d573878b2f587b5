import Foundation
import Glibc
import Proving
import Synchronization
import Testing

@testable import HTTP

/// A build ends while people read.
@Suite struct SwapTests {
  /// Of forty requests each.
  private static let rounds = 25

  @Test func `no request is lost while folders change places`() throws {
    let site = try TestSite([:])
    let server = try site.server()
    // One rename replaces the link, as a build replaces its folder in one step.
    @Sendable func build(_ number: Int) throws {
      let files = FileManager.default
      let folder = site.folder.file("build-\(number)")
      try files.createDirectory(atPath: "\(folder)/en", withIntermediateDirectories: true)
      for name in ["en/a.html", "en/b.html", "404.html"] {
        try "build \(number)".write(toFile: "\(folder)/\(name)", atomically: false, encoding: .utf8)
      }
      let link = site.folder.file("link")
      try files.createSymbolicLink(atPath: link, withDestinationPath: folder)
      #expect(rename(link, site.path) == 0)
      // Readers of the last one may be in the middle of it.
      try? files.removeItem(atPath: site.folder.file("build-\(number - 1)"))
    }
    try build(0)
    let isOver = Atomic(false)
    let builds = Atomic(0)
    let building = Thread {
      while !isOver.load(ordering: .acquiring) {
        do { try build(builds.add(1, ordering: .relaxed).newValue) } catch { Issue.record(error) }
      }
    }
    building.start()
    defer { isOver.store(true, ordering: .releasing) }
    let clients = try (0..<10).map { _ in try Client(server) }
    var seen: Set<String> = []
    for _ in 0..<Self.rounds {
      for client in clients {
        for target in ["/en/a", "/en/b", "/en/a", "/en/b"] { client.get(target) }
      }
      for client in clients {
        for _ in 0..<4 {
          let reply = try #require(try client.reply())
          #expect(reply.status == 200)
          #expect(reply.text.hasPrefix("build "))
          seen.insert(reply.text)
        }
      }
    }
    #expect(seen.count > 1, "the folder was never changed")
  }

  @Test func `a folder that is cleared away under a reader has a successor`() throws {
    let site = try TestSite(["new.txt": "x"])
    let before = site.folder.file("before")
    try FileManager.default.createDirectory(atPath: before, withIntermediateDirectories: true)
    let next = site.folder.file("next")
    #expect(rename(site.path, next) == 0)
    #expect(rename(before, site.path) == 0)
    var isSwapped = false
    // The reader has opened the first folder when it asks for the first name.
    let names = [["none.txt"], ["new.txt"]].lazy.map { name in
      if !isSwapped {
        isSwapped = true
        #expect(rename(site.path, before) == 0)
        #expect(rename(next, site.path) == 0)
      }
      return name
    }
    let found = SiteFolder(path: site.path).find(names, orElse: [])
    guard case .file(_, let path) = found else {
      Issue.record("the reader looked only where nothing is any more")
      return
    }
    #expect(path == ["new.txt"])
  }
}
