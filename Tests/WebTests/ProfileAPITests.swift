import Foundation
import HTTP
import Market
import Proving
import Testing

@testable import Store
@testable import Web

/// The profile, as programs write it.
struct ProfileAPITests {
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

    func ask(_ method: String, _ path: String, _ json: String = "") throws -> Client.Reply {
      let kind = json.isEmpty ? "" : "\r\nContent-Type: application/json"
      return try stall.ask(
        "\(method) \(path) HTTP/1.1\r\nAuthorization: Bearer \(access)\(kind)", json)
    }

    func party() throws -> Int {
      try ask("GET", "/api/v1/profiles/me").json()["party"] as? Int ?? 0
    }
  }

  private static func body(_ revision: Int, _ more: String = "") -> String {
    """
    {"revision":\(revision),"timezone":"Europe/Berlin",
    "texts":{"en":{"name":"Ada","headline":"Seals","about":"Ten years.","place":"Berlin"}},
    "languages":[{"language":"de","fluency":"native"}],
    "qualifications":[{"kind":"experience","title":{"en":"Carver"},"issuer":{"en":"Studio"},
    "from":2015,"to":null,"link":null}],
    "hourlyRate":{"amount":12050,"currency":"CNY"},
    "availability":{"state":"away","until":"2026-12-31",
    "hours":[{"day":"monday","from":"09:00","to":"24:00"}],
    "daysOff":[{"first":"2027-01-01","last":"2027-01-02"}]}\(more)}
    """
  }

  private static func shape(_ method: String, _ path: String) throws -> Shape {
    let route = RouteTable.all.routes.first {
      $0.path.text == path && $0.method.rawValue == method
    }
    guard case .json(let shape)? = route?.gives else { throw ProvingError.failed("no shape") }
    return shape
  }

  @Test(arguments: Stall.engines)
  func `what is put comes back, for everybody, in the shape that the table tells`(
    engine: String
  ) async throws {
    let stall = try await Stall(engine)
    let program = try await Program(stall, "ada@example.com")
    let party = try program.party()
    let empty = try program.ask("GET", "/api/v1/profiles/me")
    let own = try Self.shape("GET", "/api/v1/profiles/me")
    #expect(own.flaw(in: try JSON(reading: empty.body)) == nil)
    #expect(try stall.get("/api/v1/profiles/\(party)").status == 404)
    let saved = try program.ask("PUT", "/api/v1/profiles/\(party)", Self.body(0))
    #expect(saved.status == 200, "\(saved.text)")
    #expect(own.flaw(in: try JSON(reading: saved.body)) == nil)
    let shown = try stall.get("/api/v1/profiles/\(party)")
    let shape = try Self.shape("GET", "/api/v1/profiles/{party}")
    #expect(shape.flaw(in: try JSON(reading: shown.body)) == nil)
    let json = try JSON(reading: shown.body)
    #expect(json["timezone"] == "Europe/Berlin")
    #expect(json["hourlyRate"] == ["amount": 12_050, "currency": "CNY"])
    #expect(
      json["availability"]
        == [
          "state": "away", "until": "2026-12-31",
          "hours": [["day": "monday", "from": "09:00", "to": "24:00"]],
          "daysOff": [["first": "2027-01-01", "last": "2027-01-02"]],
        ])
    #expect(json["revision"] == nil, "that is for whose it is")
    // Every seller of the market has that shape.
    var count = 0
    for number in 1...40 {
      let answer = try stall.get("/api/v1/profiles/\(number)")
      guard answer.status == 200 else { continue }
      count += 1
      #expect(shape.flaw(in: try JSON(reading: answer.body)) == nil, "\(number)")
    }
    #expect(count > 3)
    #expect(stall.faults.all.isEmpty)
  }

  @Test func `who names an old revision is told, and strangers may nothing`() async throws {
    let stall = try await Stall()
    let program = try await Program(stall, "ada@example.com")
    let party = try program.party()
    let path = "/api/v1/profiles/\(party)"
    #expect(try program.ask("PUT", path, Self.body(0)).status == 200)
    let late = try program.ask("PUT", path, Self.body(0))
    #expect(late.status == 409)
    #expect(late["Content-Type"] == "application/problem+json")
    let stranger = try await Program(stall, "bea@example.com")
    #expect(try stranger.ask("PUT", path, Self.body(1)).status == 403)
    #expect(try stranger.ask("PUT", path + "/visibility", "{}").status == 403)
    #expect(
      try stranger.ask("POST", path + "/portfolio", #"{"title":{"en":"a"}}"#).status == 403)
    #expect(try program.ask("PUT", path + "/visibility", "{}").status == 200)
    #expect(try stall.get(path).status == 404)
    #expect(
      try program.ask("PUT", path + "/visibility", #"{"isPublished":true}"#).status == 200)
    #expect(try stall.get(path).status == 200)
  }

  @Test func `what is wrong is told by the names of its fields`() async throws {
    let stall = try await Stall()
    let program = try await Program(stall, "ada@example.com")
    let path = "/api/v1/profiles/\(try program.party())"
    func errors(_ json: String) throws -> [String] {
      let reply = try program.ask("PUT", path, json)
      let errors = try reply.json()["errors"] as? [[String: Any]] ?? []
      return errors.map { "\($0["field"] ?? "") \($0["code"] ?? "")" }
    }
    #expect(try errors("{}") == ["revision missing", "timezone missing"])
    let texts = #""revision":0,"timezone":"UTC","texts":"#
    #expect(
      try errors("{\(texts){\"en\":{\"name\":\"A\"}}}")
        == ["texts-en-headline missing", "texts-en-about missing"])
    #expect(try errors("{\(texts){\"en\":1}}") == ["texts-en wrong-kind"])
    #expect(try errors("{\(texts)[]}") == ["texts wrong-kind"])
    #expect(try errors("{\(texts){}}") == ["texts missing"])
    #expect(
      try errors(Self.body(0, #","skills":[{"skill":"nothing-like-it","grade":"expert"}]"#))
        == ["skills-0-skill not-found"])
    #expect(
      try errors(Self.body(0, #","skills":[{"skill":1,"grade":"best","more":2}]"#))
        == [
          "skills-0-skill wrong-kind", "skills-0-grade not-a-choice", "skills-0-more unknown",
        ])
    #expect(try errors(Self.body(0, #","more":1"#)) == ["more unknown"])
  }

  @Test func `works are added once, changed by their revision, and taken away`() async throws {
    let stall = try await Stall()
    let program = try await Program(stall, "ada@example.com")
    let path = "/api/v1/profiles/\(try program.party())"
    #expect(try program.ask("PUT", path, Self.body(0)).status == 200)
    let added = try program.ask(
      "POST", path + "/portfolio",
      #"{"title":{"en":"Seal"},"summary":{"en":"Stone"},"year":2024,"link":"https://example.com/1"}"#
    )
    #expect(added.status == 200, "\(added.text)")
    let shape = try Self.shape("POST", "/api/v1/profiles/{party}/portfolio")
    #expect(shape.flaw(in: try JSON(reading: added.body)) == nil)
    let item = try #require(try added.json()["item"] as? Int)
    let change = #"{"revision":1,"title":{"en":"Seals"}}"#
    #expect(try program.ask("PUT", path + "/portfolio/\(item)", change).status == 200)
    #expect(try program.ask("PUT", path + "/portfolio/\(item)", change).status == 409)
    let wrong = try program.ask(
      "PUT", path + "/portfolio/\(item)",
      #"{"revision":2,"title":{"en":"Seals"},"link":"http://example.com"}"#)
    #expect(wrong.status == 422 && wrong.text.contains("\"link\""))
    let works = try JSON(reading: try stall.get(path).body)["portfolio"]?.list
    #expect(works?.map { $0["title"] } == [["en": "Seals"]])
    // Pictures are named by their keys, and stay where they are not.
    let party = ID<Party>(Int64(try program.party()))
    let (own, foreign) = (try await stall.waitingFile(of: party), MediaKey.nothing)
    for (revision, media, status) in [(2, "\(foreign)", 422), (2, "\(own)", 200)] {
      let pictured = #"{"revision":\#(revision),"title":{"en":"Seals"},"media":["\#(media)"]}"#
      #expect(try program.ask("PUT", path + "/portfolio/\(item)", pictured).status == status)
    }
    let again = try program.ask(
      "PUT", path + "/portfolio/\(item)", #"{"revision":3,"title":{"en":"Seal"}}"#)
    #expect(try again.json()["media"] as? [String] == ["\(own)"])
    #expect(try program.ask("DELETE", path + "/portfolio/\(item)").status == 200)
    #expect(try program.ask("DELETE", path + "/portfolio/\(item)").status == 404)
    #expect(stall.faults.all.isEmpty)
  }
}
