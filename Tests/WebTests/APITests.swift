import Foundation
import HTTP
import Market
import Proving
import Store
import Testing
import Web

/// What programs ask.
struct APITests {
  @Test func `every gig that is shown has the shape that the table tells`() async throws {
    let stall = try await Stall()
    let route = try #require(RouteTable.all.routes.first { $0.path.text == "/api/v1/gigs/{gig}" })
    guard case .json(let shape) = route.gives else { throw ProvingError.failed("no shape") }
    var count = 0
    for number in 1...30 {
      for query in ["", "?currency=USD", "?currency=KWD"] {
        let answer = try stall.get("/api/v1/gigs/\(number)\(query)")
        guard answer.status == 200 else { continue }
        count += 1
        #expect(shape.flaw(in: try JSON(reading: answer.body)) == nil)
      }
    }
    #expect(count > 60)
  }

  @Test func `the catalogue has the shape that the table tells`() async throws {
    let stall = try await Stall()
    let route = try #require(
      RouteTable.all.routes.first { $0.path.text == "/api/v1/categories" })
    guard case .json(let shape) = route.gives else { throw ProvingError.failed("no shape") }
    let answer = try stall.get("/api/v1/categories")
    #expect(shape.flaw(in: try JSON(reading: answer.body)) == nil)
    #expect(answer["Cache-Control"] == "public, max-age=60")
    // What is not of the shape is noticed.
    #expect(shape.flaw(in: ["gigs": "many", "groups": []]) != nil)
    #expect(shape.flaw(in: ["gigs": 1]) != nil)
  }

  @Test func `a price is told in another currency by the newest rate, rounded down`() async throws {
    let stall = try await Stall()
    let gig = try stall.gig(in: try stall.gigPath(in: "en"))
    let plain = try stall.get("/api/v1/gigs/\(gig)").json()
    #expect(plain["worth"] is NSNull)
    let priced = try stall.get("/api/v1/gigs/\(gig)?currency=USD").json()
    let worth = try #require(priced["worth"] as? [String: Any])
    let rate = try stall.get("/api/v1/rates/USD/CNY").json()
    let packages = try #require(priced["packages"] as? [[String: Any]])
    let lowest = try #require(packages.compactMap { $0["price"] as? Int }.min())
    let numerator = try #require(rate["numerator"] as? Int)
    let denominator = try #require(rate["denominator"] as? Int)
    #expect(worth["lowestPrice"] as? Int == lowest * denominator / numerator)
  }

  @Test(arguments: [
    ("GET /api/v1/gigs/0", 422), ("GET /api/v1/gigs/x", 422), ("GET /api/v1/gigs/01", 422),
    ("GET /api/v1/gigs/-1", 422), ("GET /api/v1/gigs/999999", 404),
    ("GET /api/v1/gigs/9223372036854775807", 404),
    ("GET /api/v1/gigs/9223372036854775808", 422), ("GET /api/v1/gigs/1?currency=ZZZ", 422),
    ("GET /api/v1/gigs/1?currency=USD&currency=EUR", 422), ("GET /api/v1/gigs/1?currency=%FF", 400),
    ("GET /api/v1/rates/CNY/CNY", 404), ("GET /api/v1/rates/CNY/cny", 422),
    ("GET /api/v1/nothing", 404), ("GET /api", 404), ("GET /api/v1/giggs", 404),
    ("DELETE /api/v1/gigs/1", 405), ("POST /api/v1/categories", 405), ("PUT /ws", 405),
    ("BREW /api/v1/categories", 405), ("HEAD /api/v1/categories", 200),
  ])
  func `a slip is told as RFC 9457 has it`(asked: String, status: Int) async throws {
    let stall = try await Self.shared.value
    let answer = try stall.ask("\(asked) HTTP/1.1\r\nAccept-Language: en")
    #expect(answer.status == status)
    guard status != 200 else { return }
    guard !asked.contains("/ws") else { return }
    #expect(answer["Content-Type"] == "application/problem+json")
    #expect(try answer.json()["status"] as? Int == status)
    #expect(answer["Content-Language"] == "en")
    if status == 405 { #expect(answer["Allow"] == "GET, HEAD") }
  }

  /// For tests that change nothing.
  private static let shared = Task { try await Stall() }

  @Test func `each fault names its field, in the language of the reader`() async throws {
    let stall = try await Self.shared.value
    let body = #"{"subject":7,"reason":"envy","detail":"","token":"x","colour":"red"}"#
    var messages: [String] = []
    for language in ["zh-CN", "en", "fr, en;q=0.1", "zh-TW"] {
      let answer = try stall.post(
        json: body, to: "/api/v1/reports", "Accept-Language: \(language)")
      #expect(answer.status == 422)
      let errors = try #require(try answer.json()["errors"] as? [[String: String]])
      #expect(
        errors.map { "\($0["field"] ?? "") \($0["code"] ?? "")" } == [
          "subject wrong-kind", "reason not-a-choice", "detail missing", "colour unknown",
        ])
      messages.append(errors.compactMap { $0["message"] }.joined())
    }
    #expect(messages[0] != messages[1])
    #expect(messages[1] == messages[2])
    #expect(messages[0] == messages[3])
  }

  @Test(arguments: [
    "", "[]", "null", "{", #"{"a":1,"a":2}"#, "{}{}", "\u{FEFF}{}", #"{"a":"\ud800"}"#,
  ])
  func `what is no object of JSON is refused`(body: String) async throws {
    let stall = try await Self.shared.value
    let answer = try stall.post(json: body, to: "/api/v1/reports")
    #expect(answer.status == 400)
    // In words of ours, not in those of the program.
    let detail = try #require(try answer.json()["detail"] as? String)
    #expect(detail.hasSuffix(".") && !detail.contains("("))
  }

  @Test func `a form is not taken for JSON`() async throws {
    let stall = try await Self.shared.value
    for type in ["application/x-www-form-urlencoded", "text/plain", "multipart/form-data", "x"] {
      let answer = try stall.ask(
        "POST /api/v1/reports HTTP/1.1\r\nContent-Type: \(type)", "{}")
      #expect(answer.status == 415)
    }
    let answer = try stall.post(json: "{}", to: "/api/v1/reports", "Sec-Fetch-Site: cross-site")
    #expect(answer.status == 403)
  }

  @Test(arguments: Stall.engines)
  func `a key makes a request count once, and another request with it is refused`(
    engine: String
  ) async throws {
    let stall = try await Stall(engine)
    let body = try stall.complaint()
    let answers = try (0..<3).map { _ in
      try stall.post(json: body, to: "/api/v1/reports", "Idempotency-Key: one")
    }
    #expect(answers.map(\.status) == [201, 201, 201])
    #expect(Set(answers.map(\.text)).count == 1)
    #expect(try await stall.reports().count == 1)
    let other = try stall.complaint("Another.")
    #expect(
      try stall.post(json: other, to: "/api/v1/reports", "Idempotency-Key: one").status == 422)
    #expect(
      try stall.post(json: other, to: "/api/v1/reports", "Idempotency-Key: two").status == 201)
    #expect(try await stall.reports().count == 2)
    for key in ["", String(repeating: "k", count: 256)] {
      let answer = try stall.post(json: other, to: "/api/v1/reports", "Idempotency-Key: \(key)")
      #expect(answer.status == 400)
    }
  }

  @Test func `who reads too much waits a little`() async throws {
    let stall = try await Stall(readsPerMinute: 20)
    for _ in 0..<20 { #expect(try stall.get("/api/v1/categories").status == 200) }
    let late = try stall.get("/api/v1/categories")
    #expect(late.status == 429)
    #expect(late["Retry-After"] == "3")
    stall.wait(.seconds(3))
    #expect(try stall.get("/api/v1/categories").status == 200)
  }

  @Test func `a fault of ours is told by its number alone`() async throws {
    let stall = try await Stall()
    try await stall.store.write { tx in try tx.run("drop table report") }
    let body = try stall.complaint("secret words")
    let answer = try stall.post(json: body, to: "/api/v1/reports")
    #expect(answer.status == 500)
    let id = try #require(try answer.json()["instance"] as? String)
    let fault = try #require(stall.faults.all.first)
    #expect(fault.hasPrefix("\(id): "))
    #expect(!answer.text.contains("table"))
    // Others are answered as before.
    #expect(try stall.get("/api/v1/categories").status == 200)
  }

  @Test func `when the store is gone it is said so`() async throws {
    let stall = try await Stall()
    await stall.store.close()
    let answer = try stall.get("/api/v1/categories")
    #expect(answer.status == 503)
    #expect(answer["Retry-After"] == "5")
    let page = try stall.get("/en/report")
    #expect(page.status == 503)
    #expect(page.text.contains("<h1>"))
  }
}
