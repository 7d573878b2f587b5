import Foundation
import HTTP
import Market
import Proving
import Testing

@testable import Store
@testable import Web

/// The way in, as somebody goes it with a browser.
struct GateTests {
  static let password = "yi ju bu hao cai de hua"

  private func signUp(_ member: Member, _ contact: String) async throws {
    try member.open("/\(member.tag)/sign-up?next=/\(member.tag)/settings/security")
    try member.send([
      "name": "陈禾", "contact": contact, "password": Self.password, "terms": "1",
      "next": member.hidden("next") ?? "",
    ])
    #expect(member.path.hasPrefix("/\(member.tag)/sign-up/"))
    let code = try #require(try await member.stall.code(sentTo: contact))
    try member.send(["code": code, "next": member.hidden("next") ?? ""])
  }

  @Test(arguments: Stall.engines)
  func `who proves the contact is in, and out again, and in`(engine: String) async throws {
    let stall = try await Stall(engine)
    let member = Member(stall)
    try await signUp(member, "he@example.com")
    #expect(member.isSignedIn)
    // Where he wanted to go, over the page for the code too.
    #expect(member.path == "/zh-CN/settings/security")
    try member.open("/zh-CN/settings/name")
    try member.send(["name": "陈小禾"])
    #expect(member.path == "/zh-CN/settings" && member.text.contains("陈小禾"))
    let session = member.cookies["session"]
    // The same address and a machine that is known.
    try member.send([:], to: "/zh-CN/sign-out")
    #expect(!member.isSignedIn && member.path == "/zh-CN/sign-in")
    try member.open("/zh-CN/settings/security")
    #expect(member.path == "/zh-CN/sign-in?next=/zh-CN/settings/security")
    try member.send(["contact": "HE@example.com", "password": "wrong password", "next": ""])
    #expect(!member.isSignedIn && member.status == 422)
    try member.send([
      "contact": "he@example.com", "password": Self.password,
      "next": "/zh-CN/settings/security",
    ])
    #expect(member.isSignedIn && member.path == "/zh-CN/settings/security")
    #expect(member.cookies["session"] != session)
    // What was signed out stays so.
    member.keep("session", session ?? "")
    try member.open("/zh-CN/settings")
    #expect(member.path.hasPrefix("/zh-CN/sign-in"))
    #expect(stall.faults.all.isEmpty)
  }

  // Body and status; how long it takes is the same by what is done: one hash each.
  @Test func `nobody learns who has an account`() async throws {
    let stall = try await Stall()
    let first = Member(stall, in: "en")
    try await signUp(first, "qqa@example.com")
    var answers: [String: [String]] = [:]
    for contact in ["qqa@example.com", "qqb@example.com"] {
      let stranger = Member(stall, in: "en")
      func note() {
        let key = stranger.path.split(separator: "/").last.map(String.init) ?? ""
        var text = stranger.text
        for secret in [stranger.token ?? "", key, String(contact.prefix(3))] {
          text = text.replacingOccurrences(of: secret, with: "")
        }
        answers[contact, default: []].append("\(stranger.status) \(text)")
      }
      try stranger.open("/en/sign-in")
      try stranger.send(["contact": contact, "password": "not the password", "next": ""])
      note()
      try stranger.open("/en/sign-up")
      try stranger.send([
        "name": "C", "contact": contact, "password": Self.password, "terms": "1",
      ])
      #expect(stranger.path.hasPrefix("/en/sign-up/"))
      note()
      try stranger.send(["code": "000000"])
      note()
      try stranger.open("/en/reset")
      try stranger.send(["contact": contact])
      #expect(stranger.path.hasPrefix("/en/reset/"))
      note()
      try stranger.send(["code": "000000", "password": Self.password, "second": ""])
      note()
      let login = try stall.post(
        json: #"{"contact":"\#(contact)","password":"not the password"}"#,
        to: "/api/v1/auth/login")
      // But for the number of the request.
      let told = login.text.replacing(/"instance":"[^"]*"/, with: "")
      answers[contact, default: []].append("\(login.status) \(told)")
    }
    let statuses = answers["qqa@example.com"]?.map { $0.prefix(3) }
    #expect(statuses == ["422", "200", "422", "200", "422", "422"])
    #expect(answers["qqa@example.com"] == answers["qqb@example.com"])
  }

