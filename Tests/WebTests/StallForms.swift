import Foundation
import Market
import Pages
import Proving
import Store

/// What somebody has before him who wants to report a gig.
struct ShownForm {
  let cookie: String
  let token: String
  /// The path of the gig.
  let subject: String

  var filled: [String: String] {
    [
      "token": token, "subject": subject, "reason": "scam", "detail": " 第一行\r\n second ",
      "contact": "138 0013-8000",
    ]
  }
}

extension Stall {
  func form(in tag: String) throws -> ShownForm {
    let subject = try gigPath(in: tag)
    let page = try get("/\(tag)/report?subject=\(subject)")
    guard let cookie = page["Set-Cookie"]?.split(separator: ";").first else {
      throw ProvingError.failed("no cookie: \(page.text)")
    }
    return ShownForm(cookie: String(cookie), token: try page.token(), subject: subject)
  }

  func send(
    _ fields: [String: String], in tag: String, cookie: String, _ more: String = ""
  ) throws -> Client.Reply {
    let body = fields.sorted { $0.key < $1.key }.map { "\($0)=\($1.escaped)" }
    return try ask(
      "POST /\(tag)/report HTTP/1.1\r\nContent-Type: application/x-www-form-urlencoded\r\n\(more)Cookie: \(cookie)",
      body.joined(separator: "&"))
  }

  /// Of the first gig that is shown.
  func gigPath(in tag: String) throws -> String {
    for number in 1...30 {
      let answer = try get("/api/v1/gigs/\(number)")
      guard answer.status == 200 else { continue }
      let gig = try answer.json()
      guard let links = gig["links"] as? [String: String], let path = links[tag] else { break }
      return path
    }
    throw ProvingError.failed("no gig is shown")
  }

  func gig(in path: String) throws -> ID<Gig> {
    guard case .gig(let id)? = AddressedThing(path: path) else {
      throw ProvingError.failed(path)
    }
    return id
  }

  func complaint(_ detail: String = "It is not theirs.") throws -> String {
    "{\"subject\":\"\(try gigPath(in: "en"))\",\"reason\":\"copyright\",\"detail\":\"\(detail)\"}"
  }

  func reports() async throws -> [Report] {
    try await store.read { try $0.reports(.all, after: ID(0), atMost: 10_000) }
  }
}

extension Client.Reply {
  func token() throws -> String {
    guard let start = text.range(of: "name=\"token\" value=\"") else {
      throw ProvingError.failed("no token in \(text)")
    }
    return String(text[start.upperBound...].prefix { $0 != "\"" })
  }

  func json() throws -> [String: Any] {
    let json = try JSONSerialization.jsonObject(with: Data(body))
    guard let object = json as? [String: Any] else { throw ProvingError.failed(text) }
    return object
  }
}

extension String {
  fileprivate var escaped: String {
    utf8.map { "%" + String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
  }
}
