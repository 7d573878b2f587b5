import Foundation
import HTTP
import Market
import Pages
import Proving
import Store
import Testing
import Web

/// One form from end to end, as a browser without scripts sends it.
struct ReportRouteTests {
  @Test(arguments: ["zh-CN", "en"])
  func `a form is shown, sent, and says that it has arrived`(tag: String) async throws {
    let stall = try await Stall()
    let page = try stall.form(in: tag)
    let sent = try stall.send(page.filled, in: tag, cookie: page.cookie)
    #expect(sent.status == 303)
    #expect(sent["Location"] == "/\(tag)/report?subject=\(page.subject)")
    let flash = try #require(sent["Set-Cookie"]?.split(separator: ";").first)
    let thanks = try stall.get(
      "/\(tag)/report?subject=\(page.subject)", "Cookie: \(page.cookie); \(flash)")
    #expect(thanks.status == 200)
    let report = try #require(try await stall.reports().first)
    #expect(thanks.text.contains(report.receipt.text))
    #expect(thanks.text.contains("role=\"status\""))
    // It is said once.
    #expect(thanks.head.contains { $0.hasPrefix("Set-Cookie: flash=; Max-Age=0") })
    #expect(report.language.tag == tag)
    #expect(report.subject == .gig(try stall.gig(in: page.subject)))
    #expect(report.detail == "第一行\n second")
    #expect(report.contact == (try Contact(phone: "+8613800138000")))
  }

  @Test func `what is wrong is told beside the field, and what was typed is kept`() async throws {
    let stall = try await Stall()
    let page = try stall.form(in: "zh-CN")
    var fields = page.filled
    fields["reason"] = ""
    fields["contact"] = "<script>\"'"
    fields["detail"] = String(repeating: "长", count: 1_001)
    let again = try stall.send(fields, in: "zh-CN", cookie: page.cookie)
    #expect(again.status == 422)
    #expect(again.text.contains(String(repeating: "长", count: 1_001)))
    #expect(again.text.contains("value=\"&lt;script&gt;&quot;&#39;\""))
    #expect(again.text.components(separatedBy: "aria-invalid=\"true\"").count - 1 == 3)
    #expect(again.text.contains("<a href=\"#field-detail\">"))
    #expect(try await stall.reports().isEmpty)
    // The new page can be sent.
    fields = page.filled
    fields["token"] = try again.token()
    #expect(try stall.send(fields, in: "zh-CN", cookie: page.cookie).status == 303)
  }

  @Test func `a button pressed twice counts once, another text counts again`() async throws {
    let stall = try await Stall()
    let page = try stall.form(in: "en")
    let answers = try (0..<3).map { _ in
      try stall.send(page.filled, in: "en", cookie: page.cookie)
    }
    #expect(Set(answers.map { $0["Set-Cookie"] }).count == 1)
    #expect(try await stall.reports().count == 1)
    var other = page.filled
    other["detail"] = "something else"
    #expect(try stall.send(other, in: "en", cookie: page.cookie).status == 303)
    #expect(try await stall.reports().count == 2)
  }

  @Test func `who has another address when it is sent again counts once`() async throws {
    let stall = try await Stall(proxies: "127.0.0.1")
    let page = try stall.form(in: "en")
    for host in 1...2 {
      let from = "X-Forwarded-For: 203.0.113.\(host)\r\n"
      #expect(try stall.send(page.filled, in: "en", cookie: page.cookie, from).status == 303)
    }
    #expect(try await stall.reports().count == 1)
  }

  @Test func `twenty at once with one token leave one report`() async throws {
    let stall = try await Stall()
    let page = try stall.form(in: "en")
    let receipts = Heard<String?>()
    try together(20) { _ in
      receipts.add(try stall.send(page.filled, in: "en", cookie: page.cookie)["Set-Cookie"])
    }
    #expect(Set(receipts.all).count == 1)
    #expect(try await stall.reports().count == 1)
  }

  enum Forgery: CaseIterable {
    case noToken, noCookie, otherCookie, changedToken, otherPlace
    case fromElsewhere, fromSubdomain, fromOldBrowserElsewhere, fromNowhere
  }

  @Test(arguments: Forgery.allCases)
  func `what another site sends is refused, and nothing is saved`(forgery: Forgery) async throws {
    let stall = try await Stall()
    let page = try stall.form(in: "en")
    var fields = page.filled
    var cookie = page.cookie
    var more = ""
    switch forgery {
    case .noToken: fields["token"] = nil
    case .noCookie: cookie = "a=b"
    case .otherCookie: cookie = try stall.form(in: "en").cookie
    case .changedToken: fields["token"] = String(page.token.dropLast()) + "x"
    case .otherPlace: fields["token"] = String(page.token.reversed())
    case .fromElsewhere: more = "Sec-Fetch-Site: cross-site\r\n"
    case .fromSubdomain: more = "Sec-Fetch-Site: same-site\r\n"
    case .fromOldBrowserElsewhere: more = "Origin: http://elsewhere.example\r\n"
    case .fromNowhere: more = "Origin: null\r\n"
    }
    let answer = try stall.send(fields, in: "en", cookie: cookie, more)
    #expect(answer.status == 403)
    #expect(try await stall.reports().isEmpty)
    // Who only was too slow finds what was typed.
    #expect(answer.text.contains("第一行") == more.isEmpty)
    #expect(try stall.send(page.filled, in: "en", cookie: page.cookie).status == 303)
  }

