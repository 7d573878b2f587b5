import Foundation
import Glibc
import HTTP
import Testing

/// Answers that depend on what the client has already, and parts of a file.
@Suite struct ConditionTests {
  let site: TestSite
  let tag: String
  static let written: Int64 = 784_111_777
  static let date = "Sun, 06 Nov 1994 08:49:37 GMT"
  static let earlier = "Sun, 06 Nov 1994 08:49:36 GMT"

  init() throws {
    site = try TestSite()
    var times = [
      timeval(tv_sec: 784_111_777, tv_usec: 0), timeval(tv_sec: 784_111_777, tv_usec: 0),
    ]
    #expect(utimes("\(site.path)/en.html", &times) == 0)
    let answer = site.answer("/en")
    #expect(answer.fields["Last-Modified"] == Self.date)
    tag = try #require(answer.fields["ETag"])
  }

  func status(_ fields: [(String, String)]) -> Status {
    site.answer("GET", "/en", fields.map { ($0, $1.replacing("TAG", with: tag)) }).status
  }

  static let cases: [([(String, String)], Status)] = [
    ([("If-None-Match", "TAG")], .notModified),
    ([("If-None-Match", "W/TAG")], .notModified),
    ([("If-None-Match", "*")], .notModified),
    ([("if-none-match", "\"a\", TAG , \"b\"")], .notModified),
    ([("If-None-Match", "\"a\""), ("If-None-Match", "TAG")], .notModified),
    ([("If-None-Match", "\"a\", \"b\"")], .ok),
    ([("If-None-Match", "")], .ok),
    ([("If-Modified-Since", date)], .notModified),
    ([("If-Modified-Since", earlier)], .ok),
    ([("If-Modified-Since", "yesterday")], .ok),
    // The tag says more than the date.
    ([("If-None-Match", "\"a\""), ("If-Modified-Since", date)], .ok),
    ([("If-Match", "TAG")], .ok),
    ([("If-Match", "W/TAG")], .preconditionFailed),
    ([("If-Match", "\"a\"")], .preconditionFailed),
    ([("If-Match", "*")], .ok),
    ([("If-Unmodified-Since", date)], .ok),
    ([("If-Unmodified-Since", earlier)], .preconditionFailed),
    ([("Range", "bytes=0-1"), ("If-Range", "TAG")], .partialContent),
    ([("Range", "bytes=0-1"), ("If-Range", "W/TAG")], .ok),
    ([("Range", "bytes=0-1"), ("If-Range", "\"a\"")], .ok),
    ([("Range", "bytes=0-1"), ("If-Range", date)], .ok),
    ([("Range", "bytes=0-1"), ("If-None-Match", "TAG")], .notModified),
    ([("Range", "bytes=99-"), ("If-Range", "\"a\"")], .ok),
  ]

  @Test(arguments: cases)
  func `a client that has it need not get it again`(fields: [(String, String)], expected: Status) {
    #expect(status(fields) == expected)
  }

  @Test func `what has not changed is not sent, and keeps its tag`() {
    let answer = site.answer("GET", "/en", [("If-None-Match", tag)])
    #expect(answer.length == nil)
    #expect(answer.bytes.isEmpty)
    #expect(answer.fields["ETag"] == tag)
    #expect(answer.fields["Cache-Control"] == "no-cache, no-transform")
    #expect(answer.fields["Content-Type"] == nil)
  }

  @Test func `a page that says there is nothing has no tag to be asked by`() {
    let answer = site.answer("GET", "/none", [("If-None-Match", "*"), ("Range", "bytes=0-1")])
    #expect(answer.status == .notFound)
    #expect(answer.fields["ETag"] == nil)
  }

  static let content = (0..<1_000).map { UInt8($0 % 251) }
  static let parts: [(String, Range<Int>?)] = [
    ("bytes=0-0", 0..<1), ("bytes=0-99", 0..<100), ("BYTES=10-20", 10..<21),
    ("bytes=999-", 999..<1_000), ("bytes=500-100000", 500..<1_000), ("bytes=-1", 999..<1_000),
    ("bytes=-5000", 0..<1_000), ("bytes= 5-6", 5..<7),
    ("bytes=0-99999999999999999999", 0..<1_000), ("bytes=1000-", nil), ("bytes=1000-2000", nil),
    ("bytes=-0", nil), ("bytes=99999999999999999999-", nil),
  ]

  @Test(arguments: parts, [0, SiteFiles.wholeBytesMax])
  func `a part is the same bytes as in the whole`(
    part: (line: String, range: Range<Int>?), padding: Int
  ) throws {
    let content = [UInt8](repeating: 7, count: padding) + Self.content
    guard padding == 0 || !part.line.contains("5000") else { return }
    try site.write(Data(content), to: "file.pdf")
    // The same part of what is large is later by the padding.
    let line = padding == 0 ? part.line : Self.moved(part.line, by: padding)
    let answer = site.answer("GET", "/file.pdf", [("Range", line)])
    guard let range = part.range.map({ $0.lowerBound + padding..<$0.upperBound + padding }) else {
      #expect(answer.status == .rangeNotSatisfiable)
      #expect(answer.fields["Content-Range"] == "bytes */\(content.count)")
      return
    }
    #expect(answer.status == .partialContent)
    #expect(answer.bytes == Array(content[range]))
    #expect(answer.length == Int64(range.count))
    let (first, last) = (range.lowerBound, range.upperBound - 1)
    #expect(answer.fields["Content-Range"] == "bytes \(first)-\(last)/\(content.count)")
  }

  private static func moved(_ line: String, by padding: Int) -> String {
    guard let equals = line.firstIndex(of: "=") else { return line }
    let ends = line[line.index(after: equals)...].split(
      separator: "-", omittingEmptySubsequences: false)
    guard let first = Int(ends[0].replacing(" ", with: "")) else { return line }
    let last = Int(ends[1]).map { "\($0 + padding)" } ?? String(ends[1])
    return "bytes=\(first + padding)-\(last)"
  }

  static let unread = [
    "bytes=0-1,5-6", "bytes=5-1", "bytes=-", "bytes=a-b", "bytes=+1-2", "bytes", "pages=1-2",
    "bytes=1", "bytes=1-2-3", "bytes=--5", "",
  ]

  @Test(arguments: unread)
  func `several parts, and what is no part, get the whole`(line: String) throws {
    try site.write(Data(Self.content), to: "file.pdf")
    let answer = site.answer("GET", "/file.pdf", [("Range", line)])
    #expect(answer.status == .ok)
    #expect(answer.bytes == Self.content)
    #expect(answer.fields["Accept-Ranges"] == "bytes")
  }

  @Test func `an empty file has no parts, and a head has none either`() throws {
    try site.write(Data(), to: "empty.txt")
    #expect(site.answer("/empty.txt").status == .ok)
    for line in ["bytes=0-0", "bytes=0-", "bytes=-1"] {
      #expect(site.answer("GET", "/empty.txt", [("Range", line)]).status == .rangeNotSatisfiable)
    }
    #expect(site.answer("HEAD", "/en", [("Range", "bytes=0-1")]).status == .ok)
  }
}
