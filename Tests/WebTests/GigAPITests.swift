import Foundation
import HTTP
import Market
import Proving
import Testing

@testable import Store
@testable import Web

/// What programs do with the gigs of their member.
struct GigAPITests {
  private static let draft = """
    "origin":"en","currency":"CNY","title":{"en":"Logos for cafés"},
    "summary":{"en":"Three directions."},"description":{"en":"First your café, then sketches."},
    "packages":[{"name":{"en":"Basic"},"summary":{"en":"One"},"price":120050,"days":5,
    "revisions":null}],"features":[{"label":{"en":"Vector"},"packages":[0]}],
    "extras":[{"title":{"en":"Hurry"},"price":30000,"days":1}],
    "requirements":[{"question":{"en":"Your name?"},"needed":true}],
    "faqs":[{"question":{"en":"Files?"},"answer":{"en":"SVG."}}],"tags":["logo","café"]
    """

  @Test func `a service is begun, written, published and paused by a program`() async throws {
    let stall = try await Stall()
    let program = try await stall.program()
    let begun = try program.ask("POST", "/api/v1/gigs", "{\"category\":\(stall.category())}")
    #expect(begun.status == 201)
    let gig = try #require(try begun.json()["gig"] as? Int)
    let path = "/api/v1/gigs/\(gig)"
    let written = try program.ask("PUT", path + "/draft", "{\"revision\":0,\(Self.draft)}")
    #expect(written.status == 200, "\(written.text)")
    #expect((try written.json()["faults"] as? [String]) == [])
    let read = try program.ask("GET", path + "/draft")
    #expect(read.text == written.text)
    let route = try #require(
      RouteTable.all.routes.first {
        $0.path.text == "/api/v1/gigs/{gig}/draft" && $0.method == .get
      })
    guard case .json(let shape) = route.gives else { throw ProvingError.failed("no shape") }
    #expect(shape.flaw(in: try JSON(reading: read.body)) == nil)

