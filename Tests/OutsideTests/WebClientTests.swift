import Market
import Outside
import Proving
import Testing

/// What goes over the wire, and what comes back.
@Suite struct WebClientTests {
  let client = WebClient()

  @Test func `a request says what it is told and nothing more`() throws {
    let server = try ScriptedServer([.say(answer("200 OK"))])
    let fields = WebFields([("X-One", "1"), ("x-empty", ""), ("X-Text", "标志 a  b")])
    _ = try client.answer(
      to: WebRequest(.get, server.url("/a/../b/./c%2F?x=%20&y"), fields: fields))
    #expect(
      server.seen.requests.first?.head == [
        "GET /a/../b/./c%2F?x=%20&y HTTP/1.1", "Host: 127.0.0.1:\(server.port)", "X-One: 1",
        "x-empty:", "X-Text: 标志 a  b",
      ])
  }

  @Test(arguments: [0, 1, 3 << 20], [WebRequest.Method.put, .post])
  func `a body is sent whole`(count: Int, method: WebRequest.Method) throws {
    let server = try ScriptedServer([.say(answer("200 OK"))])
    let body = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 7) }
    _ = try client.answer(to: WebRequest(method, server.url(), body: body))
    let request = try #require(server.seen.requests.first)
    #expect(
      request.head == [
        "\(method.rawValue) / HTTP/1.1", "Host: 127.0.0.1:\(server.port)",
        "Content-Length: \(count)",
      ])
    #expect(request.body == body)
  }

  @Test(arguments: WebRequest.Method.allCases)
  func `each method is what it is, whatever came before`(method: WebRequest.Method) throws {
    let methods = WebRequest.Method.allCases + [method]
    let server = try ScriptedServer(
      methods.map {
        .say(
          $0 == .head ? "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n" : answer("200 OK", body: "a")
        )
      })
    for method in methods {
      let answer = try client.answer(to: WebRequest(method, server.url()))
      #expect(answer.body == (method == .head ? [] : Array("a".utf8)))
    }
    let said = server.seen.requests.compactMap { $0.head.first?.split(separator: " ").first }
    #expect(said.map(String.init) == methods.map(\.rawValue))
    #expect(server.seen.connections == 1)
  }

  @Test func `an answer is taken as it is`() throws {
    let server = try ScriptedServer([
      .say(
        "HTTP/1.1 103 Early Hints\r\nX-Early: 1\r\n\r\n"
          + answer(
            "302 Found",
            "LOCATION: /elsewhere\r\nset-cookie: a=1\r\nSet-Cookie:  b=2 \r\n"
              + "Content-Encoding: gzip\r\nDate: Tue, 01 Dec 2026 08:30:00 GMT\r\n",
            body: "not gzip"))
    ])
    let answer = try client.answer(to: WebRequest(.get, server.url()))
    #expect(answer.status == 302)
    #expect(answer.fields["Location"] == "/elsewhere")
    #expect(answer.fields["SET-COOKIE"] == "a=1, b=2")
    #expect(answer.fields["X-Early"] == nil)
    #expect(answer.body == Array("not gzip".utf8))
    #expect(answer.date == Instant(milliseconds: 1_796_113_800_000))
    #expect(server.seen.requests.count == 1)
  }

  @Test func `connections are kept for the next request`() throws {
    let steps = Array(repeating: ScriptedServer.Step.say(answer("200 OK", body: "x")), count: 20)
    let server = try ScriptedServer(steps)
    for _ in steps { _ = try client.answer(to: WebRequest(.put, server.url(), body: [1, 2])) }
    #expect(server.seen.requests.count == 20)
    #expect(server.seen.connections == 1)
  }

  @Test func `a connection that was closed meanwhile is made again`() throws {
    let server = try ScriptedServer([.sayLast(answer("200 OK")), .say(answer("201 Created"))])
    _ = try client.answer(to: WebRequest(.put, server.url(), body: [1]))
    #expect(try client.answer(to: WebRequest(.put, server.url(), body: [2])).status == 201)
    #expect(server.seen.requests.map(\.body) == [[1], [2]])
  }
}
