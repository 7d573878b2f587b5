import Foundation
import HTTP
import Proving
import Testing

/// Which of the forms that a build has packed a client gets.
@Suite struct EncodingTests {
  let site: TestSite

  init() throws {
    site = try TestSite([
      "index.html": "chooser", "index.html.gz": "chooser, gzip",
      "404.html": "nowhere", "404.html.gz": "nowhere, gzip",
      "en.html": "home", "en.html.gz": "home, gzip", "en.html.br": "home, brotli",
      "a/style.css": "p{}", "a/style.css.br": "p{}, brotli",
      "a/icon.png": "icon",
    ])
  }

  static let wishes: [(String?, String)] = [
    (nil, "home"), ("", "home"), ("identity", "home"), ("deflate, zstd", "home"),
    ("gzip", "home, gzip"), ("br", "home, brotli"), ("GZIP", "home, gzip"),
    ("gzip, deflate, br, zstd", "home, brotli"), ("br, gzip", "home, brotli"),
    ("gzip;q=1.0, br;q=0.5", "home, gzip"), ("gzip;q=0.5, br;q=0.5", "home, brotli"),
    ("br;q=0, gzip", "home, gzip"), ("br;q=0.000, gzip ; q=0", "home"), ("*", "home, brotli"),
    ("br;q=0, *;q=0.1", "home, gzip"), ("*;q=0", "home"), ("gzip;q=0, *", "home, brotli"),
    ("gzip;q=2", "home"), ("gzip;q=-1", "home"), ("gzip;q=nan", "home"), ("gzip;q=", "home"),
    ("gzip;level=9", "home"), (";;,,=;q", "home"),
  ]

  @Test(arguments: wishes)
  func `a client gets the form that it likes most`(line: String?, text: String) {
    let answer = site.answer("GET", "/en", line.map { [("Accept-Encoding", $0)] } ?? [])
    #expect(answer.status == .ok)
    #expect(answer.text == text)
    let encoding = text.contains("gzip") ? "gzip" : text.contains("brotli") ? "br" : nil
    #expect(answer.fields["Content-Encoding"] == encoding)
    #expect(answer.fields["Content-Type"] == "text/html; charset=utf-8")
    #expect(answer.fields["Vary"] == "Accept-Encoding")
  }

  @Test func `what was not packed is sent as it is`() {
    let any = [("Accept-Encoding", "gzip, br")]
    #expect(site.answer("GET", "/", any).text == "chooser, gzip")
    #expect(site.answer("GET", "/a/style.css", any).text == "p{}, brotli")
    #expect(
      site.answer("GET", "/a/style.css", any).fields["Content-Type"] == "text/css; charset=utf-8")
    #expect(site.answer("GET", "/a/style.css", [("Accept-Encoding", "gzip")]).text == "p{}")
    let icon = site.answer("GET", "/a/icon.png", any)
    #expect(icon.text == "icon")
    #expect(icon.fields["Vary"] == nil)
    #expect(icon.fields["Content-Encoding"] == nil)
  }

  @Test(arguments: [
    "/en.html.gz", "/en.html.br", "/en.gz", "/en.br", "/index.html.gz", "/a/style.css.br",
  ])
  func `a packed form has no address of its own`(target: String) {
    for fields in [[], [("Accept-Encoding", "gzip, br")]] {
      let answer = site.answer("GET", target, fields)
      #expect(answer.status == .notFound)
      #expect(answer.text == "nowhere")
      #expect(answer.fields["Content-Encoding"] == nil)
    }
  }

  @Test func `each form has a tag of its own`() throws {
    let plain = try #require(site.answer("/en").fields["ETag"])
    let asked = [("Accept-Encoding", "gzip")]
    let packed = try #require(site.answer("GET", "/en", asked).fields["ETag"])
    #expect(plain != packed)
    let again = site.answer("GET", "/en", asked + [("If-None-Match", packed)])
    #expect(again.status == .notModified)
    #expect(again.fields["Vary"] == "Accept-Encoding")
    #expect(site.answer("GET", "/en", asked + [("If-None-Match", plain)]).text == "home, gzip")
    #expect(site.answer("GET", "/en", [("If-None-Match", packed)]).text == "home")
  }

  @Test func `a part is one of the form that is sent`() {
    let fields = [("Accept-Encoding", "gzip"), ("Range", "bytes=6-")]
    let answer = site.answer("GET", "/en", fields)
    #expect(answer.status == .partialContent)
    #expect(answer.text == "gzip")
    #expect(answer.fields["Content-Range"] == "bytes 6-9/10")
    #expect(answer.fields["Content-Encoding"] == "gzip")
  }
}
