import Foundation
import Proving
import Testing

@testable import Theme

@Suite struct FolderTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func write(_ path: String, _ text: String = "") throws {
    let place = folder.file(path)
    try FileManager.default.createDirectory(
      atPath: (place as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try text.write(toFile: place, atomically: false, encoding: .utf8)
  }

  private func faults(_ body: () throws -> Void) -> [String] {
    do {
      try body()
      return []
    } catch {
      let all = (error as? Faults)?.all ?? []
      return all.map { $0.description.replacing(folder.path, with: "…") }
    }
  }

  @Test func `a folder is read with all that is in it`() throws {
    try write("a/b.html", "集市")
    try write("c.css")
    for ignored in [
      ".hidden", ".git/config", "a/b.html~", "a/.b.swp", "a/b.swp", "#c.css#", ".DS_Store",
      "Thumbs.db", "a/desktop.ini", "c.css.bak",
    ] {
      try write(ignored)
    }
    let files = try FolderReader.read(folder.path)
    #expect(files.keys.sorted() == ["a/b.html", "c.css"])
    #expect(files["a/b.html"] == SourceFile(path: folder.file("a/b.html"), "集市"))
  }

  @Test func `a link leads to a file of the same folder, nowhere else`() throws {
    let outside = try TemporaryFolder()
    try "secret".write(toFile: outside.file("x"), atomically: false, encoding: .utf8)
    try write("a/b.html", "b")
    let link = { (name: String, end: String) in
      try FileManager.default.createSymbolicLink(
        atPath: folder.file(name), withDestinationPath: end)
    }
    try link("c.html", "a/b.html")
    #expect(try FolderReader.read(folder.path)["c.html"]?.bytes == Array("b".utf8))
    try link("d.html", outside.file("x"))
    try link("e.html", "missing")
    try link("f", "a")
    try link("g", ".")
    #expect(mkfifo(folder.file("h.html"), 0o600) == 0)
    #expect(
      faults { _ = try FolderReader.read(folder.path) } == [
        "…/d.html:1:1: found a link that leads out of the folder, expected a file",
        "…/e.html:1:1: found a link that leads nowhere, expected a file",
        "…/f:1:1: found a link to a folder, expected a file",
        "…/g:1:1: found a link that leads out of the folder, expected a file",
        "…/h.html:1:1: found a pipe, socket or device, expected a file",
      ])
  }

  @Test func `a folder has its limits`() throws {
    try write("a.css", "123")
    try write("b.css", "1234")
    try write("c/d/e.css", "1")
    var limits = FolderLimits()
    let read = { faults { _ = try FolderReader.read(folder.path, limits: limits) } }
    limits.fileBytesMax = 4
    limits.bytesMax = 8
    limits.filesMax = 3
    limits.depthMax = 3
    #expect(read() == [])
    limits.fileBytesMax = 3
    #expect(read() == ["…/b.css:1:1: found a larger file, expected at most 3 bytes"])
    limits.fileBytesMax = 4
    limits.bytesMax = 7
    #expect(read() == ["…:1:1: found more than 7 bytes in all its files, expected fewer"])
    limits.bytesMax = 8
    limits.filesMax = 2
    #expect(read() == ["…:1:1: found more than 2 files, expected fewer"])
    limits.filesMax = 3
    limits.depthMax = 2
    #expect(read() == ["…/c/d:1:1: found folders 3 deep, expected at most 2"])
  }

  @Test func `a theme has what it changes, and the rest of the default one`() throws {
    try write("default/pages/gig.html", "default gig")
    try write("default/pages/home.html", "default home")
    try write("mine/pages/gig.html", "my gig")
    for page in ["README.md", "README.zh-CN.md", "LICENSE.txt", "CHANGELOG.md"] {
      try write("mine/\(page)")
    }
    let files = try ThemeFiles(reading: "mine", in: folder.path)
    #expect(files[.pages]["gig.html"]?.path == folder.file("mine/pages/gig.html"))
    #expect(
      files.named(.pages).mapValues(\.bytes) == [
        "gig": Array("my gig".utf8), "home": Array("default home".utf8),
      ])
    #expect(try ThemeFiles(reading: "default", in: folder.path)[.pages].count == 2)
  }

  @Test(arguments: ["other", "../x", "", ".", "Mine", "-a"])
  func `a theme that is not there is told with those that are`(name: String) throws {
    try write("default/pages/gig.html")
    try write("mine/pages/gig.html")
    let found = faults { _ = try ThemeFiles(reading: name, in: folder.path) }
    #expect(found.count == 1)
    #expect(
      found.first?.hasSuffix("expected a theme; available: default, mine") == true, "\(found)")
  }

  @Test func `what cannot belong to a theme is told, all of it`() throws {
    try write("default/pages/gig.htm")
    try write("mine/page/gig.html")
    try write("mine/note.txt")
    try write("mine/styles/A b.css")
    try write("mine/images/logo")
    #expect(
      faults { _ = try ThemeFiles(reading: "mine", in: folder.path) } == [
        "…/default/pages/gig.htm:1:1: found a file with the ending “.htm”, expected a file for pages; available: .html",
        "…/mine/images/logo:1:1: found a file without an ending, expected a file for images; available: .svg, .png, .jpg, .jpeg, .webp, .avif, .ico",
        "…/mine/note.txt:1:1: found a file outside the folders, expected a folder of a theme; available: pages, layouts, parts, styles, scripts, icons, images, locales",
        "…/mine/page/gig.html:1:1: found the folder “page”, expected a folder of a theme; available: pages, layouts, parts, styles, scripts, icons, images, locales",
        "…/mine/styles/A b.css:1:1: found the name “styles/A b.css”, expected small letters, digits and hyphens, and an ending",
      ])
  }

  @Test func `a file that cannot belong to a theme hides nothing of the rest`() throws {
    try write("default/pages/gig.html")
    try write("mine/images/tea.gif")
    try write("mine/parts/card.html")
    try FileManager.default.createSymbolicLink(
      atPath: folder.file("mine/parts/gone.html"), withDestinationPath: "missing")
    var told: [Fault] = []
    let files = try #require(ThemeFiles(reading: "mine", in: folder.path, faults: &told))
    #expect(told.map(\.found) == ["a link that leads nowhere", "a file with the ending “.gif”"])
    #expect(files[.pages].keys.sorted() == ["gig.html"])
    #expect(files[.parts].keys.sorted() == ["card.html"])
  }

  @Test func `when there is no folder of themes, this is told and not that a theme is missing`()
    throws
  {
    try write("file")
    let read = { name in
      faults { _ = try ThemeFiles(reading: "mine", in: folder.file(name)) }
    }
    #expect(read("none") == ["…/none:1:1: found nothing, expected a folder"])
    #expect(read("file") == ["…/file:1:1: found no folder, expected a folder"])
    try write("themes/mine/parts/card.html")
    #expect(read("themes") == ["…/themes/default:1:1: found nothing, expected a folder"])
  }
}