    #expect(try program.ask("POST", path + "/publish", "{\"revision\":0}").status == 409)
    #expect(try program.ask("POST", path + "/publish", "{\"revision\":1}").status == 200)
    #expect(try stall.get(path).status == 200)
    #expect(try program.ask("POST", path + "/pause").json()["state"] as? String == "paused")
    #expect(try stall.get(path).status == 404)
    let all = try program.ask("GET", "/api/v1/gigs").json()["gigs"] as? [[String: Any]]
    #expect(all?.first?["gig"] as? Int == gig)
  }

  @Test func `what is missing is told when it is to be published`() async throws {
    let stall = try await Stall()
    let program = try await stall.program()
    let begun = try program.ask("POST", "/api/v1/gigs", "{\"category\":\(stall.category())}").json()
    let path = "/api/v1/gigs/\(try #require(begun["gig"] as? Int))"
    let body = "{\"revision\":0,\"origin\":\"en\",\"title\":{\"en\":\"Logos\"}}"
    #expect(try program.ask("PUT", path + "/draft", body).status == 200)
    let reply = try program.ask("POST", path + "/publish", "{\"revision\":1}")
    #expect(reply.status == 422)
    let errors = try #require(try reply.json()["errors"] as? [[String: Any]])
    #expect(errors.compactMap { $0["field"] as? String }.contains("description-en"))
  }

  @Test func `pictures are named by their keys, and only one's own`() async throws {
    let stall = try await Stall()
    let program = try await stall.program()
    let begun = try program.ask("POST", "/api/v1/gigs", "{\"category\":\(stall.category())}").json()
    let gig = try #require(begun["gig"] as? Int)
    let path = "/api/v1/gigs/\(gig)/draft"
    let party = try await stall.store.read { try $0.gig(ID(Int64(gig))).party }
    let (own, nobodys) = (try await stall.waitingFile(of: party), MediaKey.nothing)
    for (key, status) in [("\(nobodys)", 422), ("\(own)", 200)] {
      let files = #"[{"key":"\#(key)","caption":{"en":"A sign"}}]"#
      let reply = try program.ask("PUT", path, #"{"revision":0,"files":\#(files)}"#)
      #expect(reply.status == status)
      #expect(status == 200 || reply.text.contains("files-0-key"))
    }
    let files = try program.ask("GET", path).json()["files"] as? [[String: Any]]
    #expect(files?.map { $0["key"] as? String } == ["\(own)"])
    #expect(files?.first?["caption"] as? [String: String] == ["en": "A sign"])
    #expect(try await stall.content(gig).media.map(\.file) == ["\(own)"])
  }

  @Test func `what is sent twice with one key is begun once`() async throws {
    let stall = try await Stall()
    let program = try await stall.program()
    let body = "{\"category\":\(try stall.category())}"
    let first = try program.ask("POST", "/api/v1/gigs", body, key: "k1")
    let second = try program.ask("POST", "/api/v1/gigs", body, key: "k1")
    #expect(first.text == second.text)
  }

  @Test(arguments: [
    ("{\"revision\":0,\"packages\":[{\"price\":\"12\"}]}", "packages-0-price", "wrong-kind"),
    ("{\"revision\":0,\"packages\":[{\"colour\":1}]}", "packages-0-colour", "unknown"),
    ("{\"revision\":0,\"packages\":{}}", "packages", "wrong-kind"),
    ("{\"revision\":0,\"packages\":[1]}", "packages-0", "wrong-kind"),
    ("{\"revision\":0,\"title\":{\"en\":7}}", "title-en", "wrong-kind"),
    ("{\"revision\":0,\"title\":{\"no language\":\"x\"}}", "title-no language", "unknown"),
    ("{\"revision\":0,\"tags\":[1]}", "tags", "wrong-kind"),
    ("{\"revision\":0,\"features\":[{\"packages\":[99]}]}", "features-0-packages", "wrong-kind"),
    ("{\"revision\":0,\"origin\":\"en US\"}", "origin", "not-a-choice"),
    ("{\"title\":{\"en\":\"x\"}}", "revision", "missing"),
  ])
  func `what cannot be read is told by its name`(
    body: String, field: String, code: String
  ) async throws {
    let stall = try await Stall()
    let program = try await stall.program()
    let begun = try program.ask("POST", "/api/v1/gigs", "{\"category\":\(stall.category())}").json()
    let gig = try #require(begun["gig"] as? Int)
    let reply = try program.ask("PUT", "/api/v1/gigs/\(gig)/draft", body)
    #expect(reply.status == 422)
    let errors = try #require(try reply.json()["errors"] as? [[String: Any]])
    #expect(errors.contains { $0["field"] as? String == field && $0["code"] as? String == code })
  }

  @Test func `who is late is told, and nothing is overwritten`() async throws {
    let stall = try await Stall()
    let program = try await stall.program()
    let begun = try program.ask("POST", "/api/v1/gigs", "{\"category\":\(stall.category())}").json()
    let path = "/api/v1/gigs/\(try #require(begun["gig"] as? Int))/draft"
    #expect(try program.ask("PUT", path, "{\"revision\":0,\(Self.draft)}").status == 200)
    #expect(
      try program.ask("PUT", path, "{\"revision\":0,\"title\":{\"en\":\"Mine\"}}").status == 409)
    #expect(try program.ask("GET", path).text.contains("Logos for caf"))
  }
}

/// A program with a token of its own.
private struct Program {
  let stall: Stall
  let token: String

  func ask(
    _ method: String, _ path: String, _ body: String = "", key: String? = nil
  ) throws -> Client.Reply {
    let type = body.isEmpty ? "" : "\r\nContent-Type: application/json"
    let again = key.map { "\r\nIdempotency-Key: \($0)" } ?? ""
    return try stall.ask(
      "\(method) \(path) HTTP/1.1\r\nAuthorization: Bearer \(token)\(type)\(again)", body)
  }
}

extension Stall {
  fileprivate func program() async throws -> Program {
    let reply = try post(
      json: "{\"contact\":\"seller1@example.com\",\"password\":\"demo-password-1\"}",
      to: "/api/v1/auth/login")
    guard let token = (try reply.json()["tokens"] as? [String: Any])?["access"] as? String else {
      throw ProvingError.failed(reply.text)
    }
    return Program(stall: self, token: token)
  }

  /// The number of the first category that takes services.
  fileprivate func category() throws -> Int {
    let groups = try get("/api/v1/categories").json()["groups"] as? [[String: Any]]
    let categories = groups?.first?["categories"] as? [[String: Any]]
    guard let number = categories?.first?["category"] as? Int else {
      throw ProvingError.failed("no category")
    }
    return number
  }
}