  @Test func `a hash of other days is replaced by one of today`() async throws {
    let stall = try await Stall()
    let id = try await stall.store.write { tx in
      let account = try tx.openAccount(
        name: "He", contact: Contact(email: "he@example.com"), locale: .english, by: .visitor,
        at: Stall.opening)
      // Of “older”, made by argon2-cffi with less work.
      let weak = PasswordHash(
        text: "$argon2id$v=19$m=8192,t=1,p=1$MDEyMzQ1Njc4OWFiY2RlZg"
          + "$M5HfRoo1EMNW3gRmV+FWgMiq56HYzAvqjRsGj2nhjo8")
      try tx.setPassword(weak, of: account.id, at: Stall.opening)
      return account.id
    }.value
    for (password, isWeak) in [("Older", true), ("older", false)] {
      let body = #"{"contact":"he@example.com","password":"\#(password)"}"#
      let reply = try stall.post(json: body, to: "/api/v1/auth/login")
      #expect(reply.status == (isWeak ? 422 : 200))
      let hash = try await stall.store.read { try $0.passwordHash(of: id) }
      #expect(hash?.isWeak == isWeak)
      #expect(hash?.matches("older") == true)
    }
  }

  @Test func `a form of before signing in does nothing after it`() async throws {
    let stall = try await Stall()
    let member = Member(stall)
    try member.open("/zh-CN/sign-in")
    let (token, guest) = (member.token ?? "", member.cookies["guest"] ?? "")
    try await signUp(member, "he@example.com")
    #expect(member.cookies["guest"] != guest)
    for guest in [member.cookies["guest"], guest] {
      member.keep("guest", guest ?? "")
      try member.send(["token": token, "code": "1"], to: "/zh-CN/settings/sessions/end")
      #expect(member.status == 403)
    }
  }

  @Test(arguments: [
    "https://evil.example/", "//evil.example/", "/\\evil.example/", "/a b", "javascript:1",
    "/\u{7}", "",
  ])
  func `nobody is led elsewhere`(next: String) {
    #expect(Return(next).path == nil)
  }

  @Test func `cookies say no more than they must`() async throws {
    let stall = try await Stall(proxies: "127.0.0.1")
    let member = Member(stall)
    try await signUp(member, "he@example.com")
    let form = try stall.get("/zh-CN/sign-in", "X-Forwarded-Proto: https")
    let guest = try #require(form["Set-Cookie"])
    #expect(guest.hasPrefix("__Host-guest="))
    let token = try form.token()
    let body =
      "token=\(token)&contact=he%40example.com&password=\(Self.password.replacing(" ", with: "+"))"
    let reply = try stall.ask(
      """
      POST /zh-CN/sign-in HTTP/1.1\r
      X-Forwarded-Proto: https\r
      Content-Type: application/x-www-form-urlencoded\r
      Cookie: \(guest.prefix { $0 != ";" })
      """, body)
    #expect(reply.status == 303)
    let lines = reply.head.filter { $0.lowercased().hasPrefix("set-cookie: ") }
    for name in ["__Host-session", "__Host-device", "__Host-guest"] {
      let line = try #require(lines.first { $0.contains(" \(name)=") })
      for part in ["; Path=/", "; Secure", "; HttpOnly", "; SameSite=Lax"] {
        #expect(line.contains(part), "\(line)")
      }
    }
    let hello = try #require(lines.first { $0.contains(" hello=1") })
    #expect(hello.contains("; Secure") && !hello.contains("HttpOnly"))
  }

  @Test func `many who sign in at once are hashed two at a time, and others are served`()
    async throws
  {
    let stall = try await Stall()
    let body = #"{"contact":"nobody@example.com","password":"something long"}"#
    let clients = try (0..<60).map { _ in try stall.client() }
    for client in clients {
      client.send(
        "POST /api/v1/auth/login HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)"
      )
    }
    #expect(try stall.get("/api/v1/categories").status == 200)
    let statuses = try clients.map { try $0.reply()?.status ?? 0 }
    // Of one address twenty a minute; of one contact five before there are pauses.
    #expect(Set(statuses).isSubset(of: [422, 429, 503]))
    #expect(statuses.filter { $0 == 422 }.count <= 5)
    #expect(stall.faults.all.isEmpty)
  }
}
