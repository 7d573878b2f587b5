import Foundation
import HTTP
import Market
import Proving
import Testing

@testable import Store
@testable import Web

/// How programs come in.
struct TokenTests {
  private struct Program {
    let stall: Stall

    func post(_ path: String, _ json: [String: String], _ access: String? = nil) throws -> (
      status: Int, json: [String: Any]
    ) {
      let body = String(
        decoding: try JSONSerialization.data(withJSONObject: json), as: UTF8.self)
      let reply = try stall.post(
        json: body, to: path, access.map { "Authorization: Bearer \($0)" } ?? "")
      return (reply.status, try reply.json())
    }

    func me(_ access: String) throws -> [String: Any] {
      try stall.get("/api/v1/me", "Authorization: Bearer \(access)").json()
    }
  }

  @Test(arguments: Stall.engines)
  func `tokens are had by a code, by a password, and by a token`(engine: String) async throws {
    let stall = try await Stall(engine)
    let program = Program(stall: stall)
    let asked = try program.post(
      "/api/v1/auth/register",
      ["name": "Ada", "contact": "ada@example.com", "password": GateTests.password, "terms": "1"])
    // A box is a flag in JSON.
    #expect(asked.status == 422)
    let registered = try stall.post(
      json:
        #"{"name":"Ada","contact":"ada@example.com","password":"\#(GateTests.password)","terms":true}"#,
      to: "/api/v1/auth/register")
    #expect(registered.status == 202)
    let challenge = try #require(try registered.json()["challenge"] as? String)
    let code = try #require(try await stall.code(sentTo: "ada@example.com"))
    let first = try program.post(
      "/api/v1/auth/verify", ["challenge": challenge, "code": code])
    #expect(first.status == 200)
    let access = try #require(first.json["access"] as? String)
    let refresh = try #require(first.json["refresh"] as? String)
    #expect(try program.me(access)["name"] as? String == "Ada")
    let second = try program.post("/api/v1/auth/refresh-token", ["refresh": refresh])
    #expect(second.status == 200)
    #expect(try program.me(access)["signedIn"] as? Bool == false)
    let newer = try #require(second.json["access"] as? String)
    #expect(try program.me(newer)["signedIn"] as? Bool == true)
    // The old one a second time: all is over.
    #expect(try program.post("/api/v1/auth/refresh-token", ["refresh": refresh]).status == 401)
    #expect(try program.me(newer)["signedIn"] as? Bool == false)
    let login = try program.post(
      "/api/v1/auth/login", ["contact": "ada@example.com", "password": GateTests.password])
    let tokens = try #require(login.json["tokens"] as? [String: Any])
    let third = try #require(tokens["access"] as? String)
    #expect(login.json["challenge"] is NSNull)
    stall.wait(Tokens.accessLife)
    #expect(try program.me(third)["signedIn"] as? Bool == false)
    let last = try program.post(
      "/api/v1/auth/refresh-token", ["refresh": tokens["refresh"] as? String ?? ""])
    let fourth = try #require(last.json["access"] as? String)
    #expect(try program.post("/api/v1/auth/logout", [:], fourth).status == 200)
    #expect(try program.post("/api/v1/auth/logout", [:], fourth).status == 401)
    #expect(stall.faults.all.isEmpty)
  }

  @Test func `what a browser sends by itself changes nothing by JSON`() async throws {
    let stall = try await Stall()
    let session = try await stall.store.write { tx -> String in
      var random = Seeded(4)
      let account = try tx.openAccount(
        name: "He", contact: Contact(email: "he@example.com"), locale: .english, by: .visitor,
        at: Stall.opening)
      let arrival = Arrival(
        .browser, Secret(using: &random), device: Secret(using: &random),
        Whereabouts(agent: "", address: "127.0.0.1"))
      _ = try tx.begin(arrival, account, isSecond: false, at: Stall.opening)
      return arrival.secret.text
    }.value
    let cookie = "Cookie: session=\(session)"
    #expect(try stall.get("/api/v1/me", cookie).json()["signedIn"] as? Bool == true)
    #expect(try stall.post(json: "{}", to: "/api/v1/auth/logout", cookie).status == 401)
    #expect(try stall.get("/api/v1/me", cookie).json()["signedIn"] as? Bool == true)
  }
}
