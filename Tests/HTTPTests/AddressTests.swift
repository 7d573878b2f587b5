import Foundation
import HTTP
import Proving
import Testing

/// Which file an address leads to, and which addresses lead nowhere.
@Suite struct AddressTests {
  let site: TestSite

  init() throws { site = try TestSite() }

  static let found = [
    ("/", "<p>请选择语言</p>"),
    ("/?q=1", "<p>请选择语言</p>"),
    ("/zh-CN", "<p>首页</p>"),
    ("/zh-CN/g/biao-zhi-42", "<p>标志设计</p>"),
    ("/zh%2dCN/g/biao%2Dzhi-42?page=../../x", "<p>标志设计</p>"),
    ("http://localhost:8080/en", "<p>home</p>"),
    ("http://localhost", "<p>请选择语言</p>"),
    ("/en/a%20b", "<p>a space</p>"),
    ("/en/page", "<p>the page</p>"),
    ("/robots.txt", "User-agent: *"),
    ("/.well-known/security.txt", "Contact:"),
  ]

  @Test(arguments: found)
  func `an address has one file behind it`(target: String, text: String) {
    let answer = site.answer(target)
    #expect(answer.status == .ok)
    #expect(answer.text == text)
  }

  static let moved = [
    ("/index.html", "/"), ("/index", "/"), ("/index.html?a=b", "/?a=b"), ("/en/", "/en"),
    ("/en.html", "/en"), ("/en.html/", "/en"), ("/en.html.html", "/en"),
    ("/en/page.html?q=%20", "/en/page?q=%20"),
    ("/en/a%20b.html", "/en/a%20b"), ("/en/a%0Ab.html", nil), ("/%E6%A0%87/", "/%E6%A0%87"),
    ("/en/a%3Fb/", "/en/a%3Fb"), ("/en/a%25b/", "/en/a%25b"),
  ]

  @Test(arguments: moved)
  func `an address that is not quite right leads to the right one`(target: String, to: String?) {
    let answer = site.answer(target)
    #expect(answer.status == (to == nil ? .notFound : .movedForGood))
    #expect(answer.fields["Location"] == to)
  }

  static let nowhere = [
    "/zh-CN/none", "/none", "/zh-CN/g", "/a", "/en/page/x", "/robots.txt/x",
    // Every way to write a step upwards or a hidden file.
    "/../etc/passwd", "/en/../../etc/passwd", "/%2e%2e/etc/passwd", "/%2E%2E%2Fetc%2Fpasswd",
    "/..%2fetc/passwd", "/en/..%2f..%2fetc/passwd", "/.%2e/etc/passwd", "/en/./page", "/.", "/..",
    "/..%5c..%5cetc/passwd", "/en%5cpage", "/%c0%ae%c0%ae/etc/passwd", "/%252e%252e/etc/passwd",
    "//etc/passwd", "///etc/passwd", "/en//page", "//evil.example/", "/en//", "/%2fetc/passwd",
    "/en%2fpage", "/.git/config", "/%2egit/config", "/en/.htaccess", "/en/%2ehtaccess",
    "/.well-known/.secret", "/en/.well-known/x", "/.html", "/en/page%00", "/en/page%00.html",
    "/robots.txt%00.html", "/en/%ff", "/.%CC%81git/config", "/~root", "/en/%0d%0aX:%20y",
  ]

  @Test(arguments: nowhere)
  func `everything else is nowhere`(target: String) {
    let answer = site.answer(target)
    #expect(answer.status == .notFound, "\(answer.text)")
    let texts = ["<p>nowhere</p>", "<p>找不到这个页面</p>"]
    #expect(texts.contains(answer.text))
    #expect(answer.fields["Location"] == nil)
  }

  @Test(arguments: [
    "/%", "/%2", "/%zz", "/en/%g0", "/en/%+1", "en", "*", "", "/#x", "/en?a#x", "ftp://x/",
  ])
  func `what is no address is said so`(target: String) {
    #expect(site.answer(target).status == .badRequest)
  }

  @Test func `who is lost is told so in the language of the address`() throws {
    #expect(site.answer("/zh-CN/none/at/all").text == "<p>找不到这个页面</p>")
    #expect(site.answer("/zh-CN/.hidden").text == "<p>找不到这个页面</p>")
    #expect(site.answer("/en/none").text == "<p>nowhere</p>")
    let bare = try TestSite(["index.html": "x"])
    let answer = bare.answer("/none")
    #expect(answer.status == .notFound)
    #expect(answer.text == "There is nothing at this address.\n")
    #expect(answer.fields["Content-Type"] == "text/plain; charset=utf-8")
  }

  @Test(arguments: [UInt64(1), 2, 3])
  func `whatever an address is made of, it stays inside and is put right once`(seed: UInt64) throws
  {
    var dice = Seeded(seed)
    let pieces = [
      "/", "/", "/", "//", "..", ".", "%2e", "%2E%2e", "%2f", "%5c", "\\", "%00", "%", "%25", "?",
      "#", "en", "page", ".html", "index", ".git", "config", ".htaccess", "outside.txt", "site",
      "etc/passwd", "%c0%af", "%E6%A0%87", ".well-known", ";", ":", "@", "http://a",
    ]
    try "secret".write(
      toFile: site.folder.file("outside.txt"), atomically: false, encoding: .utf8)
    for _ in 0..<500 {
      let target =
        "/"
        + (0..<Int.random(in: 1...8, using: &dice)).map { _ in
          pieces.randomElement(using: &dice) ?? ""
        }.joined()
      let answer = site.answer(target)
      #expect(!answer.text.contains("secret"), "\(target)")
      #expect([.ok, .movedForGood, .notFound, .badRequest].contains(answer.status), "\(target)")
      guard let next = answer.fields["Location"] else { continue }
      #expect(
        next.hasPrefix("/") && !next.hasPrefix("//") && !next.prefix { $0 != "?" }.contains("\\"),
        "\(target)")
      #expect(site.answer(next).status != .movedForGood, "\(target) to \(next)")
    }
  }

  @Test(arguments: ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "get", "BREW"])
  func `the site can only be read`(method: String) {
    let answer = site.answer(method, "/en")
    #expect(answer.status == .methodNotAllowed)
    #expect(answer.fields["Allow"] == "GET, HEAD")
  }
}
