import Foundation
import Glibc
import Proving
import Synchronization
import Testing

@testable import HTTP

/// What is kept in memory is what the disk has, at every moment.
@Suite struct HotFileTests {
  private let site: TestSite
  private let files: SiteFiles

  init() throws {
    site = try TestSite()
    files = SiteFiles(site.path)
  }

  private func answer(_ target: String, _ fields: [(String, String)] = []) -> Answer {
    files.answer(to: Request("GET", target, fields: FieldLines(fields)), at: TestSite.now)
  }

  /// As a build does it: a new file takes the place of the old one.
  private func replace(_ name: String, _ text: String) throws {
    try site.write(Data(text.utf8), to: "\(name).new")
    #expect(rename("\(site.path)/\(name).new", "\(site.path)/\(name)") == 0)
  }

  @Test func `a file that is asked for again is not read again, and says the same`() throws {
    let (first, second) = (answer("/en"), answer("/en"))
    #expect(second.fields.bytes == first.fields.bytes)
    guard case .shared(let one) = first.body, case .shared(let other) = second.body else {
      Issue.record("a small file is in memory")
      return
    }
    #expect(one === other)
  }

  @Test func `a file that was replaced is told at once`() throws {
    for number in 0..<200 {
      try replace("en.html", "<p>\(number)</p>")
      #expect(answer("/en").text == "<p>\(number)</p>")
      #expect(answer("/en").text == "<p>\(number)</p>")
    }
  }

  @Test func `a file that is gone is gone, and one that comes is there`() throws {
    #expect(answer("/en/page").status == .ok)
    #expect(unlink("\(site.path)/en/page.html") == 0)
    #expect(answer("/en/page").text == "the file")
    #expect(unlink("\(site.path)/en/page") == 0)
    #expect(answer("/en/page").status == .notFound)
    try replace("en/page.html", "again")
    #expect(answer("/en/page").text == "again")
  }

  @Test func `another site has other files, although the folder has the same name`() throws {
    #expect(answer("/en").text == "<p>home</p>")
    let other = try TestSite(["en.html": "<p>other</p>", "404.html": "none"])
    #expect(rename(site.path, site.path + ".old") == 0)
    #expect(symlink(other.path, site.path) == 0)
    #expect(answer("/en").text == "<p>other</p>")
    #expect(answer("/zh-CN").status == .notFound)
  }

  @Test func `who has it already is told so from memory, and gets parts of it`() throws {
    let tag = try #require(answer("/en").fields["ETag"])
    #expect(answer("/en", [("If-None-Match", tag)]).status == .notModified)
    #expect(answer("/en", [("Range", "bytes=3-6")]).text == "home")
    #expect(answer("/en", [("Range", "bytes=99-")]).status == .rangeNotSatisfiable)
    #expect(answer("/en").text == "<p>home</p>")
  }

  @Test func `each packed form is kept for those who take it`() throws {
    try site.write(Data("packed".utf8), to: "en.html.gz")
    for _ in 0..<2 {
      #expect(answer("/en", [("Accept-Encoding", "gzip")]).text == "packed")
      #expect(answer("/en").text == "<p>home</p>")
    }
  }

  @Test func `files that nobody asks for any more make room`() throws {
    let size = SiteFiles.wholeBytesMax
    for number in 0..<(2 * HotFiles.bytesMax / size) {
      try site.write(Data(count: size), to: "a/\(number).bin")
      #expect(answer("/a/\(number).bin").length == Int64(size))
      #expect(answer("/en").status == .ok)
    }
    #expect(files.hot.bytes <= HotFiles.bytesMax + size)
  }

  @Test func `many ask at once while it changes`() throws {
    let failures = Mutex<[String]>([])
    DispatchQueue.concurrentPerform(iterations: 4) { worker in
      for number in 0..<300 {
        if worker == 0 { try? replace("en.html", "<p>\(number)</p>") }
        let text = answer("/en").text
        if !text.hasPrefix("<p>") || !text.hasSuffix("</p>") {
          failures.withLock { $0.append(text) }
        }
      }
    }
    #expect(failures.withLock { $0 } == [])
  }
}