  @Test func `our own page may send, whatever the browser says of it`() async throws {
    let stall = try await Stall()
    for more in ["Sec-Fetch-Site: same-origin\r\n", "Origin: http://localhost\r\n", ""] {
      let page = try stall.form(in: "en")
      #expect(try stall.send(page.filled, in: "en", cookie: page.cookie, more).status == 303)
    }
  }

  @Test func `a form can be sent as one with files`() async throws {
    let stall = try await Stall()
    let page = try stall.form(in: "en")
    let parts = page.filled.map {
      "--edge\r\nContent-Disposition: form-data; name=\"\($0)\"\r\n\r\n\($1)\r\n"
    }
    let sent = try stall.ask(
      "POST /en/report HTTP/1.1\r\nContent-Type: multipart/form-data; boundary=edge\r\nCookie: \(page.cookie)",
      parts.joined() + "--edge--\r\n")
    #expect(sent.status == 303)
    #expect(try await stall.reports().count == 1)
  }

  @Test(arguments: [
    ("text/plain", "token=1", 415), ("application/json", "{}", 415),
    ("application/x-www-form-urlencoded", "a=%zz", 400),
    ("application/x-www-form-urlencoded", "a=%FF", 400),
    ("application/x-www-form-urlencoded", "a=\u{0}", 400),
    ("multipart/form-data", "", 400), ("multipart/form-data; boundary=x", "--x\r\n", 400),
    ("application/x-www-form-urlencoded", String(repeating: "a", count: 65_537), 413),
  ])
  func `what cannot be read is refused`(type: String, body: String, status: Int) async throws {
    let stall = try await Stall()
    let answer = try stall.ask("POST /en/report HTTP/1.1\r\nContent-Type: \(type)", body)
    #expect(answer.status == status)
  }

  @Test func `too many from one address wait, and others do not`() async throws {
    let stall = try await Stall(proxies: "127.0.0.1")
    func file(_ address: String) throws -> Client.Reply {
      try stall.post(
        json: stall.complaint(), to: "/api/v1/reports", "X-Forwarded-For: \(address)")
    }
    for _ in 0..<30 { #expect(try file("203.0.113.7").status == 201) }
    let late = try file("203.0.113.7")
    #expect(late.status == 429)
    #expect(late["Retry-After"] == "2")
    #expect(try file("203.0.113.8").status == 201)
    // A network of version 6 is one.
    for host in 1...30 { #expect(try file("2001:db8::\(host)").status == 201) }
    #expect(try file("2001:db8::ffff").status == 429)
    stall.wait(.seconds(2))
    #expect(try file("203.0.113.7").status == 201)
    #expect(try file("203.0.113.7").status == 429)
  }

  @Test func `a page says nothing to be kept, and nothing of others is let in`() async throws {
    let stall = try await Stall()
    for answer in [
      try stall.get("/en/report"), try stall.get("/en/report?subject=%FF"),
      try stall.post(json: "{}", to: "/api/v1/reports"),
    ] {
      #expect(answer["Cache-Control"]?.contains("no-store") == true)
      #expect(answer["Content-Security-Policy"]?.contains("default-src 'none'") == true)
      #expect(answer["X-Content-Type-Options"] == "nosniff")
    }
  }

  @Test func `a language that is not there is left to the files`() async throws {
    let stall = try await Stall()
    #expect(try stall.get("/fr/report").text.hasPrefix("a file"))
    #expect(try stall.get("/zh-cn/report").text.hasPrefix("a file"))
    #expect(try stall.get("/en/report/").text.hasPrefix("a file"))
    #expect(try stall.ask("HEAD /en/report HTTP/1.1").status == 200)
  }

  @Test func `behind TLS the cookies are for this host alone`() async throws {
    let stall = try await Stall(proxies: "127.0.0.1")
    let page = try stall.get("/en/report", "X-Forwarded-Proto: https")
    let cookie = try #require(page["Set-Cookie"])
    #expect(cookie.hasPrefix("__Host-guest="))
    #expect(cookie.contains("Secure") && cookie.contains("HttpOnly"))
  }

  @Test func `what is hidden cannot be reported`() async throws {
    let stall = try await Stall()
    let page = try stall.form(in: "en")
    var fields = page.filled
    fields["subject"] = "/en/g/nothing-999999"
    let answer = try stall.send(fields, in: "en", cookie: page.cookie)
    #expect(answer.status == 422)
    #expect(answer.text.contains("第一行"))
  }
}
