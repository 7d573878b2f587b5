import Foundation
import Glibc
import HTTP
import Proving
import Testing

/// What else can lie in the folder, and what becomes of the folder itself.
@Suite struct FolderTests {
  @Test func `no link leads out, and none leads about`() throws {
    let site = try TestSite()
    let files = FileManager.default
    try Data("secret".utf8).write(to: URL(fileURLWithPath: site.folder.file("outside.txt")))
    for (name, aim) in [
      ("out.txt", site.folder.file("outside.txt")), ("up.txt", "../outside.txt"),
      ("passwd.html", "/etc/passwd"), ("folder", site.folder.path), ("inside.txt", "robots.txt"),
      ("loop", "loop"),
    ] {
      try files.createSymbolicLink(atPath: "\(site.path)/\(name)", withDestinationPath: aim)
    }
    for target in [
      "/out.txt", "/up.txt", "/passwd", "/folder/outside.txt", "/inside.txt", "/loop", "/loop/x",
    ] {
      #expect(site.answer(target).status == .notFound, "\(target)")
    }
  }

  @Test func `the folder itself may be a link`() throws {
    let site = try TestSite()
    let link = site.folder.file("link")
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "site")
    let answer = SiteFiles(link).answer(to: Request("GET", "/en"), at: TestSite.now)
    #expect(answer.text == "<p>home</p>")
  }

  @Test func `what is no file has no address, and nobody waits for it`() throws {
    let site = try TestSite()
    #expect(mkfifo("\(site.path)/pipe", 0o644) == 0)
    #expect(mkfifo("\(site.path)/en/pipe.html", 0o644) == 0)
    #expect(site.answer("/pipe").status == .notFound)
    #expect(site.answer("/en/pipe").status == .notFound)
    let long = String(repeating: "a", count: 252)
    #expect(site.answer("/\(long)").status == .notFound)
    #expect(site.answer("/\(long)/\(long)").status == .notFound)
  }

  @Test func `without a folder the site is away, and comes back`() throws {
    let site = try TestSite()
    try FileManager.default.moveItem(atPath: site.path, toPath: site.folder.file("aside"))
    let answer = site.answer("/en")
    #expect(answer.status == .serviceUnavailable)
    #expect(answer.fields["Retry-After"] == "1")
    try FileManager.default.moveItem(atPath: site.folder.file("aside"), toPath: site.path)
    #expect(site.answer("/en").status == .ok)
  }

  @Test func `a file without permission is as good as none`() throws {
    guard getuid() != 0 else { return }
    let site = try TestSite()
    chmod("\(site.path)/en.html", 0)
    #expect(site.answer("/en").status == .notFound)
  }
}
