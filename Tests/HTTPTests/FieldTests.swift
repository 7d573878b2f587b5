import Foundation
import Glibc
import HTTP
import Testing

/// What stands in the head of an answer.
@Suite struct FieldTests {
  static let types = [
    ("a.html", "text/html; charset=utf-8"), ("a.css", "text/css; charset=utf-8"),
    ("a.js", "text/javascript; charset=utf-8"), ("a.svg", "image/svg+xml; charset=utf-8"),
    ("a.png", "image/png"), ("a.jpg", "image/jpeg"), ("a.webp", "image/webp"),
    ("a.avif", "image/avif"), ("a.xml", "application/xml; charset=utf-8"),
    ("en/feed.xml", "application/atom+xml; charset=utf-8"),
    ("a.txt", "text/plain; charset=utf-8"), ("a.json", "application/json; charset=utf-8"),
    ("a.ico", "image/x-icon"), ("a.woff2", "font/woff2"), ("a.pdf", "application/pdf"),
    ("a.webmanifest", "application/manifest+json; charset=utf-8"),
    ("a.exe", "application/octet-stream"), ("a", "application/octet-stream"),
  ]

  @Test(arguments: types)
  func `a file is called what it is`(name: String, type: String) throws {
    let site = try TestSite([name: "x"])
    let page = name.replacing(".html", with: "")
    #expect(site.answer("/\(page)").fields["Content-Type"] == type)
  }

  @Test(arguments: ["/", "/en", "/robots.txt", "/none", "/%", "/en/", "/a/style.0a1b.css"])
  func `every answer protects whoever gets it, and no one rewrites it`(target: String) throws {
    let fields = try TestSite().answer(target).fields
    let policy = try #require(fields["Content-Security-Policy"])
    for rule in [
      "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self'",
      "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'",
    ] { #expect(policy.components(separatedBy: "; ").contains(rule)) }
    #expect(!policy.contains("unsafe"))
    #expect(fields["X-Content-Type-Options"] == "nosniff")
    #expect(fields["Referrer-Policy"] == "strict-origin-when-cross-origin")
    #expect(fields["Cross-Origin-Opener-Policy"] == "same-origin")
    #expect(fields["Permissions-Policy"]?.contains("camera=()") == true)
    #expect(fields["Cache-Control"]?.contains("no-transform") == true)
  }

  @Test func `only what has its content in its name is kept for long`() throws {
    let site = try TestSite()
    let lasting = "public, max-age=31536000, immutable, no-transform"
    #expect(site.answer("/a/style.0a1b.css").fields["Cache-Control"] == lasting)
    #expect(site.answer("/covers/7.svg").fields["Cache-Control"] == lasting)
    #expect(site.answer("/en").fields["Cache-Control"] == "no-cache, no-transform")
    #expect(site.answer("/a/none.css").fields["Cache-Control"] == "no-cache, no-transform")
  }

  @Test func `a page made again as it was keeps its tag, and a changed one does not`() throws {
    let site = try TestSite()
    let tag = try #require(site.answer("/en").fields["ETag"])
    #expect(tag.wholeMatch(of: /"[0-9a-z]+"/) != nil)
    try FileManager.default.removeItem(atPath: "\(site.path)/en.html")
    try site.write(Data("<p>home</p>".utf8), to: "en.html")
    #expect(site.answer("/en").fields["ETag"] == tag)
    try site.write(Data("<p>hone</p>".utf8), to: "en.html")
    #expect(site.answer("/en").fields["ETag"] != tag)
  }

  @Test func `texts that differ a little have different tags`() throws {
    var texts = Set<String>()
    for length in 0...40 {
      texts.insert(String(repeating: "a", count: length))
      for place in 0..<length {
        var bytes = [UInt8](repeating: UInt8(ascii: "a"), count: length)
        bytes[place] = UInt8(ascii: "b")
        texts.insert(String(decoding: bytes, as: UTF8.self))
      }
    }
    let site = try TestSite([:])
    let tags = try texts.map { text in
      try site.write(Data(text.utf8), to: "a.txt")
      return site.answer("/a.txt").fields["ETag"]
    }
    #expect(Set(tags).count == texts.count)
  }

  @Test func `a large file is named by where it is and when it was written`() throws {
    let site = try TestSite()
    let size = Int(SiteFiles.wholeBytesMax) + 1
    try site.write(Data(count: size), to: "large.pdf")
    let tag = site.answer("/large.pdf").fields["ETag"]
    #expect(site.answer("/large.pdf").fields["ETag"] == tag)
    try site.write(Data(count: size), to: "other.pdf")
    #expect(site.answer("/other.pdf").fields["ETag"] != tag)
    guard case .part = site.answer("/large.pdf").body else {
      Issue.record("a large file is not read at once")
      return
    }
  }

  @Test func `no file has changed later than now`() throws {
    let site = try TestSite()
    #expect(site.answer("/en").fields["Last-Modified"]?.hasSuffix(" GMT") == true)
    #expect(site.answer("/en", at: 1_000_000_000).fields["Last-Modified"] == nil)
  }
}

extension TestSite {
  func answer(_ target: String, at now: Int64 = TestSite.now) -> Answer {
    answer("GET", target, at: now)
  }
}
