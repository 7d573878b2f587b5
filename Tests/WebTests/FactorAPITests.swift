import Foundation
import HTTP
import Market
import Proving
import Testing

@testable import Store
@testable import Web

/// The second factor and the settings, as programs see to them.
struct FactorAPITests {
  /// Somebody who is signed in by a program.
  private struct Program {
    let stall: Stall
    let access: String

    init(_ stall: Stall, _ contact: String) async throws {
      self.stall = stall
      let registered = try stall.post(
        json:
          #"{"name":"Ada","contact":"\#(contact)","password":"\#(GateTests.password)","terms":true}"#,
        to: "/api/v1/auth/register")
      let challenge = try registered.json()["challenge"] as? String ?? ""
      let code = try await stall.code(sentTo: contact) ?? ""
      let tokens = try stall.post(
        json: #"{"challenge":"\#(challenge)","code":"\#(code)"}"#, to: "/api/v1/auth/verify")
      access = try tokens.json()["access"] as? String ?? ""
    }

    func ask(_ method: String, _ path: String, _ json: String = "") throws -> (
      status: Int, json: [String: Any]
    ) {
      let kind = json.isEmpty ? "" : "\r\nContent-Type: application/json"
      let reply = try stall.ask(
        "\(method) \(path) HTTP/1.1\r\nAuthorization: Bearer \(access)\(kind)", json)
      return (reply.status, try reply.json())
    }

    func code(_ secret: String) -> String {
      OneTimeCode.code(
        of: TOTP.secret(base32: secret) ?? [], step: TOTP.step(at: stall.now))
    }
  }

  @Test(arguments: Stall.engines)
  func `it is on with a code, gives recovery codes once, and is off with one`(
    engine: String
  ) async throws {
    let stall = try await Stall(engine)
    let program = try await Program(stall, "ada@example.com")
    let drawn = try program.ask("POST", "/api/v1/2fa/enable")
    #expect(drawn.status == 200)
    let secret = try #require(drawn.json["secret"] as? String)
    #expect((drawn.json["uri"] as? String)?.contains("secret=\(secret)") == true)
    func body(_ code: String, _ password: String = GateTests.password) -> String {
      #"{"secret":"\#(secret)","code":"\#(code)","current":"\#(password)"}"#
    }
    #expect(try program.ask("POST", "/api/v1/2fa/verify", body("000000")).status == 422)
    let code = program.code(secret)
    #expect(try program.ask("POST", "/api/v1/2fa/verify", body(code, "wrong one")).status == 422)
    let on = try program.ask("POST", "/api/v1/2fa/verify", body(code))
    #expect(on.status == 200)
    let codes = try #require(on.json["codes"] as? [String])
    #expect(codes.count == BackupCode.count)
    #expect(try program.ask("POST", "/api/v1/2fa/enable").status == 409)
    func both(_ code: String) -> String {
      #"{"code":"\#(code)","current":"\#(GateTests.password)"}"#
    }
    // The same code a second time is none.
    #expect(try program.ask("POST", "/api/v1/2fa/recovery", both(code)).status == 422)
    let renewed = try program.ask("POST", "/api/v1/2fa/recovery", both(codes[0]))
    let others = try #require(renewed.json["codes"] as? [String])
    #expect(Set(others).isDisjoint(with: codes))
    stall.wait(.seconds(61))
    #expect(try program.ask("POST", "/api/v1/2fa/disable", both(codes[1])).status == 422)
    #expect(try program.ask("POST", "/api/v1/2fa/disable", both(others[1])).status == 200)
    #expect(try program.ask("POST", "/api/v1/2fa/disable", both(others[2])).status == 409)
    #expect(stall.faults.all.isEmpty)
  }

  @Test func `name, preferences and sessions are seen and changed`() async throws {
    let stall = try await Stall()
    let program = try await Program(stall, "ada@example.com")
    #expect(try program.ask("PATCH", "/api/v1/me", #"{"name":"Ada L."}"#).status == 200)
    #expect(try program.ask("GET", "/api/v1/me").json["name"] as? String == "Ada L.")
    let usual = try program.ask("GET", "/api/v1/me/preferences").json
    #expect(usual["timezone"] as? String == "Asia/Shanghai")
    #expect(usual["mail-news"] as? Bool == false)
    let chosen =
      #"{"language":"zh-CN","currency":"USD","timezone":"Europe/Paris","mail-news":true}"#
    #expect(try program.ask("PUT", "/api/v1/me/preferences", chosen).status == 200)
    let now = try program.ask("GET", "/api/v1/me/preferences").json
    #expect(now["language"] as? String == "zh-CN" && now["currency"] as? String == "USD")
    #expect(now["mail-news"] as? Bool == true && now["mail-orders"] as? Bool == false)
    for wrong in [#""language":"xx""#, #""currency":"XYZ""#, #""timezone":"Mars""#, #""a":1"#] {
      let whole = #"{"language":"en","currency":"CNY","timezone":"UTC",\#(wrong)}"#
      #expect(try program.ask("PUT", "/api/v1/me/preferences", whole).status >= 400, "\(wrong)")
    }
    // Somewhere else as well, and out again.
    let login = try stall.post(
      json: #"{"contact":"ada@example.com","password":"\#(GateTests.password)"}"#,
      to: "/api/v1/auth/login")
    #expect(login.status == 200)
    let list = try program.ask("GET", "/api/v1/me/sessions").json["sessions"] as? [[String: Any]]
    let other = try #require(list?.first { $0["isThis"] as? Bool == false })
    let path = "/api/v1/me/sessions/\(other["id"] ?? 0)"
    #expect(list?.count == 2)
    #expect(try program.ask("DELETE", path).status == 200)
    #expect(try program.ask("DELETE", path).status == 404)
    let tokens = try #require(try login.json()["tokens"] as? [String: Any])
    let reply = try stall.get(
      "/api/v1/me", "Authorization: Bearer \(tokens["access"] ?? "")")
    #expect(try reply.json()["signedIn"] as? Bool == false)
    #expect(stall.faults.all.isEmpty)
  }
}
