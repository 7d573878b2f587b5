import Foundation
import Glibc
import Proving
import Testing

/// The letters of a demo, for who tries it and for nobody else.
@Suite struct MailShelfTests {
  private static let root = URL(filePath: #filePath).appending(path: "../../..").standardized.path()
  private static let materials = [
    "--themes", "\(root)/themes", "--locales", "\(root)/locales", "--content", "\(root)/content",
  ]
  private static let letter = """
    Date: Sun, 22 Nov 2026 19:44:38 +0000\r
    From: =?UTF-8?B?6ZuG5biC?=\r
     <no-reply@jishi.example>\r
    To: <ada@example.com>\r
    Subject: =?UTF-8?B?6aqM6K+B56CB?=\r
     =?UTF-8?B?PGI+?=\r
    Content-Type: multipart/alternative;\r
     boundary="=_jishi_part"\r
    \r
    --=_jishi_part\r
    Content-Type: text/plain; charset=utf-8\r
    Content-Transfer-Encoding: quoted-printable\r
    \r
    =E9=AA=8C=E8=AF=81=\r
    =E7=A0=81 123456 <i>\r
    --=_jishi_part\r
    Content-Type: text/html; charset=utf-8\r
    \r
    <p>not this</p>\r
    --=_jishi_part--\r

    """

  let market: TestMarket

  init() throws {
    market = try TestMarket()
    try market.write("<p>home</p>", to: "output/site/en.html")
    try market.write("<p>none</p>", to: "output/site/404.html")
    try market.write(Self.letter, to: "data/mail/7.x.jishi.example.eml")
    try market.write("To: +8613800138000\n\n【集市】654321\n", to: "data/mail/8.x.txt")
    try market.write("Subject: other\n\nsecret", to: "data/other.eml")
    try market.write("Subject: hidden\n\nsecret", to: "data/mail/.9.x.eml.123")
    // The text message is the newest.
    var times = [timeval(tv_sec: 1_000, tv_usec: 0), timeval(tv_sec: 1_000, tv_usec: 0)]
    #expect(utimes(market.folder.file("data/mail/7.x.jishi.example.eml"), &times) == 0)
  }

  private func serve(
    _ words: String..., body: (_ port: String) throws -> Void
  ) throws {
    let listen = words.contains("--listen") ? [] : ["--listen", "127.0.0.1:0"]
    let child = try Child(
      Command.ours("jishi"),
      ["serve", "--only", "endpoint"] + listen + Self.materials + words, in: market.folder.path)
    defer { child.signal(SIGKILL) }
    let said = try child.read(until: "Serving")
    let port = try #require(said.firstMatch(of: /:(\d+)\/\n/)).1
    try body(String(port))
    child.signal(SIGTERM)
    #expect(child.wait() == 0)
  }

  @Test func `letters and text messages are listed, the newest first, and can be read`() throws {
    try serve { port in
      let page = try get("/dev/mail", at: port)
      #expect(page.hasPrefix("HTTP/1.1 200 "))
      #expect(page.contains("Cache-Control: no-store"))
      #expect(page.contains("Content-Security-Policy: default-src 'none'"))
      let names = page.matches(of: /href="\/dev\/mail\/([^"]+\.(?:eml|txt))"/).map { String($0.1) }
      #expect(names == ["8.x.txt", "7.x.jishi.example.eml"])
      #expect(page.contains("<strong>验证码&lt;b&gt;</strong>"))
      #expect(page.contains("<span>ada@example.com</span>"))
      #expect(page.contains("<strong>【集市】654321</strong>"))
      #expect(!page.contains("<style") && !page.contains("style="))
      let letter = try get("/dev/mail/\(names[1])", at: port)
      #expect(letter.contains("Content-Type: text/plain; charset=utf-8"))
      #expect(letter.contains("nosniff"))
      #expect(
        letter.hasSuffix(
          "To: ada@example.com\nDate: Sun, 22 Nov 2026 19:44:38 +0000\nSubject: 验证码<b>\n\n"
            + "验证码 123456 <i>\n"))
      #expect(
        try get("/dev/mail/\(names[0])", at: port).hasSuffix(
          "To: +8613800138000\n\n【集市】654321\n"))
      let style = try get("/dev/mail/style.css", at: port)
      #expect(style.contains("Content-Type: text/css"))
    }
  }

  @Test func `no name leads out of the folder`() throws {
    let shelf = market.folder.file("data/mail")
    #expect(symlink("../other.eml", "\(shelf)/link.eml") == 0)
    #expect(mkdir("\(shelf)/folder.eml", 0o700) == 0)
    #expect(mkfifo("\(shelf)/pipe.eml", 0o600) == 0)
    try serve { port in
      for name in [
        "link.eml", "folder.eml", "pipe.eml", "../other.eml", "..%2fother.eml", "%2e%2e/other.eml",
        "../market.db", ".9.x.eml.123", "nothing.eml", "a%00.eml", ".eml", "7.x.jishi.example",
      ] {
        let answer = try get("/dev/mail/\(name)", at: port)
        #expect(answer.hasPrefix("HTTP/1.1 4"), "\(name): \(answer)")
        #expect(!answer.contains("secret"), "\(name)")
      }
      let page = try get("/dev/mail", at: port)
      #expect(!page.contains("link.eml") && !page.contains("hidden"))
    }
  }

  @Test(arguments: [
    ["--url", "https://jishi.example"], ["--listen", "0.0.0.0:0"],
    ["--listen", "127.0.0.1:0 0.0.0.0:0"], ["--devmail", "no"], ["--mail", "console"],
  ])
  func `where others could ask there is nothing`(words: [String]) throws {
    try serve(words[0], words[1]) { port in
      for path in ["/dev/mail", "/dev/mail/7.x.jishi.example.eml", "/dev/mail/style.css"] {
        let answer = try get(path, at: port)
        #expect(answer.hasPrefix("HTTP/1.1 404 "), "\(path)")
      }
    }
  }

  @Test(arguments: [
    "X-Forwarded-For: 127.0.0.1", "Forwarded: for=a", "X-Real-IP: ::1", "Via: 1.1 a",
  ])
  func `behind another machine there is nothing`(line: String) throws {
    try serve { port in
      let client = try Client(port: #require(UInt16(port)))
      client.send(
        "GET /dev/mail HTTP/1.1\r\nHost: localhost\r\n\(line)\r\nConnection: close\r\n\r\n")
      #expect(try client.reply()?.status == 404)
    }
  }
}
